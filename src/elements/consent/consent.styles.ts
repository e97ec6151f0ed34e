import {css} from 'lit';

/** The question fills the conversation's place; its choices stay in sight while the text scrolls. */
export const styles = css`
  :host {
    display: block;
    flex: none;
    min-block-size: 0;
  }
  :host([asked]) {
    flex: 1;
  }
  .question {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    animation: rise 0.2s ease-out;
  }
  /* Focused to be read out, and no stop of the keyboard's. */
  .question:focus-visible {
    outline: none;
  }
  .read {
    flex: 1;
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    min-block-size: 0;
    padding: 4px 24px 20px;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--_line) transparent;
    outline-offset: -2px !important;
    mask: linear-gradient(#000 calc(100% - 20px), #0000);
  }
  .read::before,
  .read::after {
    content: '';
    flex: 1;
  }
  aiw-orb {
    --aiw-orb-size: 64px;
    flex: none;
    align-self: center;
    margin-block-end: 20px;
  }
  h3 {
    align-self: center;
    margin: 0 0 10px;
    font-size: 19px;
    line-height: 1.35;
    letter-spacing: -0.008em;
    text-align: center;
  }
  p {
    margin: 0;
  }
  .text {
    align-self: center;
    max-inline-size: 100%;
    color: var(--_ink);
    white-space: pre-line;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  a {
    display: inline-flex;
    align-items: center;
    align-self: center;
    gap: 4px;
    min-block-size: 44px;
    border-radius: 6px;
    font-weight: 500;
    color: var(--_link);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  a:focus-visible {
    outline: 2px solid var(--_link);
    outline-offset: 2px;
  }
  a svg {
    inline-size: 16px;
    block-size: 16px;
  }
  .waiting {
    display: flex;
    flex-direction: column;
    gap: 6px;
    inline-size: 100%;
    margin-block-start: 12px;
    font-size: 13px;
    color: var(--_dim);
  }
  .message {
    align-self: flex-end;
    max-inline-size: 88%;
    padding: 9px 14px;
    border: 1px dashed color-mix(in oklch, var(--_link), transparent 50%);
    border-radius: 18px 18px 6px 18px;
    font-size: 15px;
    color: var(--_ink);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .choice {
    display: grid;
    gap: 4px;
    padding: 4px 16px calc(12px + env(safe-area-inset-bottom));
  }
  .primary {
    min-block-size: 48px;
    border-radius: 24px;
  }
  .later {
    font-weight: 500;
    color: var(--_dim);
  }
  .later:hover {
    background: var(--_raised);
    color: var(--_ink);
  }
  .line {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 0 12px 8px;
    padding: 8px 6px 8px 14px;
    border-radius: 14px;
    font-size: 13.5px;
    line-height: 1.4;
    background: var(--_raised);
    animation: rise 0.2s ease-out;
  }
  .line p {
    flex: 1;
    text-wrap: pretty;
  }
  .line button {
    flex: none;
    margin-block: -4px;
    padding-inline: 12px;
    font-weight: 600;
    color: var(--_link);
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
    .line,
    .message {
      border: 1px solid CanvasText;
    }
  }
`;
