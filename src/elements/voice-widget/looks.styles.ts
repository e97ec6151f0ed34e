import {css} from 'lit';

/** Scheme, pill, and what stands in the page's flow. */
export const styles = css`
  .root {
    --_orb: var(--aiw-orb-size, 60px);
  }

  .root[data-variant='pill']:is(:not(.open), [data-placement='inline']) button {
    color-scheme: inherit;
    align-items: center;
    gap: 11px;
    max-inline-size: calc(100vw - 2 * var(--_x));
    box-sizing: border-box;
    padding: 7px;
    padding-inline-end: 22px;
    border-radius: 999px;
    background: var(--aiw-surface, light-dark(#fff, #1e2129));
    color: var(--aiw-ink, light-dark(#16181d, #f1f2f5));
    box-shadow:
      0 0 0 1px light-dark(#16181d14, #f1f2f51f),
      0 2px 6px #0000000f,
      0 10px 28px -6px #00000042;
  }
  .root[data-variant='pill'] :is(aiw-orb, img) {
    --aiw-orb-size: calc(var(--_orb) * 0.72);
    flex: none;
  }
  img {
    inline-size: var(--aiw-orb-size);
    block-size: var(--aiw-orb-size);
    border-radius: 50%;
    object-fit: cover;
    pointer-events: none;
  }
  img + slot {
    display: none;
  }
  .root[data-variant='pill'] .label {
    position: static;
    display: block;
    overflow: hidden;
    height: auto;
    margin: 0;
    padding: 0;
    background: none;
    color: inherit;
    font: 600 15px/1.35 var(--aiw-font, system-ui, sans-serif);
    letter-spacing: -0.005em;
    white-space: nowrap;
    text-overflow: ellipsis;
    opacity: 1;
    transform: none;
  }
  .root[data-variant='pill'].open:not([data-placement='inline']) .label {
    display: none;
  }

  .root[data-placement='inline'] {
    position: relative;
    inset: auto;
    z-index: auto;
    display: inline-block;
    vertical-align: middle;
  }
  .root[data-placement='inline'].open {
    width: auto;
    height: auto;
    border-radius: 0;
    background: none;
    box-shadow: none;
    animation: none;
  }
  .root[data-placement='inline'].open button {
    position: relative;
    inset: auto;
    margin: 0;
    transform: none;
  }
  .root[data-placement='inline'][data-variant='orb'] .label {
    inset: calc(100% + 10px) auto auto 50%;
    translate: -50%;
  }
  aiw-panel[popover] {
    position: fixed;
    inset: 0 auto auto 0;
    z-index: var(--aiw-z-index, 2147483000);
    inline-size: min(var(--aiw-panel-width, 384px), 100vw - 40px);
    block-size: min(var(--aiw-panel-height, 620px), 100dvh - 40px);
    overflow: visible;
  }

  .root[data-variant='panel'] {
    display: block;
    inline-size: min(var(--aiw-panel-width, 384px), 100%);
    block-size: var(--aiw-panel-height, 620px);
  }
  .root[data-variant='panel'].open {
    --_opening: none;
    width: min(var(--aiw-panel-width, 384px), 100%);
    height: var(--aiw-panel-height, 620px);
  }
  .root[data-variant='panel'] aiw-panel {
    position: absolute;
    inset: 0;
  }
  /* It has a place of its own on the page: nothing to close, and the browser scrolls it above the keyboard. */
  .root[data-variant='panel'] aiw-panel::part(close) {
    display: none;
  }
  .root[data-variant='panel'] aiw-panel::part(card) {
    block-size: 100%;
    translate: none;
    padding: 0;
    border-radius: var(--aiw-radius, 20px);
    box-shadow:
      0 0 0 1px light-dark(#16181d14, #f1f2f51f),
      0 1px 3px #0000000f,
      0 10px 32px -12px #00000024;
  }
  .root[data-variant='panel'] button {
    flex-direction: column;
    align-items: center;
    gap: 30px;
    max-inline-size: 100%;
    padding: 20px 20px 6px;
    border-radius: 28px;
  }
  .root[data-variant='panel'] button:hover {
    transform: none;
  }
  .root[data-variant='panel'] aiw-orb {
    --aiw-orb-size: calc(var(--_orb) * 2);
  }
  .root[data-variant='panel'] .label {
    position: static;
    display: block;
    margin: 0;
    padding: 14px 26px;
    border-radius: 999px;
    background: var(--_strong);
    color: var(--_on-strong);
    font: 600 15px/1.35 var(--aiw-font, system-ui, sans-serif);
    white-space: normal;
    text-align: center;
    opacity: 1;
    transform: none;
    transition: background-color 0.15s;
  }
  .root[data-variant='panel'] button:hover .label {
    background: color-mix(in oklch, var(--_strong), #000 10%);
  }

  @media (max-width: 480px), (max-height: 420px) {
    aiw-panel[popover] {
      inset: 0;
      inline-size: auto;
      block-size: auto;
    }
  }
  @media (forced-colors: active) {
    .root[data-variant='pill'] button,
    .root[data-variant='panel'] .label {
      border: 1px solid ButtonText;
    }
  }
`;
