import {css} from 'lit';

/** The agent on the reading side, the visitor opposite; the line below a bubble waits for a reader. */
export const styles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }
  .agent,
  .visitor {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
  }
  .visitor {
    align-items: flex-end;
  }
  .bubble {
    max-inline-size: 100%;
    padding: 9px 14px;
    border-radius: 18px;
    border-end-start-radius: 6px;
    background: var(--_raised);
    overflow-wrap: anywhere;
  }
  .visitor .bubble {
    border-end-start-radius: 18px;
    border-end-end-radius: 6px;
    background: var(--_strong);
    color: var(--_on-strong);
  }
  p {
    margin: 0;
    white-space: pre-wrap;
  }
  p + *,
  * + p,
  pre,
  ul,
  ol {
    margin-block: 8px 0;
  }
  :is(ul, ol, pre):first-child {
    margin-block-start: 0;
  }
  ul,
  ol {
    padding-inline-start: 22px;
  }
  ul ul,
  ol ul,
  ul ol,
  li + li {
    margin-block-start: 4px;
  }
  li::marker {
    color: var(--_dim);
  }
  strong {
    font-weight: 650;
  }
  code {
    padding: 1px 5px;
    border-radius: 5px;
    font:
      0.9em/1.4 ui-monospace,
      monospace;
    background: color-mix(in oklch, var(--_ink), transparent 92%);
  }
  pre {
    padding: 10px 12px;
    border-radius: 10px;
    overflow-x: auto;
    background: color-mix(in oklch, var(--_ink), transparent 93%);
  }
  pre code {
    padding: 0;
    background: none;
  }
  a {
    border-radius: 3px;
    color: var(--_link);
    text-underline-offset: 2px;
    text-decoration-thickness: 1px;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  a:focus-visible {
    outline: 2px solid var(--_link);
    outline-offset: 2px;
  }
  .out svg {
    inline-size: 0.8em;
    block-size: 0.8em;
    margin-inline-start: 2px;
    vertical-align: -0.02em;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 2px;
    max-inline-size: 100%;
    min-block-size: 28px;
    padding-inline: 4px;
    font-size: 12px;
    color: var(--_dim);
  }
  .visitor .row {
    flex-direction: row-reverse;
  }
  time {
    padding-inline-end: 6px;
    font-variant-numeric: tabular-nums;
  }
  .small {
    min-inline-size: 28px;
    min-block-size: 28px;
    border-radius: 14px;
  }
  .small svg {
    inline-size: 16px;
    block-size: 16px;
  }
  @media (hover: none) {
    .small {
      min-inline-size: 44px;
      min-block-size: 36px;
    }
  }
  @media (hover: hover) {
    time,
    button {
      opacity: var(--_asked, 1);
      transition: opacity 0.15s;
    }
    :host(:not(:hover, :focus-within)) .row:not(.kept) {
      --_asked: 0;
    }
    .kept {
      --_asked: 1;
    }
  }
  @media (forced-colors: active) {
    .bubble {
      border: 1px solid CanvasText;
    }
  }
`;
