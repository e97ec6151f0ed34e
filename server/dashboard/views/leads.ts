import '@awesome.me/webawesome/dist/components/button/button.js';
import {Download, Eraser} from 'lucide';
import {css, html, nothing} from 'lit';
import {queryOf} from '../api/client.js';
import type {Lead} from '../api/types.js';
import {linkTo} from '../app/router.js';
import {session} from '../app/session.js';
import {dateTime, pathOf} from '../ui/format.js';
import {icon} from '../ui/icon.js';
import {askedFor, choiceField, dayField, searchField} from '../ui/list-controls.js';
import {ListView} from '../ui/list-view.js';
import {erasePerson} from './leads/erase.js';

const KINDS = [
  ['', 'Any detail'],
  ['email', 'With email'],
  ['phone', 'With phone'],
  ['name', 'With name'],
] as const;
const ORDERS = [
  ['newest', 'Newest first'],
  ['oldest', 'Oldest first'],
  ['name', 'By name'],
  ['email', 'By email'],
  ['phone', 'By phone'],
] as const;

/** `/leads`: contact details that visitors confirmed, one row a call. */
export class LeadsView extends ListView<Lead> {
  static override styles = [
    ...ListView.styles,
    css`
      td {
        overflow-wrap: anywhere;
      }
      @media (max-width: 760px) {
        thead {
          display: none;
        }
        table,
        tbody {
          display: grid;
          gap: 12px;
        }
        tr {
          display: grid;
          gap: 4px;
          padding: 14px 16px;
          border: 1px solid var(--wa-color-surface-border);
          border-radius: 14px;
        }
        td {
          border: 0;
          padding: 0;
        }
        td:empty {
          display: none;
        }
      }
    `,
  ];

  protected readonly path = '/leads';
  protected readonly noMatch = {
    title: 'No lead is like that',
    words: 'Ask for less, or look at another time.',
  };
  protected readonly nothingYet = {
    title: 'No lead yet',
    words:
      'When a visitor confirms an email address, a phone number or a name in a conversation, it stands here. Which of them the agent asks for is a setting of the widget.',
  };

  protected override render() {
    return html`<div class="stack">
      <div class="row between">
        <h1>Leads</h1>
        <div class="row">
          ${
            session.may('owner')
              ? html`<wa-button appearance="plain" @click=${this.#erase}>
                  ${icon(Eraser, 'start')} Erase a person
                </wa-button>`
              : nothing
          }
          <wa-button
            appearance="outlined"
            href=${`/api/operator/leads.csv${queryOf(askedFor(this.query))}`}
            download="leads.csv"
          >
            ${icon(Download, 'start')} CSV
          </wa-button>
        </div>
      </div>
      <div class="filters" role="search">
        ${searchField(this.query, 'Name, address, number or page')} ${this.renderWidgetFilter()}
        ${choiceField('Details', 'kind', this.query, KINDS)} ${dayField('From', 'from', this.query)}
        ${dayField('Until', 'until', this.query)}
        ${choiceField('Order', 'order', this.query, ORDERS)}
      </div>
      ${this.renderList()}
    </div>`;
  }

  protected override renderEntries(leads: readonly Lead[]) {
    return html`<table>
      <thead>
        <tr>
          <th>Name</th>
          <th>Email</th>
          <th>Phone</th>
          <th>Page</th>
          <th>When</th>
        </tr>
      </thead>
      <tbody>
        ${leads.map(lead => this.#row(lead))}
      </tbody>
    </table>`;
  }

  #row({sessionId, widgetId, name, email, phone, pageUrl, at}: Lead) {
    const widget = this.names.value?.get(widgetId);
    return html`<tr>
      <td>${name ? html`<b>${name}</b>` : nothing}</td>
      <td>${email ? html`<a href=${`mailto:${email}`}>${email}</a>` : nothing}</td>
      <td>${phone ? html`<a href=${`tel:${phone}`}>${phone}</a>` : nothing}</td>
      <td>
        <span>${pathOf(pageUrl)}</span>
        <div class="quiet small">${widget}</div>
      </td>
      <td>
        <a href=${linkTo(`/conversations/${sessionId}`)}>${dateTime(at)}</a>
      </td>
    </tr>`;
  }

  async #erase(): Promise<void> {
    if (await erasePerson()) void this.list.run();
  }
}

customElements.define('aiw-leads-view', LeadsView);
