import {ChevronLeft} from 'lucide';
import {css, html, type TemplateResult} from 'lit';
import type {Widget} from '../api/types.js';
import {linkTo} from '../app/router.js';
import {icon} from './icon.js';

/** Goes with {@link widgetHead}. */
export const widgetHeadStyles = css`
  .head {
    display: grid;
    gap: 6px;
    max-width: 70ch;
  }
  .head .back {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-height: 32px;
    margin-inline-start: -4px;
    justify-self: start;
    color: var(--wa-color-text-quiet);
    text-decoration: none;
  }
  .head .back:hover {
    color: var(--wa-color-text-normal);
  }
`;

/** What a view of one widget begins with: the way back to it, its title, and what it is about. */
export function widgetHead(
  {id, name}: Pick<Widget, 'id' | 'name'>,
  title: string,
  about: string | TemplateResult,
) {
  return html`<header class="head">
    <a class="back" href=${linkTo(`/widgets/${id}`)}>${icon(ChevronLeft)} ${name}</a>
    <h1>${title}</h1>
    <p class="quiet">${about}</p>
  </header>`;
}
