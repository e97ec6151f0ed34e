import {css} from 'lit';

/** The launcher's label slides out beside the orb while that has the pointer or focus. */
export const labelStyles = css`
  .label {
    position: absolute;
    inset-block: 0;
    inset-inline-end: calc(100% + 12px);
    display: block;
    height: fit-content;
    margin-block: auto;
    padding: 8px 14px;
    border-radius: 999px;
    background: light-dark(#16181d, #f1f2f5);
    color: light-dark(#fff, #16181d);
    font: 500 14px/1.3 var(--aiw-font, system-ui, sans-serif);
    white-space: nowrap;
    pointer-events: none;
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
`;
