import {css} from 'lit';

/** A tinted line above the composer. */
export const styles = css`
  :host {
    display: block;
  }
  [part='notice'] {
    display: flex;
    align-items: center;
    gap: 10px;
    margin: 0 12px 8px;
    padding: 8px 12px;
    border-radius: 14px;
    font-size: 13.5px;
    line-height: 1.4;
    background: var(--_raised);
    animation: rise 0.2s ease-out;
  }
  .problem {
    background: var(--_notice);
    color: var(--_notice-ink);
  }
  svg {
    align-self: flex-start;
    inline-size: 18px;
    block-size: 18px;
    margin-block-start: 1px;
  }
  .news svg {
    color: var(--_link);
  }
  p {
    flex: 1;
    margin: 0;
    text-wrap: pretty;
  }
  button {
    flex: none;
    margin-block: -4px;
    padding-inline: 12px;
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(6px);
    }
  }
  @media (forced-colors: active) {
    [part='notice'] {
      border: 1px solid CanvasText;
    }
  }
`;
