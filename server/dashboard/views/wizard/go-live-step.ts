import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/spinner/spinner.js';
import {Check, CircleAlert, Info} from 'lucide';
import {css, html, LitElement, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {api} from '../../api/client.js';
import type {Advice, Widget} from '../../api/types.js';
import {linkTo} from '../../app/router.js';
import '../../ui/embed-snippet.js';
import {icon} from '../../ui/icon.js';
import {notifyError} from '../../ui/notify.js';
import {base} from '../../ui/styles.js';
import {STEPS} from './steps.js';

/** How often it is looked whether a page has asked for the widget, in milliseconds. */
const LOOK_MS = 2000;

/** What is missing, going live, the tag, and the first page that has it. */
export class GoLiveStep extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 24px;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        display: grid;
        gap: 12px;
      }
      li {
        display: grid;
        grid-template-columns: 24px minmax(0, 1fr) auto;
        gap: 12px;
        align-items: start;
      }
      .needed {
        color: var(--wa-color-warning-on-quiet);
      }
      .seen,
      .fine {
        color: var(--wa-color-success-on-quiet);
      }
      .waits {
        display: flex;
        gap: 12px;
        align-items: center;
      }
    `,
  ];

  @property({attribute: false}) widget: Widget | null = null;
  @state() private isBusy = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setTimeout(() => void this.#look(), LOOK_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override render() {
    const {widget} = this;
    if (!widget) return nothing;
    return widget.status === 'draft' ? this.#before(widget) : this.#after(widget);
  }

  #before({advice}: Widget) {
    const isReady = !advice.some(({isNeeded}) => isNeeded);
    return html`
      <section class="card" aria-label="What is missing">
        ${
          advice.length === 0
            ? html`<p class="waits fine">${icon(Check)} Everything is there.</p>`
            : html`<ul>
                ${advice.map(one => this.#advice(one))}
              </ul>`
        }
      </section>
      <div class="row end">
        ${
          isReady
            ? nothing
            : html`<p class="quiet small grow">It can go live as it is; mend it at any time.</p>`
        }
        <wa-button variant="brand" ?loading=${this.isBusy} @click=${this.#publish}>
          Go live
        </wa-button>
      </div>
    `;
  }

  #advice({step, isNeeded, message}: Advice) {
    const {id} = this.widget ?? {id: ''};
    return html`<li>
      <span class=${isNeeded ? 'needed' : 'quiet'}>${icon(isNeeded ? CircleAlert : Info)}</span>
      <span>${message}</span>
      <a href=${linkTo(`/widgets/${id}/setup/${step}`)}>${STEPS[step - 1]?.name}</a>
    </li>`;
  }

  #after({id, token, seen}: Widget) {
    return html`
      <section class="card stack" aria-label="The tag">
        <h2>It is live. Paste this into your pages</h2>
        <aiw-embed-snippet .token=${token}></aiw-embed-snippet>
      </section>
      <section class="card" aria-label="The first page" aria-live="polite">
        ${
          seen
            ? html`<p class="waits seen">
                ${icon(Check)} <span>We see your widget on <b>${hostOf(seen.origin)}</b></span>
              </p>`
            : html`<p class="waits quiet">
                <wa-spinner aria-hidden="true"></wa-spinner>
                Waiting for the first page that has it. Open one in another tab.
              </p>`
        }
      </section>
      <div class="row end">
        <wa-button variant="brand" href=${linkTo(`/widgets/${id}`)}>To the widget’s page</wa-button>
      </div>
    `;
  }

  async #publish(): Promise<void> {
    this.isBusy = true;
    try {
      this.#tell(await api.post<Widget>(`/widgets/${this.widget?.id}/publish`));
    } catch (error) {
      notifyError(error);
    } finally {
      this.isBusy = false;
    }
  }

  async #look(): Promise<void> {
    const {widget} = this;
    if (widget && widget.status !== 'draft' && !widget.seen && !document.hidden) {
      try {
        const fresh = await api.get<Widget>(`/widgets/${widget.id}`);
        if (fresh.seen) this.#tell(fresh);
      } catch {
        // Looked for again in a moment.
      }
    }
    if (this.isConnected) this.#timer = setTimeout(() => void this.#look(), LOOK_MS);
  }

  #tell(widget: Widget): void {
    this.dispatchEvent(new CustomEvent<Widget>('widget-change', {detail: widget}));
  }
}

/** `acme.com` of `https://acme.com`. */
function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : origin;
}

customElements.define('aiw-go-live-step', GoLiveStep);
