import {html, nothing} from 'lit';
import {query, state} from 'lit/decorators.js';
import {MAX_TEXT_LENGTH} from '../../contract/index.js';
import type {CallHandle} from '../../controllers/call-context.js';
import {isUnderWay, viewOf} from '../panel/view.js';
import {CallElement} from '../shared/call-element.js';
import {controls} from '../shared/controls.js';
import {icon} from '../shared/icons.js';
import type {HoldEvent} from '../talk-button/talk-button.js';
import {styles} from './composer.styles.js';

/** From how many characters before the limit the count is shown. */
const COUNT_FROM = 200;

/**
 * Where the visitor types, turns to talking and hangs up.
 *
 * Holds the draft; a message goes out when it is sent, never before.
 *
 * @csspart composer - The whole.
 * @csspart field - The text field.
 * @csspart send - The send button.
 * @csspart talk - The microphone button.
 * @csspart hold - The talk button of push-to-talk, heard while it is held.
 * @csspart hang-up - The red button that ends the call.
 */
export class AiwComposer extends CallElement {
  static override styles = [controls, styles];

  @state() private draft = '';
  @query('textarea') private readonly field!: HTMLTextAreaElement | null;

  /** Puts the cursor in the field; on a first button where the call is by voice only. */
  override focus(options?: FocusOptions) {
    (this.field ?? this.renderRoot.querySelector('button'))?.focus(options);
  }

  protected override renderCall(call: CallHandle) {
    const {state, modes} = call;
    const typed = viewOf(call) === 'text';
    // A visitor without a microphone can always type (§2.2), in a widget for talking too.
    const mayType = modes.text || state.microphone.status === 'unavailable';
    const holds = !typed && isUnderWay(state) && state.talk.pushToTalk;
    return html`${holds ? this.#renderHold(call) : nothing}
      <form part="composer" class=${mayType ? '' : 'bare'} @submit=${this.#onSubmit}>
        ${mayType ? this.#renderField(call, typed) : nothing}
        ${isUnderWay(call.state) ? this.#renderHangUp(call, typed) : nothing}
      </form>`;
  }

  #renderField({modes, actions}: CallHandle, typed: boolean) {
    const left = MAX_TEXT_LENGTH - this.draft.length;
    const hasText = this.draft.trim() !== '';
    return html`<div class="box">
      <textarea
        part="field"
        rows="1"
        dir=${this.draft ? 'auto' : nothing}
        maxlength=${MAX_TEXT_LENGTH}
        enterkeyhint="send"
        aria-label=${this.strings.term('message')}
        placeholder=${this.strings.term('typeMessage')}
        .value=${this.draft}
        @input=${this.#onInput}
        @keydown=${this.#onKey}
      ></textarea>
      <span class="count" role="status">
        ${left <= COUNT_FROM ? this.strings.term('charactersLeft')(left) : nothing}
      </span>
      ${
        typed && modes.voice && !hasText
          ? html`<button
              type="button"
              part="talk"
              class="icon"
              aria-label=${this.strings.term('talk')}
              title=${this.strings.term('talk')}
              @click=${() => actions.setVoice(true)}
            >
              ${icon('mic')}
            </button>`
          : html`<button
              part="send"
              class="primary"
              aria-label=${this.strings.term('send')}
              title=${this.strings.term('send')}
              ?disabled=${!hasText}
            >
              ${icon('send')}
            </button>`
      }
    </div>`;
  }

  #renderHold({state, actions}: CallHandle) {
    const {status} = state.microphone;
    return html`<aiw-talk-button
      exportparts="hold"
      ?held=${state.isHeld}
      ?disabled=${status !== 'live' && status !== 'muted'}
      @aiw-hold=${({down}: HoldEvent) => actions.hold(down)}
    ></aiw-talk-button>`;
  }

  #renderHangUp({actions}: CallHandle, typed: boolean) {
    const label = this.strings.term('hangUp');
    return html`<button
      type="button"
      part="hang-up"
      class="hang-up ${typed ? 'soft' : ''}"
      aria-label=${label}
      title=${label}
      @click=${() => actions.hangUp()}
    >
      ${icon('hangUp')}
    </button>`;
  }

  #setDraft(draft: string) {
    this.draft = draft;
    const {field} = this;
    if (!field) return;
    field.value = draft;
    // Shrinks before it measures, or a field never gets lower again.
    field.style.blockSize = 'auto';
    field.style.blockSize = `${field.scrollHeight}px`;
  }

  #onInput = () => this.#setDraft(this.field?.value ?? '');

  #onKey = (event: KeyboardEvent) => {
    // An Enter that ends an input method's composition chooses a word.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#send();
  };

  #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    this.#send();
  };

  #send() {
    const text = this.draft.trim();
    if (!text) return;
    this.call?.actions.sendText(text);
    this.#setDraft('');
    this.field?.focus();
  }
}
