import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/details/details.js';
import {ArrowDown, ArrowLeft, ArrowUp, GripVertical, Plus, Trash2} from 'lucide';
import {html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Trigger} from '../../../../src/contract/index.js';
import {api, ApiError} from '../../api/client.js';
import type {Widget} from '../../api/types.js';
import {linkTo} from '../../app/router.js';
import {session} from '../../app/session.js';
import {icon} from '../../ui/icon.js';
import {notify, notifyError} from '../../ui/notify.js';
import {failed, loading} from '../../ui/task.js';
import {View} from '../../ui/view.js';
import './rule-editor.js';
import {
  inOrder,
  moved,
  newCondition,
  newRule,
  READY_MADE,
  replaced,
  withPriorities,
  without,
} from './rules.js';
import './simulator.js';
import {summaryOf} from './summary.js';
import {triggerStyles} from './triggers.styles.js';

/** `/widgets/:id/triggers`: when the widget opens by itself, and a visit to try it on. */
export class TriggersView extends View {
  static override styles = [...[View.styles].flat(), triggerStyles];

  @state() private widget: Widget | null = null;
  @state() private rules: readonly Trigger[] = [];
  @state() private open = '';
  @state() private error: ApiError | null = null;
  @state() private isBusy = false;
  @state() private said = '';
  @state() private dragged: number | null = null;
  #saved = '[]';
  #failure: unknown = null;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#shortcut);
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#shortcut);
  }

  protected override get isUnsaved(): boolean {
    return JSON.stringify(this.rules) !== this.#saved;
  }

  get #path(): string {
    return `/widgets/${this.params['id']}`;
  }

  async #load(): Promise<void> {
    try {
      this.#take(await api.get<Widget>(this.#path));
    } catch (error) {
      this.#failure = error;
      this.requestUpdate();
    }
  }

  #take(widget: Widget): void {
    this.widget = widget;
    this.rules = inOrder(widget.settings.triggers);
    this.#saved = JSON.stringify(this.rules);
  }

  protected override render() {
    if (this.#failure) return failed(this.#failure);
    const {widget} = this;
    if (!widget) return loading();
    const mayEdit = session.may('editor');
    return html`
      <a class="back" href=${linkTo(this.#path)}>${icon(ArrowLeft)} ${widget.settings.name}</a>
      <div class="row between">
        <div class="stack tight grow">
          <h1>Triggers</h1>
          <p class="quiet">
            The first rule of the list whose conditions all hold opens the widget, once a page-view.
          </p>
        </div>
        ${
          mayEdit
            ? html`<wa-button
                variant="brand"
                ?loading=${this.isBusy}
                ?disabled=${!this.isUnsaved}
                @click=${this.#save}
                >Save</wa-button
              >`
            : nothing
        }
      </div>
      ${this.error ? html`<p class="error" role="alert">${this.error.message}</p>` : nothing}
      <div class="two">
        <div class="stack">
          ${this.rules.length === 0 ? this.#empty(mayEdit) : this.#list(mayEdit)}
          ${mayEdit && this.rules.length > 0 ? this.#add() : nothing}
        </div>
        <aiw-trigger-simulator class="card" .rules=${withPriorities(this.rules)}>
        </aiw-trigger-simulator>
      </div>
      <p class="sr" aria-live="assertive">${this.said}</p>
    `;
  }

  #empty(mayEdit: boolean) {
    return html`<div class="empty">
      <h2>It opens by the visitor’s tap alone</h2>
      <p>Rules open it, or show a line beside the orb, by what a visitor does.</p>
      ${
        mayEdit
          ? html`<div class="ready">
              ${READY_MADE.map(
                ({name, what, make}) =>
                  html`<button type="button" class="card" @click=${() => this.#append(make())}>
                    <b>${name}</b><span class="quiet small">${what}</span>
                  </button>`,
              )}
            </div>`
          : nothing
      }
    </div>`;
  }

  #list(mayEdit: boolean) {
    return html`<ol>
      ${repeat(
        this.rules,
        rule => rule.id,
        (rule, index) => this.#rule(rule, index, mayEdit),
      )}
    </ol>`;
  }

  #rule(rule: Trigger, index: number, mayEdit: boolean) {
    return html`<li
      class=${this.dragged === index ? 'card dragged' : 'card'}
      draggable=${mayEdit && this.open !== rule.id ? 'true' : 'false'}
      @dragstart=${() => {
        this.dragged = index;
      }}
      @dragover=${(event: DragEvent) => this.#dragOver(event, index)}
      @dragend=${() => {
        this.dragged = null;
      }}
    >
      <div class="head">
        <span class="grip" aria-hidden="true">${mayEdit ? icon(GripVertical) : nothing}</span>
        <div class="grow">
          <h2>${rule.name || 'Without a name'}</h2>
          <p class="quiet small">${summaryOf(rule)}</p>
        </div>
        ${mayEdit ? this.#buttons(rule, index) : nothing}
      </div>
      <wa-details
        summary=${mayEdit ? 'Edit' : 'Show'}
        appearance="plain"
        ?open=${this.open === rule.id}
        @wa-show=${(event: Event) => this.#unfold(event, rule.id, '')}
        @wa-hide=${(event: Event) => this.#unfold(event, '', rule.id)}
      >
        <aiw-rule-editor
          .rule=${rule}
          ?disabled=${!mayEdit}
          @rule-change=${(event: CustomEvent<Trigger>) => this.#change(index, event.detail)}
        ></aiw-rule-editor>
      </wa-details>
    </li>`;
  }

  #buttons({name}: Trigger, index: number) {
    const last = this.rules.length - 1;
    return html`<div class="buttons">
      <button
        type="button"
        aria-label=${`Move “${name}” up`}
        ?disabled=${index === 0}
        @click=${() => this.#move(index, index - 1)}
      >
        ${icon(ArrowUp)}
      </button>
      <button
        type="button"
        aria-label=${`Move “${name}” down`}
        ?disabled=${index === last}
        @click=${() => this.#move(index, index + 1)}
      >
        ${icon(ArrowDown)}
      </button>
      <button type="button" aria-label=${`Delete “${name}”`} @click=${() => this.#remove(index)}>
        ${icon(Trash2)}
      </button>
    </div>`;
  }

  #add() {
    const make = () => newRule('New rule', newCondition('dwellSeconds'));
    return html`<div>
      <wa-button appearance="outlined" @click=${() => this.#append(make())}>
        ${icon(Plus, 'start')} Add a rule
      </wa-button>
    </div>`;
  }

  /** Lists within tell of themselves too; and one rule that folds must not fold the next. */
  #unfold({target, currentTarget}: Event, open: string, from: string): void {
    if (target === currentTarget && (open !== '' || this.open === from)) this.open = open;
  }

  #append(rule: Trigger): void {
    this.rules = [...this.rules, rule];
    this.open = rule.id;
  }

  #change(index: number, rule: Trigger): void {
    this.rules = replaced(this.rules, index, rule);
    this.error = null;
  }

  #move(from: number, to: number): void {
    const name = this.rules[from]?.name;
    this.rules = moved(this.rules, from, to);
    this.said = `“${name}” is number ${to + 1} of ${this.rules.length}.`;
  }

  /** Nothing is lost before it is saved: a rule that went comes back by leaving without saving. */
  #remove(index: number): void {
    const name = this.rules[index]?.name;
    this.rules = without(this.rules, index);
    notify(`“${name}” goes when you save.`);
  }

  #dragOver(event: DragEvent, index: number): void {
    if (this.dragged === null) return;
    event.preventDefault();
    if (this.dragged === index) return;
    this.#move(this.dragged, index);
    this.dragged = index;
  }

  readonly #shortcut = (event: KeyboardEvent): void => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void this.#save();
  };

  async #save(): Promise<void> {
    if (!this.isUnsaved || this.isBusy || !session.may('editor')) return;
    this.isBusy = true;
    try {
      const triggers = withPriorities(this.rules);
      this.#take(await api.patch<Widget>(`${this.#path}/draft`, {triggers}));
      this.error = null;
      notify('Saved in the draft. Publish it on the widget’s page.');
    } catch (error) {
      if (error instanceof ApiError && error.faults.length > 0) this.error = error;
      else notifyError(error);
    } finally {
      this.isBusy = false;
    }
  }
}

customElements.define('aiw-triggers-view', TriggersView);
