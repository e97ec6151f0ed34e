import {css} from 'lit';

/** One line, 60 px high. */
export const styles = css`
  :host {
    position: relative;
    z-index: 1;
    display: block;
  }
  header {
    display: flex;
    align-items: center;
    min-block-size: 60px;
    padding: 8px 8px 8px 20px;
    padding-inline: 20px 8px;
  }
  .who {
    flex: 1;
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    min-inline-size: 0;
  }
  h2,
  p {
    grid-column: 2;
  }
  ::slotted(*) {
    grid-column: 1 / -1;
  }
  h2,
  p {
    margin: 0;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  h2 {
    font-size: 16px;
    font-weight: 650;
    line-height: 1.3;
    letter-spacing: -0.01em;
  }
  p {
    font-size: 13px;
    line-height: 1.35;
    color: var(--_dim);
  }
  img,
  aiw-orb {
    --aiw-orb-size: 34px;
    flex: none;
    inline-size: 34px;
    block-size: 34px;
    grid-row: 1 / 3;
    margin-inline: -4px 12px;
    border-radius: 50%;
    object-fit: cover;
  }
  aiw-menu {
    position: relative;
    display: inline-flex;
  }
  aiw-menu svg {
    stroke-width: 2.6;
  }
  [aria-expanded='true'] {
    color: var(--_ink);
    background: var(--_raised);
  }
  .struck,
  .struck:hover {
    color: var(--_danger);
    background: color-mix(in oklch, var(--_danger), transparent 88%);
  }
`;
