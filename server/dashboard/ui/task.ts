import {html} from 'lit';

/** While something is fetched. */
export const loading = () => html`<p class="quiet" aria-busy="true">Loading …</p>`;

/** Where it could not be. */
export const failed = (error: unknown) =>
  html`<p class="error" role="alert">${(error as Error).message}</p>`;
