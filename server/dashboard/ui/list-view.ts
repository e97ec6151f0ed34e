import {Task} from '@lit/task';
import {html, type TemplateResult} from 'lit';
import {api} from '../api/client.js';
import type {Listed} from '../api/types.js';
import {linkTo} from '../app/router.js';
import {
  askedFor,
  choiceField,
  isFiltered,
  listStyles,
  pageOf,
  pager,
  PAGE_SIZE,
} from './list-controls.js';
import {failed, loading} from './task.js';
import {View} from './view.js';
import {widgetNames, widgetOptions} from './widget-names.js';

/** What a list says where it has nothing to show. */
interface Emptiness {
  title: string;
  words: string;
}

/** A view of a long list whose filters and page stand in the address. */
export abstract class ListView<Entry> extends View {
  static override styles = [...[View.styles].flat(), listStyles];

  /** Names of the account's widgets by id. */
  protected readonly names = new Task(this, {task: widgetNames, args: () => []});
  protected readonly list = new Task(this, {
    task: ([query]) =>
      api.get<Listed<Entry>>(this.path, {
        ...askedFor(query),
        limit: PAGE_SIZE,
        offset: pageOf(query) * PAGE_SIZE,
      }),
    args: () => [this.query] as const,
  });

  /** Of the view and of what it asks the API for. */
  protected abstract readonly path: string;
  /** What a filtered list of nothing says, with the words of the way back. */
  protected abstract readonly noMatch: Emptiness;
  /** What it says before there is anything. */
  protected abstract readonly nothingYet: Emptiness;
  /** The entries themselves. */
  protected abstract renderEntries(entries: readonly Entry[]): TemplateResult;

  /** The filter by widget. */
  protected renderWidgetFilter() {
    const options = widgetOptions(this.names.value ?? new Map());
    return choiceField('Widget', 'widget', this.query, options);
  }

  /** The list as far as it is here; an older one stays until the newer has come. */
  protected renderList() {
    return this.list.render({
      pending: () => (this.list.value ? this.#shown(this.list.value) : loading()),
      error: failed,
      complete: list => this.#shown(list),
    });
  }

  #shown({entries, hasMore}: Listed<Entry>) {
    if (entries.length === 0) return this.#empty();
    return html`${this.renderEntries(entries)} ${pager(this.query, entries.length, hasMore)}`;
  }

  #empty() {
    const isNarrow = isFiltered(this.query);
    const {title, words} = isNarrow ? this.noMatch : this.nothingYet;
    return html`<div class="empty">
      <h2>${title}</h2>
      <p>${words}</p>
      ${
        isNarrow
          ? html`<a href=${linkTo(this.path)}>Show all ${this.path.slice(1)}</a>`
          : html`<a href=${linkTo('/')}>To your widgets</a>`
      }
    </div>`;
  }
}
