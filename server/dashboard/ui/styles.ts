import {css} from 'lit';

/** What every view begins with: type, space, forms, cards, tables. */
export const base = css`
  :host {
    display: block;
    grid-template-columns: minmax(0, 1fr);
    color: var(--wa-color-text-normal);
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p {
    margin: 0;
  }
  h1 {
    font-size: 1.6rem;
    line-height: 1.2;
    letter-spacing: -0.015em;
    font-weight: 650;
  }
  h2 {
    font-size: 1.1rem;
    line-height: 1.3;
    font-weight: 620;
  }
  h3 {
    font-size: 0.95rem;
    font-weight: 620;
  }
  a {
    color: var(--wa-color-text-link);
    text-underline-offset: 2px;
  }
  a:focus-visible,
  summary:focus-visible,
  [tabindex]:focus-visible {
    outline: var(--wa-focus-ring);
    outline-offset: 2px;
    border-radius: 4px;
  }
  code,
  pre,
  .mono {
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    font-size: 0.88em;
  }
  .quiet {
    color: var(--wa-color-text-quiet);
  }
  .small {
    font-size: 0.88rem;
  }
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
    align-content: start;
  }
  .stack.tight {
    gap: 8px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    align-items: center;
  }
  .row.end {
    justify-content: flex-end;
  }
  .row.between {
    justify-content: space-between;
  }
  .grow {
    flex: 1 1 auto;
    min-width: 0;
  }
  .columns {
    display: grid;
    gap: 20px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr));
  }
  .card {
    border: 1px solid var(--wa-color-surface-border);
    border-radius: 14px;
    padding: 20px;
    background: var(--wa-color-surface-raised);
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th {
    text-align: start;
    font-weight: 600;
    font-size: 0.82rem;
    color: var(--wa-color-text-quiet);
    white-space: nowrap;
  }
  th,
  td {
    padding: 12px 14px;
    border-bottom: 1px solid var(--wa-color-surface-border);
    vertical-align: top;
  }
  tr:last-child td {
    border-bottom: 0;
  }
  td.number,
  th.number {
    text-align: end;
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: 12px;
    text-align: center;
    padding: 56px 24px;
    border: 1px dashed var(--wa-color-surface-border);
    border-radius: 14px;
  }
  .empty p {
    max-width: 46ch;
    color: var(--wa-color-text-quiet);
  }
  /* Read aloud, and not seen. */
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .error {
    color: var(--wa-color-danger-on-quiet);
  }
`;
