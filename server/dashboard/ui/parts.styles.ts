import {css} from 'lit';

/** Parts that several views are made of: titled cards, lists of things, small buttons, fields at fault. */
export const parts = css`
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    align-content: start;
  }
  .card > header {
    display: grid;
    gap: 4px;
    max-width: 68ch;
  }
  .card > footer {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    align-items: center;
  }
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    align-content: start;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    align-items: flex-start;
  }
  .line > * {
    flex: 1 1 200px;
    min-width: 0;
  }
  .line > wa-button {
    flex: 0 0 auto;
    /* Beside the field, below its label. */
    margin-block-start: 26px;
  }
  @media (max-width: 760px) {
    .line > wa-button {
      margin-block-start: 0;
    }
  }
  .narrow {
    max-width: 440px;
  }
  ul.list {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  ul.list > li {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    padding: 14px 0;
    border-block-start: 1px solid var(--wa-color-surface-border);
  }
  ul.list > li:first-child {
    border-block-start: 0;
    padding-block-start: 0;
  }
  ul.list > li:last-child {
    padding-block-end: 0;
  }
  ul.list .what {
    flex: 1 1 220px;
    min-width: 0;
    display: grid;
    gap: 2px;
    overflow-wrap: anywhere;
  }
  .strong {
    font-weight: 600;
  }
  .icon-button {
    display: inline-grid;
    place-items: center;
    flex: none;
    width: 44px;
    height: 44px;
    border: 0;
    border-radius: 10px;
    background: none;
    color: var(--wa-color-text-quiet);
    font: inherit;
    cursor: pointer;
  }
  .icon-button:hover:not(:disabled) {
    background: color-mix(in oklab, currentColor 8%, transparent);
    color: var(--wa-color-text-normal);
  }
  .icon-button:focus-visible {
    outline: var(--wa-focus-ring);
  }
  .icon-button:disabled {
    opacity: 0.35;
    cursor: default;
  }
  .bad::part(hint) {
    color: var(--wa-color-danger-on-quiet);
    font-weight: 500;
  }
  .bad::part(base),
  .bad::part(input-wrapper),
  .bad::part(tag-input) {
    border-color: var(--wa-color-danger-border-loud);
  }
  .aside {
    border-radius: 12px;
    padding: 16px;
    background: var(--wa-color-surface-lowered);
    display: grid;
    gap: 12px;
  }
  dl.pairs {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 8px 20px;
    margin: 0;
  }
  dl.pairs dt {
    color: var(--wa-color-text-quiet);
  }
  dl.pairs dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
`;
