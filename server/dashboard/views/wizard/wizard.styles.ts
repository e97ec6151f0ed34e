import {css} from 'lit';

/** The list of steps beside the step; on a phone above it. */
export const wizardStyles = css`
  :host {
    display: grid;
    gap: 40px;
    grid-template-columns: 190px minmax(0, 1fr);
    align-items: start;
  }
  nav {
    position: sticky;
    top: 36px;
    display: grid;
    gap: 16px;
  }
  .back {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    min-height: 32px;
    color: var(--wa-color-text-quiet);
    text-decoration: none;
    overflow-wrap: anywhere;
  }
  ol {
    list-style: none;
    margin: 0;
    padding: 0;
    display: grid;
    gap: 2px;
  }
  ol a {
    display: flex;
    gap: 12px;
    align-items: center;
    min-height: 44px;
    padding: 0 10px;
    border-radius: 10px;
    color: var(--wa-color-text-normal);
    text-decoration: none;
  }
  ol a:hover {
    background: color-mix(in oklab, currentColor 6%, transparent);
  }
  ol a[aria-current] {
    font-weight: 620;
  }
  .mark {
    display: grid;
    place-items: center;
    flex: none;
    width: 26px;
    height: 26px;
    border-radius: 50%;
    font-size: 0.82rem;
    background: var(--wa-color-surface-lowered);
    border: 1px solid var(--wa-color-surface-border);
  }
  a[aria-current] .mark {
    background: var(--wa-color-brand-fill-loud);
    border-color: transparent;
    color: var(--wa-color-brand-on-loud);
  }
  .mark.due {
    border-color: var(--wa-color-warning-border-loud);
  }
  form {
    max-width: 760px;
    gap: 28px;
  }
  @media (max-width: 980px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
      gap: 24px;
    }
    nav {
      position: static;
    }
    ol {
      grid-auto-flow: column;
      overflow-x: auto;
      justify-content: start;
      padding: 4px;
    }
    ol a {
      padding: 0 8px;
      font-size: 0;
      gap: 0;
    }
    ol a[aria-current] {
      font-size: 0.95rem;
      gap: 10px;
    }
  }
`;
