import '@awesome.me/webawesome/dist/components/badge/badge.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import {Task} from '@lit/task';
import {css, html, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import {api} from '../../api/client.js';
import type {Delivery, Listed, WidgetSummary} from '../../api/types.js';
import {linkTo, setQuery} from '../../app/router.js';
import {session} from '../../app/session.js';
import {dateTime} from '../../ui/format.js';
import {notify, notifyError} from '../../ui/notify.js';
import {Part} from '../../ui/part.js';
import {failed, loading} from '../../ui/task.js';

const PER_PAGE = 25;
const NAMES: Readonly<Record<string, string>> = {
  'capture.created': 'Contact captured',
  'session.ended': 'Call ended',
};

/** Messages to the operators' own systems, and what became of each. */
export class DeliveriesPart extends Part {
  static override styles = [
    ...[Part.styles].flat(),
    css`
      td {
        vertical-align: middle;
      }
      td:last-child {
        text-align: end;
      }
    `,
  ];

  /** Counted from one. */
  @property({type: Number}) page = 1;

  readonly #deliveries = new Task(this, {
    task: async ([page]) => {
      const slice = {offset: (page - 1) * PER_PAGE, limit: PER_PAGE};
      const [listed, {widgets}] = await Promise.all([
        api.get<Listed<Delivery>>('/deliveries', slice),
        api.get<{widgets: WidgetSummary[]}>('/widgets'),
      ]);
      return {...listed, names: new Map(widgets.map(({id, name}) => [id, name]))};
    },
    args: () => [this.page] as const,
  });

  protected override render() {
    return html`<section class="card" aria-labelledby="title">
      <header>
        <h2 id="title">Webhook deliveries</h2>
        <p class="quiet">
          What your systems were told, newest first. Where a widget tells of its calls is said in
          its “Limits and privacy”.
        </p>
      </header>
      ${this.#deliveries.render({
        pending: loading,
        error: failed,
        complete: ({entries, hasMore, names}) =>
          entries.length === 0
            ? html`<p class="quiet">
                ${this.page > 1 ? 'There are no more.' : 'Nothing was sent yet.'}
              </p>`
            : html`${this.#table(entries, names)} ${this.#pages(hasMore)}`,
      })}
    </section>`;
  }

  #table(entries: Delivery[], names: ReadonlyMap<string, string>) {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Deliveries">
      <table>
        <thead>
          <tr>
            <th>When</th>
            <th>What</th>
            <th>Widget</th>
            <th class="number">Attempts</th>
            <th>State</th>
            <th><span class="sr">Actions</span></th>
          </tr>
        </thead>
        <tbody>
          ${entries.map(entry => this.#row(entry, names.get(entry.widgetId)))}
        </tbody>
      </table>
    </div>`;
  }

  #row(delivery: Delivery, widget: string | undefined) {
    const {id, widgetId, sessionId, type, createdAt, attempts} = delivery;
    return html`<tr>
      <td>${dateTime(createdAt)}</td>
      <td>
        <a href=${linkTo(`/conversations/${encodeURIComponent(sessionId)}`)}
          >${NAMES[type] ?? type}</a
        >
      </td>
      <td>
        ${widget ? html`<a href=${linkTo(`/widgets/${widgetId}`)}>${widget}</a>` : 'A widget'}
      </td>
      <td class="number">${attempts}</td>
      <td>${stateOf(delivery)}</td>
      <td>
        ${
          session.may('editor')
            ? html`<wa-button size="s" appearance="outlined" @click=${() => this.#resend(id)}
                >Send again</wa-button
              >`
            : nothing
        }
      </td>
    </tr>`;
  }

  #pages(hasMore: boolean) {
    if (this.page === 1 && !hasMore) return nothing;
    const go = (page: number) => () => setQuery({page: page > 1 ? String(page) : ''});
    return html`<nav class="row" aria-label="Pages">
      <wa-button
        size="s"
        appearance="outlined"
        ?disabled=${this.page <= 1}
        @click=${go(this.page - 1)}
        >Newer</wa-button
      >
      <span class="quiet">Page ${this.page}</span>
      <wa-button size="s" appearance="outlined" ?disabled=${!hasMore} @click=${go(this.page + 1)}
        >Older</wa-button
      >
    </nav>`;
  }

  async #resend(id: string): Promise<void> {
    try {
      await api.post(`/deliveries/${encodeURIComponent(id)}/resend`);
      notify('It is sent again within seconds.');
    } catch (error) {
      notifyError(error);
    }
    void this.#deliveries.run();
  }
}

function stateOf({deliveredAt, dueAt, lastAnswer, attempts}: Delivery) {
  const badge = (variant: 'success' | 'warning' | 'danger' | 'neutral', word: string) =>
    html`<wa-badge variant=${variant} appearance="filled-outlined" pill>${word}</wa-badge>`;
  if (deliveredAt) return badge('success', 'Delivered');
  const answer = lastAnswer ? html` <span class="quiet small">${lastAnswer}</span>` : nothing;
  if (!dueAt) return html`${badge('danger', 'Given up')}${answer}`;
  if (attempts === 0) return badge('neutral', 'Waiting');
  return html`${badge('warning', 'Tried again')}${answer}
    <span class="quiet small">next ${dateTime(dueAt)}</span>`;
}

customElements.define('aiw-deliveries-part', DeliveriesPart);
