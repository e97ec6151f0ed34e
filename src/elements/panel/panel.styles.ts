import {css} from 'lit';

/** A card; a sheet up to the top safe area where the screen is small. */
export const styles = css`
  :host {
    all: initial;
    display: block;
    inline-size: 100%;
    block-size: 100%;
    color-scheme: var(--aiw-color-scheme, inherit);
    font: 15px/1.45 var(--aiw-font, system-ui, sans-serif);
    color: var(--_ink);
    text-align: start;
    -webkit-text-size-adjust: 100%;
  }
  .card {
    --_r: var(--aiw-radius, 20px);
    position: relative;
    display: flex;
    flex-direction: column;
    block-size: calc(100% - var(--_keyboard, 0px));
    translate: 0 var(--_pushed, 0px);
    overflow: hidden;
    border-radius: var(--_r);
    background: var(--_surface);
    color: var(--_ink);
    outline: none;
    box-shadow:
      0 0 0 1px color-mix(in oklch, var(--_ink), transparent 92%),
      0 2px 8px #0000000f,
      0 16px 48px -8px #00000038;
    transform-origin: var(--_origin, 100% 100%);
    animation: var(--_opening, open 0.22s cubic-bezier(0.2, 0.9, 0.3, 1));
  }
  .disclosure {
    flex: none;
    margin: -2px 20px 4px;
    font-size: 12px;
    line-height: 1.35;
    text-align: center;
    text-wrap: balance;
    color: var(--_dim);
  }
  .middle {
    position: relative;
    flex: 1;
    min-block-size: 0;
    padding: 4px 16px 12px;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--_line) transparent;
    outline-offset: -2px !important;
  }
  .content {
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    min-block-size: 100%;
  }
  .text .content {
    justify-content: flex-start;
  }
  aiw-stage {
    min-block-size: calc(100cqb - 16px);
  }
  .stage {
    container-type: size;
    mask: linear-gradient(#0000, #000 28px);
  }
  .foot {
    position: relative;
    flex: none;
    padding-block-end: env(safe-area-inset-bottom);
  }
  aiw-capture-pill {
    margin: 0 12px 8px;
  }
  .latest {
    position: absolute;
    inset-block-end: 100%;
    inset-inline: 0;
    margin: 0 auto 4px;
    inline-size: max-content;
    padding-inline: 16px;
    font-size: 13px;
    font-weight: 600;
    background: var(--_surface);
    box-shadow:
      0 0 0 1px var(--_line),
      0 4px 12px #0000001f;
  }
  .replies {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding: 0 12px 8px;
  }
  .replies button {
    padding-inline: 14px;
    border: 1px solid color-mix(in oklch, var(--_link), transparent 60%);
    font-size: 14px;
    font-weight: 500;
    color: var(--_link);
  }
  .replies button:hover {
    background: color-mix(in oklch, var(--_link), transparent 92%);
  }
  @keyframes open {
    from {
      opacity: 0;
      transform: translateY(10px) scale(0.92);
    }
  }
  @media (max-width: 480px), (max-height: 420px) {
    .card {
      padding: env(safe-area-inset-top) env(safe-area-inset-right) 0 env(safe-area-inset-left);
      border-end-start-radius: 0;
      border-end-end-radius: 0;
      transform-origin: 50% 100%;
    }
  }
  @media (forced-colors: active) {
    .card {
      border: 1px solid CanvasText;
    }
  }
`;
