import {css} from 'lit';

/** A card under its button, above whatever comes after. */
export const styles = css`
  :host {
    position: relative;
    display: inline-flex;
    flex: none;
  }
  .menu {
    position: absolute;
    inset-block-start: calc(100% + 4px);
    inset-inline-end: 0;
    z-index: 1;
    display: flex;
    flex-direction: column;
    min-inline-size: 208px;
    max-inline-size: min(300px, 76vw);
    max-block-size: min(440px, 60vh);
    padding: 6px;
    overflow: hidden auto;
    overscroll-behavior: contain;
    border-radius: 16px;
    background: var(--_surface);
    box-shadow:
      0 0 0 1px var(--_line),
      0 2px 6px #00000014,
      0 12px 32px -6px #0000003d;
    transform-origin: 100% 0;
    animation: drop 0.14s ease-out;
  }
  .menu button {
    justify-content: flex-start;
    gap: 12px;
    padding: 0 14px 0 10px;
    padding-inline: 10px 14px;
    border-radius: 10px;
    font-size: 14px;
    text-align: start;
  }
  .menu button:is(:hover, :focus) {
    background: var(--_raised);
  }
  .menu button:focus-visible {
    outline-offset: -2px;
  }
  .menu span {
    flex: 1;
  }
  .menu svg {
    inline-size: 19px;
    color: var(--_dim);
  }
  @keyframes drop {
    from {
      opacity: 0;
      transform: scale(0.96) translateY(-4px);
    }
  }
  @media (forced-colors: active) {
    .menu {
      border: 1px solid CanvasText;
    }
  }
`;
