import {css, html, nothing} from 'lit';
import {linkTo} from '../app/router.js';

/** One of several places side by side. */
export interface LinkTab {
  /** Below `/dashboard`. */
  path: string;
  name: string;
}

/** Goes with {@link linkTabs}. */
export const linkTabsStyles = css`
  .tabs {
    display: flex;
    gap: 4px;
    overflow-x: auto;
    border-block-end: 1px solid var(--wa-color-surface-border);
    scrollbar-width: none;
  }
  .tabs a {
    flex: none;
    display: grid;
    align-items: center;
    min-height: 44px;
    padding: 0 14px;
    border-block-end: 2px solid transparent;
    color: var(--wa-color-text-quiet);
    text-decoration: none;
    font-weight: 550;
  }
  .tabs a:hover {
    color: var(--wa-color-text-normal);
  }
  .tabs a:focus-visible {
    outline-offset: -3px;
  }
  .tabs a[aria-current] {
    color: var(--wa-color-brand-on-quiet);
    border-color: var(--wa-color-brand-border-loud);
  }
`;

/** Tabs that are links, each with its own address. @param current - The path of the one shown. */
export function linkTabs(label: string, tabs: readonly LinkTab[], current: string) {
  return html`<nav class="tabs" aria-label=${label}>
    ${tabs.map(
      ({path, name}) =>
        html`<a href=${linkTo(path)} aria-current=${path === current ? 'page' : nothing}
          >${name}</a
        >`,
    )}
  </nav>`;
}
