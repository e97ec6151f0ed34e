import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import {Check, TriangleAlert, X} from 'lucide';
import {css, html, LitElement, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {api} from '../../api/client.js';
import type {Finding, Settings} from '../../api/types.js';
import '../../ui/copy-block.js';
import {valueOf} from '../../ui/field.js';
import {icon} from '../../ui/icon.js';
import {base} from '../../ui/styles.js';
import {changed} from './draft-change.js';

const MARKS = {ok: Check, warning: TriangleAlert, fault: X};
const VERDICTS = {ok: 'Fine', warning: 'To know', fault: 'To do'};

/** The page, and whether it lets the widget work. */
export class PageStep extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 20px;
      }
      .ask {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 12px;
        align-items: end;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        display: grid;
        gap: 16px;
      }
      li {
        display: grid;
        grid-template-columns: 24px minmax(0, 1fr);
        gap: 6px 12px;
      }
      aiw-copy-block {
        grid-column: 2;
      }
      .ok {
        color: var(--wa-color-success-on-quiet);
      }
      .warning {
        color: var(--wa-color-warning-on-quiet);
      }
      .fault {
        color: var(--wa-color-danger-on-quiet);
      }
    `,
  ];

  @property() widgetId = '';
  @property({attribute: false}) settings: Settings | null = null;
  @state() private findings: Finding[] | null = null;
  @state() private fault = '';
  @state() private isBusy = false;

  protected override render() {
    return html`
      <div class="ask">
        <wa-input
          label="Address of the page"
          type="url"
          placeholder="https://www.acme.com/pricing"
          .value=${this.settings?.pageUrl ?? ''}
          required
          @input=${(event: Event) => changed(this, {pageUrl: valueOf(event).trim()})}
        ></wa-input>
        <wa-button appearance="outlined" ?loading=${this.isBusy} @click=${this.#check}>
          Check the page
        </wa-button>
      </div>
      <div aria-live="polite">${this.#outcome()}</div>
    `;
  }

  #outcome() {
    if (this.fault) return html`<p class="error">${this.fault}</p>`;
    if (!this.findings) return nothing;
    return html`<section class="card" aria-label="What was found">
      <ul>
        ${this.findings.map(
          ({verdict, message, paste}) =>
            html`<li>
              <span class=${verdict} title=${VERDICTS[verdict]}>${icon(MARKS[verdict])}</span>
              <span>${message}</span>
              ${
                paste
                  ? html`<aiw-copy-block label="Copy the header" .value=${paste}></aiw-copy-block>`
                  : nothing
              }
            </li>`,
        )}
      </ul>
    </section>`;
  }

  async #check(): Promise<void> {
    this.isBusy = true;
    this.fault = '';
    try {
      const url = this.settings?.pageUrl ?? '';
      const path = `/widgets/${this.widgetId}/page-check`;
      this.findings = (await api.post<{findings: Finding[]}>(path, {url})).findings;
    } catch (error) {
      this.findings = null;
      this.fault = (error as Error).message;
    } finally {
      this.isBusy = false;
    }
  }
}

customElements.define('aiw-page-step', PageStep);
