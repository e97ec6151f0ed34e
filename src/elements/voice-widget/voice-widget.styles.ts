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
    --_gap: max(20px, env(safe-area-inset-bottom), env(safe-area-inset-right));
    position: fixed;
    inset: auto var(--_gap) var(--_gap) auto;
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
  .root[data-placement$='left'] {
    right: auto;
    left: var(--_gap);
  }
  .root[data-placement^='top'] {
    bottom: auto;
    top: var(--_gap);
  }
  @media print {
    .root {
      display: none;
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
  aiw-orb,
  .label {
    pointer-events: none;
  }
  .label {
    position: absolute;
    inset-block: 0;
    inset-inline-end: calc(100% + 12px);
    height: fit-content;
    margin-block: auto;
    padding: 8px 14px;
    border-radius: 999px;
    background: light-dark(#16181d, #f1f2f5);
    color: light-dark(#fff, #16181d);
    font:
      500 14px/1.3 system-ui,
      sans-serif;
    white-space: nowrap;
    opacity: 0;
    transform: translateX(8px);
    transition:
      opacity 0.18s,
      transform 0.18s;
  }
  [data-placement$='left'] .label {
    inset-inline: calc(100% + 12px) auto;
    transform: translateX(-8px);
  }
  button:focus-visible .label {
    opacity: 1;
    transform: none;
  }
  @media (hover: hover) {
    button:hover .label {
      opacity: 1;
      transform: none;
    }
  }

  /* The card is there at the press, its orb in the middle; the panel covers it when it arrives. */
  .open {
    --_opening: none;
    width: min(384px, 100vw - 40px);
    height: min(620px, 100dvh - 40px);
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
