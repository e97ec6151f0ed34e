import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/callout/callout.js';
import {
  AudioLines,
  Bell,
  ChevronRight,
  Fingerprint,
  Pause,
  PencilLine,
  Play,
  Route,
  ShieldCheck,
} from 'lucide';
import {css, html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import {api} from '../api/client.js';
import type {Widget} from '../api/types.js';
import {linkTo} from '../app/router.js';
import {session} from '../app/session.js';
import {confirmAction} from '../ui/confirm.js';
import '../ui/embed-snippet.js';
import {ago} from '../ui/format.js';
import {icon} from '../ui/icon.js';
import {notify, notifyError} from '../ui/notify.js';
import {statusBadge} from '../ui/status.js';
import {failed, loading} from '../ui/task.js';
import {View} from '../ui/view.js';
import './widget/changes.js';
import './widget/revisions.js';
import './widget/try-draft.js';
import './widget/usage.js';

/** Where the parts of a widget are edited. */
const PARTS = [
  {path: 'setup/3', name: 'Set up', what: 'Agent, knowledge, looks', symbol: PencilLine},
  {path: 'triggers', name: 'Triggers', what: 'When it opens by itself', symbol: Bell},
  {
    path: 'identity',
    name: 'Visitor identity',
    what: 'Who is signed in on your site',
    symbol: Fingerprint,
  },
  {path: 'navigation', name: 'Guided navigation', what: 'Pages it may show', symbol: Route},
  {
    path: 'limits',
    name: 'Limits and privacy',
    what: 'Time, consent, retention',
    symbol: ShieldCheck,
  },
] as const;

/** `/widgets/:id`: how a widget does, what it is made of, and the draft beside what is live. */
export class WidgetView extends View {
  static override styles = [
    ...[View.styles].flat(),
    css`
      .parts {
        display: grid;
        gap: 12px;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 172px), 1fr));
      }
      .part {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 2px 12px;
        align-items: center;
        padding: 16px;
        color: inherit;
        text-decoration: none;
      }
      .part:hover {
        border-color: var(--wa-color-brand-border-normal);
      }
      .part > svg:first-child {
        color: var(--wa-color-brand-on-quiet);
      }
      .part h2 {
        font-size: 0.95rem;
      }
      .part .what {
        grid-column: 2;
      }
    `,
  ];

  @state() private widget: Widget | null = null;
  @state() private isTrying = false;
  #failure: unknown = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  get #path(): string {
    return `/widgets/${this.params['id']}`;
  }

  async #load(): Promise<void> {
    try {
      this.widget = await api.get<Widget>(this.#path);
    } catch (error) {
      this.#failure = error;
      this.requestUpdate();
    }
  }

  protected override render() {
    if (this.#failure) return failed(this.#failure);
    const {widget} = this;
    if (!widget) return loading();
    return html`<div class="stack">
      ${this.#head(widget)} ${this.#draft(widget)}
      ${
        widget.publishedRevisionId
          ? html`<aiw-widget-usage .widgetId=${widget.id}></aiw-widget-usage>`
          : nothing
      }
      <nav class="parts" aria-label="Parts of the widget">
        ${PARTS.map(part => this.#part(part))}
      </nav>
      ${
        widget.publishedRevisionId
          ? html`<section class="card stack">
              <div class="row between">
                <h2>Embed snippet</h2>
                <span class="quiet small">
                  ${
                    widget.seen
                      ? `Seen on ${widget.seen.origin.replace(/^https?:\/\//, '')} ${ago(widget.seen.at)}`
                      : 'No page has asked for it yet'
                  }
                </span>
              </div>
              <aiw-embed-snippet .token=${widget.token}></aiw-embed-snippet>
            </section>`
          : nothing
      }
      <aiw-revisions
        .widget=${widget}
        @widget-change=${(event: CustomEvent<Widget>) => {
          this.widget = event.detail;
        }}
      ></aiw-revisions>
    </div>`;
  }

  #head({status, settings, domain}: Widget) {
    const isLive = status === 'live';
    return html`<div class="row between">
      <div class="stack tight">
        <div class="row">
          <h1>${settings.name}</h1>
          ${statusBadge(status)}
        </div>
        <p class="quiet">${domain}</p>
      </div>
      <div class="row">
        ${
          session.may('editor')
            ? html`<wa-button appearance="outlined" @click=${this.#try}>
                  ${icon(AudioLines, 'start')}
                  ${this.isTrying ? 'Close the trial' : 'Talk to the draft'}
                </wa-button>
                ${
                  status === 'draft'
                    ? nothing
                    : html`<wa-button
                        appearance="outlined"
                        @click=${() => (isLive ? this.#pause() : this.#do('resume', 'On the air again.'))}
                      >
                        ${icon(isLive ? Pause : Play, 'start')} ${isLive ? 'Pause' : 'Resume'}
                      </wa-button>`
                }`
            : nothing
        }
      </div>
    </div>`;
  }

  #draft(widget: Widget) {
    if (this.isTrying) {
      return html`<aiw-try-draft .widget=${widget}></aiw-try-draft>`;
    }
    if (widget.status === 'draft') {
      return html`<wa-callout variant="neutral">
        <div class="row between">
          <span>It is not live yet.</span>
          <wa-button variant="brand" href=${linkTo(`${this.#path}/setup/7`)}>Go on</wa-button>
        </div>
      </wa-callout>`;
    }
    if (!widget.isChanged) return nothing;
    return html`<aiw-widget-changes
      .widgetId=${widget.id}
      @publish=${() => this.#do('publish', 'Published. New conversations use it at once.')}
      @discard=${() => this.#discard()}
    ></aiw-widget-changes>`;
  }

  #part({path, name, what, symbol}: (typeof PARTS)[number]) {
    return html`<a class="card part" href=${linkTo(`${this.#path}/${path}`)}>
      ${icon(symbol)}
      <h2>${name}</h2>
      <span class="quiet">${icon(ChevronRight)}</span>
      <span class="what quiet small">${what}</span>
    </a>`;
  }

  #try(): void {
    this.isTrying = !this.isTrying;
  }

  async #pause(): Promise<void> {
    const isMeant = await confirmAction({
      title: 'Pause this widget?',
      text: 'Visitors do not see it any more, and conversations under way end within seconds.',
      action: 'Pause',
    });
    if (isMeant) await this.#do('pause', 'Paused.');
  }

  async #discard(): Promise<void> {
    const isMeant = await confirmAction({
      title: 'Throw the changes away?',
      text: 'The draft becomes what is live now.',
      action: 'Throw away',
      isDangerous: true,
    });
    if (isMeant) await this.#do('discard', 'The draft is what is live again.');
  }

  async #do(step: string, done: string): Promise<void> {
    try {
      this.widget = await api.post<Widget>(`${this.#path}/${step}`);
      notify(done);
    } catch (error) {
      notifyError(error);
    }
  }
}

customElements.define('aiw-widget-view', WidgetView);
