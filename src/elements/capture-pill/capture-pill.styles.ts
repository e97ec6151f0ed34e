import {css} from 'lit';

/** A small card: question, field with its button, one line for what became of it. */
export const styles = css`
  :host {
    display: block;
    font: 15px/1.45 var(--aiw-font, system-ui, sans-serif);
    color: var(--_ink);
    text-align: start;
  }
  [part='pill'] {
    position: relative;
    padding: 10px 12px 12px;
    border-radius: 18px;
    background: var(--_raised);
    animation: rise 0.22s ease-out;
  }
  form {
    display: grid;
    gap: 2px 8px;
    grid-template-columns: 1fr auto;
    align-items: center;
  }
  label {
    padding-inline-start: 6px;
    font-size: 14px;
    font-weight: 600;
  }
  [part='dismiss'] {
    margin: -8px -8px -6px 0;
  }
  [part='dismiss'] svg {
    inline-size: 18px;
  }
  .row {
    display: flex;
    gap: 4px;
    grid-column: 1 / -1;
    padding: 3px;
    border: 1px solid color-mix(in oklch, var(--_dim), transparent 40%);
    border-radius: var(--aiw-pill-radius, 26px);
    background: var(--_surface);
  }
  .row:focus-within {
    border-color: var(--_link);
    box-shadow: 0 0 0 1px var(--_link);
  }
  .invalid .row,
  .row:has([aria-invalid='true']) {
    border-color: var(--_danger);
  }
  input {
    all: unset;
    flex: 1;
    min-inline-size: 0;
    block-size: 44px;
    padding-inline: 14px 6px;
    /* iOS zooms into a field whose text is smaller than 16 px. */
    font-size: 16px;
    text-overflow: ellipsis;
  }
  input:focus-visible {
    outline: none;
  }
  input::placeholder {
    color: var(--_dim);
  }
  .primary {
    padding-inline: 18px;
  }
  .primary:disabled {
    opacity: 0.5;
    cursor: default;
  }
  p {
    grid-column: 1 / -1;
    margin: 0;
    padding-inline: 6px;
    font-size: 13px;
    color: var(--_dim);
  }
  #hint:not(:empty) {
    margin-block-start: 6px;
  }
  form:has([aria-invalid='true']) #hint {
    color: color-mix(in oklch, var(--_danger), var(--_ink) 25%);
  }
  ::slotted(*) {
    grid-column: 1 / -1;
    padding: 6px 6px 0;
    font-size: 12px;
    color: var(--_dim);
  }
  .done {
    display: flex;
    gap: 8px;
    align-items: center;
    padding: 2px;
    font-size: 14px;
    color: var(--_good);
  }
  b {
    margin-inline-start: auto;
    overflow: hidden;
    text-overflow: ellipsis;
    font-weight: 500;
    color: var(--_ink);
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }
  @media (forced-colors: active) {
    [part='pill'] {
      border: 1px solid CanvasText;
    }
  }
`;
