import {css} from 'lit';

/** A sheet over the lower part of the card, what lies behind it dimmed. */
export const styles = css`
  :host {
    position: absolute;
    inset: 0;
    z-index: 1;
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    background: #0006;
    animation: dim 0.2s ease-out;
  }
  section {
    display: flex;
    flex-direction: column;
    gap: 4px;
    max-block-size: 100%;
    padding: 8px 16px calc(16px + env(safe-area-inset-bottom));
    overflow: auto;
    border-start-start-radius: var(--_r);
    border-start-end-radius: var(--_r);
    background: var(--_surface);
    animation: rise 0.24s cubic-bezier(0.2, 0.9, 0.3, 1);
  }
  header {
    display: flex;
    align-items: center;
    margin-inline-end: -10px;
  }
  h3 {
    flex: 1;
    margin: 0;
    font-size: 16px;
    font-weight: 650;
  }
  .row {
    display: grid;
    grid-template-columns: 22px 1fr auto;
    align-items: center;
    gap: 4px 12px;
    padding-block: 8px;
  }
  .row > svg {
    color: var(--_dim);
  }
  .name {
    font-size: 14px;
    font-weight: 550;
  }
  .select,
  input[type='range'] {
    grid-column: 2 / -1;
  }
  .select {
    position: relative;
    display: block;
  }
  select {
    all: unset;
    box-sizing: border-box;
    inline-size: 100%;
    block-size: 44px;
    padding-inline: 14px 38px;
    border: 1px solid var(--_line);
    border-radius: 14px;
    background: var(--_raised);
    /* iOS zooms into a control whose text is smaller than 16 px. */
    font-size: 16px;
    line-height: 42px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    cursor: pointer;
  }
  option {
    background: var(--_surface);
    color: var(--_ink);
  }
  .select::after {
    content: '';
    position: absolute;
    inset-block-start: 16px;
    inset-inline-end: 17px;
    inline-size: 7px;
    block-size: 7px;
    border: solid var(--_dim);
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    pointer-events: none;
  }
  select:focus-visible,
  input:focus-visible {
    outline: 2px solid var(--_link);
    outline-offset: 2px;
  }
  .meter {
    display: block;
    block-size: 4px;
    margin: 8px 2px 0;
    border-radius: 2px;
    background: linear-gradient(var(--_good), var(--_good)) no-repeat 0 /
      calc(var(--_level, 0) * 100%) 100% var(--_line);
  }
  :host(:dir(rtl)) .meter {
    background-position: 100% 0;
  }
  output {
    grid-area: 1 / 3;
    font-size: 13px;
    font-variant-numeric: tabular-nums;
    color: var(--_dim);
  }
  input[type='range'] {
    inline-size: 100%;
    block-size: 28px;
    margin: 0;
    appearance: none;
    background: none;
    cursor: pointer;
  }
  input::-webkit-slider-runnable-track {
    block-size: 4px;
    border-radius: 2px;
    background: linear-gradient(var(--_strong), var(--_strong)) no-repeat 0 / var(--_share) 100%
      var(--_line);
  }
  input:dir(rtl)::-webkit-slider-runnable-track {
    background-position: 100% 0;
  }
  input::-webkit-slider-thumb {
    appearance: none;
    inline-size: 20px;
    block-size: 20px;
    margin-block-start: -8px;
    border: 3px solid var(--_surface);
    border-radius: 50%;
    background: var(--_strong);
    box-shadow: 0 0 0 1px var(--_line);
  }
  input::-moz-range-track {
    block-size: 4px;
    border-radius: 2px;
    background: var(--_line);
  }
  input::-moz-range-progress {
    block-size: 4px;
    border-radius: 2px;
    background: var(--_strong);
  }
  input::-moz-range-thumb {
    inline-size: 16px;
    block-size: 16px;
    border: none;
    border-radius: 50%;
    background: var(--_strong);
  }
  .switch {
    grid-template-columns: 1fr auto;
    cursor: pointer;
  }
  small {
    display: block;
    font-size: 13px;
    font-weight: 400;
    color: var(--_dim);
  }
  [role='switch'] {
    appearance: none;
    position: relative;
    inline-size: 48px;
    block-size: 28px;
    margin: 0;
    border-radius: 14px;
    background: var(--_switch, #80868f);
    cursor: pointer;
    transition: background-color 0.15s;
  }
  [role='switch']::before {
    content: '';
    position: absolute;
    inset: 3px auto auto 3px;
    inset-inline: 3px auto;
    inline-size: 22px;
    block-size: 22px;
    border-radius: 50%;
    background: #fff;
    transition: inset-inline-start 0.15s;
  }
  [role='switch']:checked {
    background: var(--_strong);
  }
  [role='switch']:checked::before {
    inset-inline-start: 23px;
    background: var(--_on-strong);
  }
  .note {
    margin: 0;
    font-size: 13.5px;
    color: var(--_dim);
    text-wrap: pretty;
  }
  .note:empty {
    display: none;
  }
  @keyframes dim {
    from {
      background: #0000;
    }
  }
  @keyframes rise {
    from {
      transform: translateY(24px);
      opacity: 0;
    }
  }
  @media (forced-colors: active) {
    select,
    [role='switch'] {
      border: 1px solid ButtonText;
    }
    .meter {
      border: 1px solid CanvasText;
      block-size: 6px;
      forced-color-adjust: none;
    }
    [role='switch']::before {
      background: ButtonText;
    }
    input[type='range'] {
      appearance: auto;
    }
  }
`;
