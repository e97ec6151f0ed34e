import '@awesome.me/webawesome/dist/components/button/button.js';
import {css, html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import {api} from '../../api/client.js';
import type {ApiKey, AuditEntry, Listed, Person, WidgetSummary} from '../../api/types.js';
import {linkTo} from '../../app/router.js';
import {whileBusy} from '../../ui/busy.js';
import {dateTime} from '../../ui/format.js';
import {Part} from '../../ui/part.js';
import {failed, loading} from '../../ui/task.js';
import {actorOf, auditNames, deedOf, type AuditNames} from './audit-words.js';

/** What everybody did in the account, in words, newest first. */
export class AuditPart extends Part {
  static override styles = [
    ...[Part.styles].flat(),
    css`
      time {
        flex: 0 0 170px;
        font-variant-numeric: tabular-nums;
      }
      ul.list > li {
        padding: 10px 0;
      }
      ul.list .what {
        display: block;
      }
    `,
  ];

  @state() isBusy = false;
  @state() private names: AuditNames | null = null;
  @state() private entries: AuditEntry[] = [];
  @state() private hasMore = true;
  @state() private failure: Error | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#begin();
  }

  async #begin(): Promise<void> {
    try {
      const [{people}, {keys}, {widgets}] = await Promise.all([
        api.get<{people: Person[]}>('/people'),
        api.get<{keys: ApiKey[]}>('/keys'),
        api.get<{widgets: WidgetSummary[]}>('/widgets'),
      ]);
      await this.#read();
      this.names = auditNames(people, keys, widgets);
    } catch (error) {
      this.failure = error as Error;
    }
  }

  async #read(): Promise<void> {
    const before = this.entries.at(-1)?.at;
    const {entries, hasMore} = await api.get<Listed<AuditEntry>>('/audit', {before});
    this.entries = [...this.entries, ...entries];
    this.hasMore = hasMore;
  }

  protected override render() {
    const {names} = this;
    return html`<section class="card" aria-labelledby="title">
      <header>
        <h2 id="title">Audit log</h2>
        <p class="quiet">Who did what in this account. Nothing of it can be changed.</p>
      </header>
      ${
        names
          ? html`<ul class="list">
                ${this.entries.map(entry => this.#item(entry, names))}
              </ul>
              ${this.entries.length === 0 ? html`<p class="quiet">Nothing yet.</p>` : nothing}
              ${this.hasMore ? this.#older() : nothing}`
          : this.failure
            ? failed(this.failure)
            : loading()
      }
    </section>`;
  }

  #item(entry: AuditEntry, names: AuditNames) {
    const {at, actor, widgetId} = entry;
    const {before, after = ''} = deedOf(entry, names);
    const widget = widgetId ? (names.widgets.get(widgetId) ?? 'a widget') : '';
    return html`<li>
      <time class="quiet small" datetime=${at}>${dateTime(at)}</time>
      <span class="what"
        ><span class="strong">${actorOf(actor, names)}</span> ${before}
        ${widgetId ? html`<a href=${linkTo(`/widgets/${widgetId}`)}>${widget}</a>` : nothing}
        ${after}</span
      >
    </li>`;
  }

  #older() {
    const more = () => whileBusy(this, () => this.#read());
    return html`<div>
      <wa-button appearance="outlined" ?loading=${this.isBusy} @click=${more}>Show older</wa-button>
    </div>`;
  }
}

customElements.define('aiw-audit-part', AuditPart);
