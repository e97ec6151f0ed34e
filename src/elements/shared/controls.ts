import {css} from 'lit';

/** Buttons and focus rings, and the plain box that inner elements start from. */
export const controls = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  button {
    all: unset;
    box-sizing: border-box;
    cursor: pointer;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 44px;
    min-inline-size: 44px;
    border-radius: 22px;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
    transition:
      background-color 0.15s,
      transform 0.15s,
      opacity 0.15s;
  }
  button:active {
    transform: scale(0.96);
  }
  button:focus-visible,
  textarea:focus-visible,
  input:focus-visible,
  [tabindex]:focus-visible {
    outline: 2px solid var(--_link);
    outline-offset: 2px;
  }
  .icon {
    color: var(--_dim);
  }
  .icon:hover {
    background: var(--_raised);
    color: var(--_ink);
  }
  .primary {
    background: var(--_strong);
    color: var(--_on-strong);
    font-weight: 600;
  }
  .primary:hover {
    background: color-mix(in oklch, var(--_strong), #000 10%);
  }
  svg {
    flex: none;
    inline-size: 22px;
    block-size: 22px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    button {
      border: 1px solid ButtonText;
    }
  }
`;
