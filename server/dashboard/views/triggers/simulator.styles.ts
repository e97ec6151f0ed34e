import {css} from 'lit';

/** Fields of the visit, its timeline, and how each rule stands. */
export const simulatorStyles = css`
  :host {
    display: grid;
    gap: 20px;
  }
  .inputs {
    display: grid;
    gap: 12px;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 128px), 1fr));
    align-items: end;
  }
  .inputs .wide {
    grid-column: 1 / -1;
  }
  .time {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 14px;
    align-items: end;
  }
  input[type='range'] {
    width: 100%;
    height: 32px;
    margin: 0;
    accent-color: var(--wa-color-brand-fill-loud);
  }
  .line {
    display: block;
    width: 100%;
    height: 34px;
  }
  .track {
    stroke: var(--wa-color-surface-border);
  }
  .depth {
    fill: var(--wa-color-brand-fill-quiet);
  }
  .fires {
    stroke: var(--wa-color-success-fill-loud);
  }
  .now {
    stroke: var(--wa-color-text-normal);
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
    display: grid;
    gap: 12px;
  }
  li {
    display: grid;
    grid-template-columns: 22px minmax(0, 1fr);
    gap: 2px 10px;
  }
  li .why {
    grid-column: 2;
  }
  .yes {
    color: var(--wa-color-success-on-quiet);
  }
  .reads {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
  }
`;
