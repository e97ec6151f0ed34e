import {css} from 'lit';

/** The list of rules beside the visit to try them on. */
export const triggerStyles = css`
  :host {
    display: grid;
    gap: 20px;
  }
  .back {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    color: var(--wa-color-text-quiet);
    text-decoration: none;
  }
  .two {
    display: grid;
    grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr);
    gap: 28px;
    align-items: start;
  }
  ol {
    list-style: none;
    margin: 0;
    padding: 0;
    display: grid;
    gap: 14px;
  }
  li.card {
    padding: 14px 14px 6px;
  }
  .dragged {
    opacity: 0.6;
    border-color: var(--wa-color-brand-border-loud);
  }
  .head {
    display: flex;
    gap: 10px;
    align-items: start;
  }
  .grip {
    color: var(--wa-color-text-quiet);
    cursor: grab;
    padding-block-start: 2px;
  }
  .buttons {
    display: flex;
  }
  .buttons button {
    display: grid;
    place-items: center;
    width: 36px;
    height: 36px;
    border: 0;
    border-radius: 8px;
    background: none;
    color: var(--wa-color-text-quiet);
    cursor: pointer;
  }
  .buttons button:hover:not(:disabled) {
    background: color-mix(in oklab, currentColor 10%, transparent);
  }
  .buttons button:disabled {
    opacity: 0.35;
    cursor: default;
  }
  button:focus-visible {
    outline: var(--wa-focus-ring);
    outline-offset: 2px;
  }
  .ready {
    display: grid;
    gap: 12px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 180px), 1fr));
    width: 100%;
  }
  .ready button {
    display: grid;
    gap: 4px;
    text-align: start;
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  .ready button:hover {
    border-color: var(--wa-color-brand-border-normal);
  }
  @media (max-width: 980px) {
    .two {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
