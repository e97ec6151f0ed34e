import {css} from 'lit';

/** A field that grows to four lines, its button inside, hang-up beside it. */
export const styles = css`
  :host {
    display: block;
  }
  form {
    display: flex;
    align-items: flex-end;
    gap: 8px;
    padding: 4px 12px 12px;
  }
  .bare {
    justify-content: center;
  }
  .bare:empty {
    display: none;
  }
  .box {
    display: flex;
    flex: 1;
    align-items: flex-end;
    min-inline-size: 0;
    padding: 2px;
    border: 1px solid transparent;
    border-radius: 26px;
    background: var(--_raised);
    transition: border-color 0.15s;
  }
  .box:focus-within {
    border-color: var(--_link);
    background: var(--_surface);
    box-shadow: 0 0 0 1px var(--_link);
  }
  textarea {
    all: unset;
    flex: 1;
    box-sizing: border-box;
    min-inline-size: 0;
    max-block-size: calc(4 * 22px + 22px);
    padding: 11px 4px 11px 14px;
    padding-inline: 14px 4px;
    /* iOS zooms into a field whose text is smaller than 16 px. */
    font-size: 16px;
    line-height: 22px;
    overflow-y: auto;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    scrollbar-width: thin;
  }
  textarea:focus-visible {
    outline: none;
  }
  textarea::placeholder {
    color: var(--_dim);
    white-space: nowrap;
  }
  .count {
    align-self: flex-end;
    padding: 0 6px 13px;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    color: var(--_dim);
  }
  .count:empty {
    padding: 0;
  }
  .box button {
    flex: none;
  }
  .primary:disabled {
    background: transparent;
    color: var(--_dim);
    cursor: default;
  }
  .hang-up {
    flex: none;
    inline-size: 50px;
    block-size: 50px;
    border-radius: 25px;
    background: var(--_danger);
    color: #fff;
  }
  .hang-up svg {
    inline-size: 28px;
    block-size: 28px;
    fill: currentColor;
    stroke-width: 0;
  }
  .hang-up:hover {
    background: color-mix(in oklch, var(--_danger), #000 12%);
  }
  .soft,
  .soft:hover {
    color: var(--_danger);
    background: color-mix(in oklch, var(--_danger), transparent 90%);
  }
`;
