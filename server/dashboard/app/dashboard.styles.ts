import {css} from 'lit';

/** The frame around every view: a side bar, on a phone a bar at the bottom. */
export const shell = css`
  :host {
    display: grid;
    grid-template-columns: 232px minmax(0, 1fr);
    min-height: 100dvh;
  }
  :host([bare]) {
    grid-template-columns: minmax(0, 1fr);
  }
  header {
    position: sticky;
    top: 0;
    height: 100dvh;
    display: flex;
    flex-direction: column;
    gap: 24px;
    padding: 22px 14px 14px;
    border-inline-end: 1px solid var(--wa-color-surface-border);
    background: var(--wa-color-surface-lowered);
  }
  .brand {
    display: flex;
    gap: 10px;
    align-items: center;
    padding: 0 10px;
    font-weight: 650;
    color: inherit;
    text-decoration: none;
    overflow-wrap: anywhere;
  }
  nav {
    display: grid;
    gap: 2px;
  }
  nav a {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 44px;
    padding: 0 12px;
    border-radius: 10px;
    color: var(--wa-color-text-normal);
    text-decoration: none;
    font-weight: 500;
  }
  nav a:hover {
    background: color-mix(in oklab, currentColor 6%, transparent);
  }
  nav a[aria-current] {
    background: var(--wa-color-brand-fill-quiet);
    color: var(--wa-color-brand-on-quiet);
  }
  .who {
    margin-block-start: auto;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    padding-inline-start: 12px;
  }
  .who .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    color: var(--wa-color-text-quiet);
    font-size: 0.92rem;
  }
  .out {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    border: 0;
    border-radius: 10px;
    background: none;
    color: var(--wa-color-text-quiet);
    cursor: pointer;
  }
  .out:hover {
    background: color-mix(in oklab, currentColor 8%, transparent);
  }
  .out:focus-visible {
    outline: var(--wa-focus-ring);
  }
  main {
    padding: 36px clamp(16px, 4vw, 48px) 72px;
    max-width: 1180px;
    width: 100%;
    outline: none;
  }
  :host([bare]) main {
    max-width: none;
    display: grid;
    align-content: center;
    padding: 24px;
  }
  .skip {
    position: fixed;
    inset-block-start: -60px;
    inset-inline-start: 12px;
    z-index: 10;
    padding: 10px 14px;
    border: 0;
    border-radius: 10px;
    font: inherit;
    color: inherit;
    background: var(--wa-color-surface-raised);
    box-shadow: var(--wa-shadow-m);
  }
  .skip:focus {
    inset-block-start: 12px;
  }
  .notices {
    position: fixed;
    inset-inline: 16px;
    inset-block-end: 24px;
    z-index: 20;
    display: grid;
    justify-items: center;
    pointer-events: none;
  }
  .notice {
    max-width: 60ch;
    padding: 12px 18px;
    border-radius: 12px;
    background: var(--wa-color-neutral-10);
    color: #fff;
    box-shadow: var(--wa-shadow-l);
  }
  .notice.bad {
    background: #a3121e;
  }
  @media (max-width: 760px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: minmax(0, 1fr) auto;
    }
    header {
      position: sticky;
      top: auto;
      bottom: 0;
      order: 2;
      height: auto;
      flex-direction: row;
      padding: 4px 8px calc(4px + env(safe-area-inset-bottom));
      border: 0;
      border-block-start: 1px solid var(--wa-color-surface-border);
      z-index: 5;
    }
    .brand,
    .who .name {
      display: none;
    }
    .who {
      padding: 0;
    }
    nav {
      flex: 1;
      grid-auto-flow: column;
      grid-auto-columns: 1fr;
    }
    nav a {
      flex-direction: column;
      justify-content: center;
      gap: 2px;
      padding: 4px;
      font-size: 0.72rem;
      min-height: 52px;
    }
    main {
      padding: 24px 16px 48px;
    }
    .notices {
      inset-block-end: 84px;
    }
  }
`;
