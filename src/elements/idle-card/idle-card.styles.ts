import {css} from 'lit';

/** The panel's own surface and type, at rest. */
export const styles = css`
  :host {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    font: 15px/1.45 var(--aiw-font, system-ui, sans-serif);
    color: var(--_ink);
    text-align: start;
    pointer-events: auto;
  }
  :host([hidden]) {
    visibility: hidden;
  }
  .card {
    display: flex;
    flex-direction: column;
    box-sizing: border-box;
    block-size: 100%;
    padding: 18px 20px 20px;
    overflow: hidden auto;
    border-radius: var(--aiw-radius, 20px);
    background: var(--_surface);
    box-shadow:
      0 0 0 1px color-mix(in oklch, var(--_ink), transparent 92%),
      0 1px 3px #0000000f,
      0 10px 32px -12px #00000024;
  }
  .header {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 36px;
  }
  b {
    overflow: hidden;
    font-size: 16px;
    font-weight: 650;
    line-height: 1.3;
    letter-spacing: -0.01em;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  img {
    flex: none;
    inline-size: 36px;
    block-size: 36px;
    border-radius: 50%;
    object-fit: cover;
  }
  .middle {
    flex: 1;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: safe center;
    gap: 24px;
    padding-block: 12px;
    text-align: center;
  }
  p {
    margin: 0;
  }
  .greeting {
    max-inline-size: 30ch;
    font-size: 19px;
    line-height: 1.42;
    letter-spacing: -0.008em;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .small {
    font-size: 12px;
    line-height: 1.35;
    text-align: center;
    text-wrap: balance;
    color: var(--_dim);
  }
  @media (forced-colors: active) {
    .card {
      border: 1px solid CanvasText;
    }
  }
`;
