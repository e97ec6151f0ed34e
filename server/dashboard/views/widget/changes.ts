import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/details/details.js';
import {Task} from '@lit/task';
import {css, html, LitElement, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import {api} from '../../api/client.js';
import type {Difference} from '../../api/types.js';
import {session} from '../../app/session.js';
import {base} from '../../ui/styles.js';
import {failed} from '../../ui/task.js';
import {readable, settingName} from './setting-names.js';

/** What of the draft differs from what is live, readable, with publish and discard. */
export class WidgetChanges extends LitElement {
  static override styles = [
    base,
    css`
      dl {
        margin: 0;
        display: grid;
        gap: 16px;
      }
      dt {
        font-weight: 600;
        font-size: 0.92rem;
      }
      dd {
        margin: 4px 0 0;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        max-height: 220px;
        overflow: auto;
        padding: 8px 12px;
        border-radius: 8px;
      }
      .before {
        background: var(--wa-color-danger-fill-quiet);
        color: var(--wa-color-danger-on-quiet);
      }
      .after {
        background: var(--wa-color-success-fill-quiet);
        color: var(--wa-color-success-on-quiet);
      }
      del,
      ins {
        text-decoration: none;
      }
    `,
  ];

  @property() widgetId = '';

  readonly #changes = new Task(this, {
    task: ([id]) => api.get<{differences: Difference[]}>(`/widgets/${id}/differences`),
    args: () => [this.widgetId] as const,
  });

  protected override render() {
    return html`<section class="card stack" aria-label="Changes not published">
      <div class="row between">
        <div>
          <h2>Changes not published</h2>
          <p class="quiet small">Visitors still get what was published last.</p>
        </div>
        ${
          session.may('editor')
            ? html`<div class="row">
                <wa-button appearance="plain" @click=${() => this.#tell('discard')}>
                  Throw away
                </wa-button>
                <wa-button variant="brand" @click=${() => this.#tell('publish')}>Publish</wa-button>
              </div>`
            : nothing
        }
      </div>
      ${this.#changes.render({
        error: failed,
        complete: ({differences}) =>
          html`<wa-details
            summary=${`${differences.length} ${differences.length === 1 ? 'setting' : 'settings'}`}
          >
            <dl>${differences.map(one => this.#difference(one))}</dl>
          </wa-details>`,
      })}
    </section>`;
  }

  #difference({path, before, after}: Difference) {
    return html`<div>
      <dt>${settingName(path)}</dt>
      ${before === null ? nothing : html`<dd class="before"><del>${readable(before)}</del></dd>`}
      ${after === null ? nothing : html`<dd class="after"><ins>${readable(after)}</ins></dd>`}
    </div>`;
  }

  #tell(what: 'publish' | 'discard'): void {
    this.dispatchEvent(new Event(what));
  }
}

customElements.define('aiw-widget-changes', WidgetChanges);
