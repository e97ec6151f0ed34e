import '@awesome.me/webawesome/dist/components/button/button.js';
import {ArrowLeft, Check} from 'lucide';
import {html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import {api, ApiError} from '../../api/client.js';
import type {Settings, SettingsChanges, Widget} from '../../api/types.js';
import {goTo, linkTo} from '../../app/router.js';
import {submitOnEnter} from '../../ui/field.js';
import {icon} from '../../ui/icon.js';
import {notifyError} from '../../ui/notify.js';
import {failed, loading} from '../../ui/task.js';
import {View} from '../../ui/view.js';
import './agent-step.js';
import './appearance-step.js';
import './conversation-step.js';
import './domain-step.js';
import type {DomainStep} from './domain-step.js';
import type {DraftChange} from './draft-change.js';
import './go-live-step.js';
import './knowledge-step.js';
import './page-step.js';
import {STEPS} from './steps.js';
import {wizardStyles} from './wizard.styles.js';

/** `/widgets/:id/setup/:step`: seven steps from nothing to a live widget; each saves the draft. */
export class WizardView extends View {
  static override styles = [...[View.styles].flat(), wizardStyles];

  @state() private widget: Widget | null = null;
  @state() private changes: SettingsChanges = {};
  @state() private error: ApiError | null = null;
  @state() private isBusy = false;
  #failure: unknown = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  protected override get isUnsaved(): boolean {
    return Object.keys(this.changes).length > 0;
  }

  /** From 1. */
  get #step(): number {
    return Math.min(STEPS.length, Math.max(1, Number(this.params['step']) || 1));
  }

  get #id(): string {
    return this.params['id'] ?? '';
  }

  /** The draft with what was changed here. */
  get #settings(): Settings | null {
    return this.widget && ({...this.widget.settings, ...this.changes} as Settings);
  }

  async #load(): Promise<void> {
    try {
      this.widget = await api.get<Widget>(`/widgets/${this.#id}`);
    } catch (error) {
      this.#failure = error;
      this.requestUpdate();
    }
  }

  protected override render() {
    if (this.#failure) return failed(this.#failure);
    const settings = this.#settings;
    if (!this.widget || !settings) return loading();
    const step = STEPS[this.#step - 1];
    if (!step) return nothing;
    return html`
      <nav aria-label="Steps">
        <a class="back" href=${linkTo(`/widgets/${this.#id}`)}>
          ${icon(ArrowLeft)} ${settings.name}
        </a>
        <ol>
          ${STEPS.map((_, index) => this.#stepLink(index + 1))}
        </ol>
      </nav>
      <form
        class="stack"
        @submit=${this.#next}
        @draft-change=${this.#keep}
        @keydown=${submitOnEnter}
        novalidate
      >
        <div class="stack tight">
          <p class="quiet small">Step ${this.#step} of ${STEPS.length}</p>
          <h1>${step.title}</h1>
          <p class="quiet">${step.lead}</p>
        </div>
        ${this.#content(settings)} ${this.#faults()}
        ${
          this.#step < STEPS.length
            ? html`<div class="row between">
                ${
                  this.#step > 1
                    ? html`<wa-button appearance="plain" href=${this.#path(this.#step - 1)}>
                        Back
                      </wa-button>`
                    : html`<span></span>`
                }
                <wa-button type="submit" variant="brand" ?loading=${this.isBusy}>
                  ${this.isUnsaved ? 'Save and continue' : 'Continue'}
                </wa-button>
              </div>`
            : nothing
        }
      </form>
    `;
  }

  #stepLink(number: number) {
    const step = STEPS[number - 1];
    const isDone = number < this.#step;
    const advice = this.widget?.advice.some(one => one.step === number && one.isNeeded);
    return html`<li>
      <a href=${this.#path(number)} aria-current=${number === this.#step ? 'step' : nothing}>
        <span class=${advice ? 'mark due' : 'mark'}
          >${isDone && !advice ? icon(Check) : number}</span
        >
        ${step?.name}
      </a>
    </li>`;
  }

  #content(settings: Settings) {
    const {widget} = this;
    switch (this.#step) {
      case 1:
        return html`<aiw-domain-step
          .domain=${settings.domain}
          @domain-change=${(event: Event) =>
            this.#change({domain: (event.target as DomainStep).domain})}
        ></aiw-domain-step>`;
      case 2:
        return html`<aiw-page-step .widgetId=${this.#id} .settings=${settings}></aiw-page-step>`;
      case 3:
        return html`<aiw-agent-step .settings=${settings}></aiw-agent-step>`;
      case 4:
        return html`<aiw-knowledge-step
          .widgetId=${this.#id}
          .settings=${settings}
        ></aiw-knowledge-step>`;
      case 5:
        return html`<aiw-appearance-step
          .widgetId=${this.#id}
          .settings=${settings}
        ></aiw-appearance-step>`;
      case 6:
        return html`<aiw-conversation-step .settings=${settings}></aiw-conversation-step>`;
      default:
        return html`<aiw-go-live-step
          .widget=${widget}
          @widget-change=${(event: CustomEvent<Widget>) => {
            this.widget = event.detail;
          }}
        ></aiw-go-live-step>`;
    }
  }

  #faults() {
    if (!this.error) return nothing;
    const {faults, message} = this.error;
    return html`<div class="error" role="alert">
      ${
        faults.length > 0
          ? html`<ul>
              ${faults.map(fault => html`<li><b>${fault.path}</b> ${fault.message}</li>`)}
            </ul>`
          : message
      }
    </div>`;
  }

  #path(step: number): string {
    return linkTo(`/widgets/${this.#id}/setup/${step}`);
  }

  #keep(event: DraftChange): void {
    this.#change(event.detail);
  }

  #change(changes: SettingsChanges): void {
    this.changes = {...this.changes, ...changes};
    this.error = null;
  }

  async #next(event: Event): Promise<void> {
    event.preventDefault();
    if (await this.#save()) await goTo(`/widgets/${this.#id}/setup/${this.#step + 1}`);
  }

  /** False: the server refused it, and says why. */
  async #save(): Promise<boolean> {
    if (!this.isUnsaved) return true;
    this.isBusy = true;
    try {
      this.widget = await api.patch<Widget>(`/widgets/${this.#id}/draft`, this.changes);
      this.changes = {};
      return true;
    } catch (error) {
      if (error instanceof ApiError && error.faults.length > 0) this.error = error;
      else notifyError(error);
      return false;
    } finally {
      this.isBusy = false;
    }
  }
}

customElements.define('aiw-wizard-view', WizardView);
