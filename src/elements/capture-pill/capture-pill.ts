import {LitElement, html, nothing, type PropertyValues} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import type {CapturePrompt} from '../../call/state.js';
import {normalizeCapture} from '../../capture/normalize.js';
import {readable, spelled} from '../../capture/show.js';
import type {CaptureKind} from '../../contract/index.js';
import {StringsController} from '../../locales/strings-controller.js';
import {controls} from '../shared/controls.js';
import {VERSION} from '../shared/define.js';
import {icon} from '../shared/icons.js';
import {tokens} from '../shared/tokens.js';
import {styles} from './capture-pill.styles.js';
import {CaptureConfirmEvent, CaptureDismissEvent} from './events.js';

type Status = CapturePrompt['status'];

const FIELDS = {
  email: {type: 'email', mode: 'email', autocomplete: 'email', capitalize: 'off'},
  phone: {type: 'tel', mode: 'tel', autocomplete: 'tel', capitalize: 'off'},
  name: {type: 'text', mode: 'text', autocomplete: 'name', capitalize: 'words'},
} as const;

const STATUSES: readonly Status[] = ['open', 'sending', 'queued', 'stored', 'invalid'];

const toKind = (value: string | null): CaptureKind =>
  value === 'phone' || value === 'name' ? value : 'email';
const toStatus = (value: string | null): Status =>
  STATUSES.find(status => status === value) ?? 'open';

/**
 * Asks for one contact detail without interrupting the call (§6).
 *
 * Holds the draft and nothing else: whoever listens decides where it goes, and
 * says by `status` what became of it.
 *
 * @tag aiw-capture-pill
 * @fires {CaptureConfirmEvent} aiw-capture-confirm - A valid value was confirmed.
 * @fires {CaptureDismissEvent} aiw-capture-dismiss - The visitor would rather not say.
 * @slot note - A line under the field, such as a privacy notice.
 * @csspart pill - The whole.
 * @csspart field - The text input.
 * @csspart confirm - The confirming button.
 * @csspart dismiss - The dismissing button.
 * @cssprop [--aiw-pill-radius=22px] - Corner radius of the field.
 * @cssprop [--aiw-accent=#3d63f5] - Colour of the confirming button.
 */
export class AiwCapturePill extends LitElement {
  /** Version of the package it came with. */
  static version = VERSION;
  static override styles = [tokens, controls, styles];

  /** What is asked for: chooses the keyboard, the autofill and the check. */
  @property({converter: toKind}) kind: CaptureKind = 'email';
  /** A value to confirm, from the visitor token or the visitor's own words. */
  @property() value = '';
  /** What became of the confirmed value. */
  @property({converter: toStatus, reflect: true, useDefault: true}) status: Status = 'open';
  /** ISO 3166 alpha-2 country in which a phone number without a code is read. */
  @property() country = '';
  @state() private draft = '';
  @state() private invalid = false;
  @query('input') private readonly field!: HTMLInputElement | null;
  readonly #strings = new StringsController(this);

  protected override willUpdate(changed: PropertyValues<this>) {
    // A new question discards a half-typed answer to the old one.
    if (changed.has('kind') || changed.has('value')) this.#edit(this.#given);
    if (changed.has('status')) this.invalid = this.status === 'invalid';
  }

  /** Focuses the text input. */
  override focus(options?: FocusOptions) {
    this.field?.focus(options);
  }

  protected override render() {
    return html`<div part="pill" class=${this.status} @keydown=${this.#onKey}>
      ${this.status === 'stored' ? this.#renderDone() : this.#renderForm()}
    </div>`;
  }

  #renderDone() {
    return html`<p class="done" role="status">
      ${icon('check')}<span>${this.#strings.term('saved')}</span><b>${this.draft}</b>
    </p>`;
  }

  #renderForm() {
    const words = this.#strings.term('capture')[this.kind];
    const {type, mode, autocomplete, capitalize} = FIELDS[this.kind];
    const waiting = this.status === 'sending' || this.status === 'queued';
    const question = this.value && !waiting ? words.confirm : words.label;
    return html`<form novalidate @submit=${this.#onSubmit}>
      <label for="field">${question}</label>
      <button
        type="button"
        part="dismiss"
        class="icon"
        aria-label=${this.#strings.term('dismiss')}
        title=${this.#strings.term('dismiss')}
        @click=${this.#dismiss}
      >
        ${icon('close')}
      </button>
      <div class="row">
        <input
          id="field"
          part="field"
          name=${this.kind}
          type=${type}
          inputmode=${mode}
          autocomplete=${autocomplete}
          autocapitalize=${capitalize}
          spellcheck="false"
          enterkeyhint="done"
          dir=${this.draft ? 'auto' : nothing}
          placeholder=${words.placeholder}
          aria-invalid=${this.invalid}
          aria-describedby="spelled hint"
          ?readonly=${waiting}
          .value=${this.draft}
          @input=${this.#onInput}
        />
        <button part="confirm" class="primary" ?disabled=${waiting}>
          ${this.#strings.term('confirm')}
        </button>
      </div>
      <span id="spelled" hidden>${this.#spelling()}</span>
      <p id="hint" role="status">${this.#hint()}</p>
      <slot name="note"></slot>
    </form>`;
  }

  /** The value that was given, as it is shown. */
  get #given() {
    return readable(this.kind, this.value);
  }

  /** What was heard is spelled to those who cannot see it, until they change it. */
  #spelling() {
    const isHeard = this.value && this.kind !== 'name' && this.draft === this.#given;
    return isHeard ? spelled(this.value) : nothing;
  }

  #hint() {
    if (this.invalid) return this.#strings.term('capture')[this.kind].invalid;
    if (this.status === 'sending') return this.#strings.term('saving');
    return this.status === 'queued' ? this.#strings.term('queued') : nothing;
  }

  #edit(draft: string) {
    this.draft = draft;
    this.invalid = false;
  }

  #onInput = (event: InputEvent) => this.#edit((event.target as HTMLInputElement).value);

  #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (this.status === 'sending' || this.status === 'queued') return;
    const value = normalizeCapture(this.kind, this.draft, this.country || undefined);
    this.invalid = value === null;
    if (value === null) {
      this.field?.focus();
      return;
    }
    this.draft = readable(this.kind, value);
    this.dispatchEvent(new CaptureConfirmEvent(this.kind, value));
  };

  #dismiss = () => this.dispatchEvent(new CaptureDismissEvent(this.kind));

  #onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#dismiss();
  };
}
