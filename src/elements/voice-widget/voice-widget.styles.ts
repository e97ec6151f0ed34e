import {css} from 'lit';

/**
 * The widget's place on the page. Everything is set on the inner root, out of
 * reach of the page's own rules; the root is in the top layer where there is one.
 */
export const styles = css`
  :host {
    display: contents !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  .root {
    all: initial;
    --_x: max(var(--aiw-offset-x, 20px), env(safe-area-inset-left), env(safe-area-inset-right));
    --_y: max(var(--aiw-offset-y, 20px), env(safe-area-inset-top), env(safe-area-inset-bottom));
    position: fixed;
    inset: auto var(--_x) var(--_y) auto;
    z-index: var(--aiw-z-index, 2147483000);
    display: block;
    margin: 0;
    border: 0;
    padding: 0;
    overflow: visible;
    background: none;
    pointer-events: none;
    color-scheme: inherit;
    direction: inherit;
    font:
      15px/1.45 system-ui,
      sans-serif;
  }
  .root[data-scheme='light'] {
    color-scheme: light;
  }
  .root[data-scheme='dark'] {
    color-scheme: dark;
  }
  /* Another display than before is another box: what changes its corner has not shifted. */
  .root[data-placement$='left'] {
    display: flow-root;
    right: auto;
    left: var(--_x);
  }
  .root[data-placement^='top'] {
    display: flow-root;
    bottom: auto;
    top: var(--_y);
  }
  @media print {
    .root {
      display: none !important;
    }
  }

  button {
    all: initial;
    position: relative;
    display: flex;
    border-radius: 50%;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
    touch-action: manipulation;
    transition: transform 0.2s cubic-bezier(0.3, 1.4, 0.5, 1);
  }
  button:hover {
    transform: translateY(-2px) scale(1.03);
  }
  button:active {
    transform: scale(0.97);
  }
  button:focus-visible {
    outline: 3px solid var(--aiw-accent, #3d63f5);
    outline-offset: 4px;
  }
  slot {
    pointer-events: none;
  }
  /* Its styles come with the panel, at the first sign of interest. */
  .label {
    display: none;
  }
  /* The card is there at the press, its orb in the middle; the panel covers it when it arrives. */
  .open {
    --_opening: none;
    width: min(var(--aiw-panel-width, 384px), 100vw - 40px);
    height: min(var(--aiw-panel-height, 620px), 100dvh - 40px);
    border-radius: var(--aiw-radius, 20px);
    background: var(--aiw-surface, light-dark(#fff, #17191f));
    box-shadow: 0 16px 48px -8px #00000038;
    transform-origin: var(--_origin, 100% 100%);
    animation: open 0.2s ease-out;
  }
  .open button {
    position: absolute;
    inset: 0 0 42%;
    width: fit-content;
    height: fit-content;
    margin: auto;
    transform: scale(2);
  }
  @keyframes open {
    from {
      opacity: 0;
      transform: scale(0.92);
    }
  }
  .root[data-anchored] {
    inset: 0 auto auto 0;
  }
  @media (max-width: 480px), (max-height: 420px) {
    .root.open {
      inset: 0;
      width: auto;
      height: auto;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation: none !important;
    }
  }
`;
