import {css} from 'lit';

/** Small, it is part of the line it stands in; large, a card of its own. */
export const styles = css`
  :host,
  :host([small]) .box {
    display: contents;
  }
  .box {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 8px;
    inline-size: 100%;
    padding: 8px 8px 8px 16px;
    padding-inline: 16px 8px;
    border: 1px solid var(--_line);
    border-radius: 16px;
  }
  .ask {
    font-size: 14px;
    font-weight: 550;
  }
  .thumbs {
    display: inline-flex;
    gap: 2px;
    /* The line below a message may hide what nobody asks for. */
    opacity: var(--_asked, 1);
    transition: opacity 0.15s;
  }
  .down svg {
    transform: scaleY(-1);
  }
  .chosen,
  .chosen:hover {
    color: var(--_link);
    background: color-mix(in oklch, var(--_link), transparent 88%);
  }
  :host([small]) .icon {
    min-inline-size: 28px;
    min-block-size: 28px;
    border-radius: 14px;
  }
  :host([small]) .icon svg {
    inline-size: 16px;
    block-size: 16px;
  }
  form {
    display: flex;
    flex-direction: column;
    align-items: flex-end;
    gap: 8px;
    flex: 1 0 100%;
    padding: 4px 0;
    padding-inline-end: 8px;
  }
  label {
    display: grid;
    gap: 6px;
    inline-size: 100%;
    font-size: 13px;
    color: var(--_dim);
  }
  textarea {
    all: unset;
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 60px;
    padding: 8px 12px;
    border: 1px solid color-mix(in oklch, var(--_ink), transparent 45%);
    border-radius: 12px;
    font-size: 15px;
    line-height: 1.4;
    color: var(--_ink);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .primary {
    padding-inline: 18px;
    font-size: 14px;
  }
  .said {
    flex: 1 0 100%;
    font-size: 13px;
    color: var(--_dim);
  }
  .said:empty {
    display: none;
  }
  :host([small]) .said {
    flex-basis: auto;
    padding-inline-start: 6px;
    font-size: 12px;
  }
  @media (hover: none) {
    :host([small]) .icon {
      min-inline-size: 44px;
      min-block-size: 36px;
    }
  }
`;
