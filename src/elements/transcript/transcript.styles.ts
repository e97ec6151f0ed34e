import {css} from 'lit';

/** One turn below the other, the visitor's opposite the agent's. */
export const styles = css`
  :host {
    display: block;
  }
  ol {
    display: flex;
    flex-direction: column;
    gap: 2px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    align-self: flex-start;
    min-inline-size: 0;
    max-inline-size: 88%;
    animation: rise 0.2s ease-out;
  }
  .visitor {
    align-self: flex-end;
  }
  .dots {
    display: inline-flex;
    gap: 5px;
    margin-block-start: 4px;
    padding: 15px 16px;
    border-radius: 18px 18px 18px 6px;
    background: var(--_raised);
  }
  .dots i {
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: var(--_dim);
    animation: nod 1.1s ease-in-out infinite;
  }
  .dots i + i {
    animation-delay: 0.15s;
  }
  .dots i + i + i {
    animation-delay: 0.3s;
  }
  footer {
    display: grid;
    justify-items: center;
    gap: 10px;
    margin-block: 22px 6px;
  }
  footer p {
    display: flex;
    gap: 12px;
    align-items: center;
    inline-size: 100%;
    margin: 0;
    font-size: 13px;
    text-align: center;
    color: var(--_dim);
  }
  footer p::before,
  footer p::after {
    content: '';
    flex: 1;
    min-inline-size: 16px;
    border-block-start: 1px solid var(--_line);
  }
  .again {
    padding-inline: 16px 20px;
    font-size: 14px;
    font-weight: 600;
    color: var(--_link);
    background: color-mix(in oklch, var(--_link), transparent 90%);
  }
  .again svg {
    inline-size: 18px;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(6px);
    }
  }
  @keyframes nod {
    30% {
      opacity: 0.4;
      transform: translateY(-3px);
    }
  }
  @media (forced-colors: active) {
    .dots {
      border: 1px solid CanvasText;
    }
    .dots i {
      background: CanvasText;
    }
  }
`;
