import {css} from 'lit';

/** A wide button that fills while it is held. */
export const styles = css`
  :host {
    display: block;
    padding: 4px 12px;
  }
  button {
    inline-size: 100%;
    min-block-size: 56px;
    border-radius: 28px;
    background: color-mix(in oklch, var(--_link), transparent 90%);
    color: var(--_link);
    font-weight: 600;
    user-select: none;
    -webkit-user-select: none;
    -webkit-touch-callout: none;
    touch-action: none;
  }
  button:hover {
    background: color-mix(in oklch, var(--_link), transparent 84%);
  }
  .held,
  .held:hover {
    background: var(--_strong);
    color: var(--_on-strong);
    box-shadow: 0 0 0 4px color-mix(in oklch, var(--_link), transparent 75%);
  }
  button:active {
    transform: none;
  }
  button:disabled {
    cursor: default;
    opacity: 0.55;
  }
  @media (forced-colors: active) {
    .held {
      background: Highlight;
      color: HighlightText;
    }
  }
`;
