import {css} from 'lit';

/** A card that slides out of the launcher's corner. */
export const styles = css`
  :host {
    position: absolute;
    inset: auto 0 calc(100% + 14px) auto;
    inline-size: max-content;
    max-inline-size: min(300px, 100vw - 40px);
    pointer-events: auto;
    font: 15px/1.45 var(--aiw-font, system-ui, sans-serif);
    color: var(--_ink);
    text-align: start;
  }
  :host([placement$='left']) {
    inset-inline: 0 auto;
    right: auto;
    left: 0;
  }
  :host([placement^='top']) {
    inset-block: calc(100% + 14px) auto;
  }
  [part='teaser'] {
    display: flex;
    align-items: flex-start;
    border: 1px solid var(--_line);
    border-radius: 20px;
    background: var(--_surface);
    box-shadow:
      0 2px 6px #0000000f,
      0 12px 32px -6px #0000002b;
    animation: slide 0.24s cubic-bezier(0.2, 0.9, 0.3, 1.1);
  }
  :host([placement='bottom-right']) [part='teaser'] {
    border-bottom-right-radius: 6px;
  }
  :host([placement='bottom-left']) [part='teaser'] {
    border-bottom-left-radius: 6px;
  }
  :host([placement='top-right']) [part='teaser'] {
    border-top-right-radius: 6px;
  }
  :host([placement='top-left']) [part='teaser'] {
    border-top-left-radius: 6px;
  }
  .open {
    flex: 1;
    justify-content: flex-start;
    gap: 12px;
    padding: 14px 0 15px 18px;
    border-radius: 20px;
    overflow-wrap: anywhere;
  }
  .open:active {
    transform: none;
  }
  .open > span {
    flex: 1;
  }
  .text {
    display: block;
    text-align: start;
  }
  b {
    display: block;
    font-size: 13px;
    font-weight: 600;
    color: var(--_dim);
  }
  img {
    flex: none;
    inline-size: 36px;
    block-size: 36px;
    border-radius: 50%;
    object-fit: cover;
  }
  .icon {
    flex: none;
    margin: 2px;
  }
  .icon svg {
    inline-size: 18px;
  }
  @keyframes slide {
    from {
      opacity: 0;
      transform: translateY(8px) scale(0.96);
    }
  }
  @media (forced-colors: active) {
    [part='teaser'] {
      border-color: CanvasText;
    }
  }
`;
