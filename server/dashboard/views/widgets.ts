import '@awesome.me/webawesome/dist/components/button/button.js';
import {Task} from '@lit/task';
import {Plus} from 'lucide';
import {css, html, nothing} from 'lit';
import {api} from '../api/client.js';
import type {WidgetSummary} from '../api/types.js';
import {linkTo} from '../app/router.js';
import {session} from '../app/session.js';
import {icon} from '../ui/icon.js';
import {statusBadge} from '../ui/status.js';
import {failed, loading} from '../ui/task.js';
import {View} from '../ui/view.js';

/** `/`: every widget of the account. */
export class WidgetsView extends View {
  static override styles = [
    ...[View.styles].flat(),
    css`
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        display: grid;
        gap: 12px;
      }
      li a {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 4px 16px;
        align-items: center;
        color: inherit;
        text-decoration: none;
      }
      wa-badge {
        justify-self: end;
      }
      li a:hover {
        border-color: var(--wa-color-brand-border-normal);
      }
    `,
  ];

  readonly #widgets = new Task(this, {
    task: () => api.get<{widgets: WidgetSummary[]}>('/widgets'),
    args: () => [],
  });

  protected override render() {
    return html`<div class="stack">
      <div class="row between">
        <h1>Widgets</h1>
        ${session.may('editor') ? this.#newButton() : nothing}
      </div>
      ${this.#widgets.render({
        pending: loading,
        error: failed,
        complete: ({widgets}) =>
          widgets.length === 0
            ? this.#empty()
            : html`<ul>
                ${widgets.map(widget => this.#item(widget))}
              </ul>`,
      })}
    </div>`;
  }

  #item({id, name, domain, status, isChanged}: WidgetSummary) {
    const path = status === 'draft' ? `/widgets/${id}/setup/1` : `/widgets/${id}`;
    return html`<li>
      <a class="card" href=${linkTo(path)}>
        <h2>${name}</h2>
        ${statusBadge(status)}
        <span class="quiet">${domain}</span>
        <span class="quiet small"
          >${isChanged && status !== 'draft' ? 'Changes not published' : nothing}</span
        >
      </a>
    </li>`;
  }

  #newButton() {
    return html`<wa-button variant="brand" href=${linkTo('/new')}>
      ${icon(Plus, 'start')} New widget
    </wa-button>`;
  }

  #empty() {
    return html`<div class="empty">
      <h2>No widget yet</h2>
      <p>A widget is one agent on one website. Seven short steps, and visitors can talk to it.</p>
      ${session.may('editor') ? this.#newButton() : nothing}
    </div>`;
  }
}

customElements.define('aiw-widgets-view', WidgetsView);
