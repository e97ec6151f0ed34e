import {css} from 'lit';

/** The one column of the views without an operator. */
export const entrance = css`
  .entrance {
    display: grid;
    gap: 18px;
    width: min(100%, 400px);
    margin: 0 auto;
  }
  .entrance h1 {
    margin-block-end: 4px;
  }
`;
