import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import '@awesome.me/webawesome/dist/components/option/option.js';
import '@awesome.me/webawesome/dist/components/select/select.js';
import {Search} from 'lucide';
import {css, html, nothing} from 'lit';
import {setQuery} from '../app/router.js';
import {valueOf} from './field.js';
import {icon} from './icon.js';

/** Entries of a page of a list. */
export const PAGE_SIZE = 50;
/** How long typing rests before a list is asked for, in milliseconds. */
const REST_MS = 350;

/** Looks of the controls above and below a list. */
export const listStyles = css`
  .filters {
    display: grid;
    gap: 12px;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 158px), 1fr));
    align-items: end;
  }
  .filters .wide {
    grid-column: span 2;
  }
  .pages {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 12px;
    min-height: 44px;
  }
  @media (max-width: 480px) {
    .filters .wide {
      grid-column: auto;
    }
  }
`;

let rest: ReturnType<typeof setTimeout> | undefined;

/** Changes a filter of the address; the list begins at its first page again. */
function filter(name: string, value: string): void {
  setQuery({[name]: value, page: ''});
}

/** A field that looks for a text, some time after the last key. */
export function searchField(query: URLSearchParams, hint: string) {
  return html`<wa-input
    class="wide"
    label="Search"
    type="search"
    placeholder=${hint}
    with-clear
    .value=${query.get('text') ?? ''}
    @input=${(event: Event) => {
      clearTimeout(rest);
      const text = valueOf(event);
      rest = setTimeout(() => filter('text', text.trim()), REST_MS);
    }}
    @wa-clear=${() => filter('text', '')}
  >
    ${icon(Search, 'start')}
  </wa-input>`;
}

/** A choice that is in the address. `options` by value; the first is what is meant where none is. */
export function choiceField(
  label: string,
  name: string,
  query: URLSearchParams,
  options: readonly (readonly [value: string, text: string])[],
) {
  const [first] = options;
  // An empty value is none to the control: it stands for what is meant without one.
  const none = 'any';
  return html`<wa-select
    label=${label}
    .value=${query.get(name) || (first?.[0] ?? '') || none}
    @change=${(event: Event) => {
      const value = valueOf(event);
      filter(name, value === none || value === first?.[0] ? '' : value);
    }}
  >
    ${options.map(([value, text]) => html`<wa-option value=${value || none}>${text}</wa-option>`)}
  </wa-select>`;
}

/** A day that is in the address, as `YYYY-MM-DD`. */
export function dayField(label: string, name: string, query: URLSearchParams) {
  return html`<wa-input
    label=${label}
    type="date"
    .value=${query.get(name) ?? ''}
    @change=${(event: Event) => filter(name, valueOf(event))}
  ></wa-input>`;
}

/** Which page of the list the address means, from 0. */
export function pageOf(query: URLSearchParams): number {
  return Math.max(0, (Number(query.get('page')) || 1) - 1);
}

/** The filters of the address, as the API takes them: days become moments of this time zone. */
export function askedFor(query: URLSearchParams): Record<string, string> {
  const {from, until, page: _, ...asked} = Object.fromEntries(query);
  const begin = from && new Date(`${from}T00:00`).toISOString();
  const end = until && new Date(new Date(`${until}T00:00`).getTime() + 86_400_000).toISOString();
  return {...asked, ...(begin && {from: begin}), ...(end && {until: end})};
}

/** Whether the address asks for less than everything. */
export function isFiltered(query: URLSearchParams): boolean {
  return [...query.keys()].some(key => key !== 'page' && key !== 'order');
}

/** The way to the pages before and after. */
export function pager(query: URLSearchParams, shown: number, hasMore: boolean) {
  const page = pageOf(query);
  if (page === 0 && !hasMore) return nothing;
  const go = (to: number) => setQuery({page: to === 0 ? '' : String(to + 1)});
  return html`<nav class="pages" aria-label="Pages of the list">
    <wa-button appearance="outlined" ?disabled=${page === 0} @click=${() => go(page - 1)}>
      Before
    </wa-button>
    <span class="quiet small">${page * PAGE_SIZE + 1} to ${page * PAGE_SIZE + shown}</span>
    <wa-button appearance="outlined" ?disabled=${!hasMore} @click=${() => go(page + 1)}>
      After
    </wa-button>
  </nav>`;
}
