import {html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {TranscriptEntry} from '../../call/state.js';
import type {CallHandle} from '../../controllers/call-context.js';
import {plainText} from '../../markdown/index.js';
import {CallElement} from '../shared/call-element.js';
import {controls} from '../shared/controls.js';
import {icon} from '../shared/icons.js';
import {styles} from './message.styles.js';
import {richText} from './rich-text.js';
import {shortTime} from './short-time.js';

/** How long a button says that it has copied, in milliseconds. */
const COPIED_SHOWN_MS = 2_000;

/**
 * One message: its words, its time, and what a reader may do with it.
 *
 * The agent's Markdown is drawn as elements; the visitor's own words are text as they are.
 *
 * @csspart message - The bubble.
 */
export class AiwMessage extends CallElement {
  static override styles = [controls, styles];

  @property({attribute: false}) entry: TranscriptEntry | undefined;
  /** Whether it answers the visitor, so that it can be judged. */
  @property({type: Boolean}) answer = false;
  /** Whether its time is shown without a reader asking, as it is the last of its minute. */
  @property({type: Boolean}) timed = false;
  /** Whether nothing comes after it: what can be done with it is shown without asking. */
  @property({type: Boolean}) latest = false;

  @state() private copied = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.copied = false;
  }

  protected override renderCall(call: CallHandle) {
    const {entry} = this;
    if (!entry) return nothing;
    const {role, pending} = entry;
    return html`<div class=${role}>
      <span class="sr">${role === 'agent' ? call.agent.name : this.strings.term('you')}:</span>
      <div class="bubble" part="message" dir="auto">${this.#renderWords(entry, call)}</div>
      ${
        pending
          ? html`<div class="row"><small>${this.strings.term('sending')}</small></div>`
          : entry.final && entry.at > 0
            ? this.#renderRow(entry, call)
            : nothing
      }
    </div>`;
  }

  #renderWords({role, text, final}: TranscriptEntry, {actions}: CallHandle) {
    if (role === 'visitor') return html`<p>${text}</p>`;
    const newTab = this.strings.term('newTab');
    return richText(text, final, {newTab, visit: path => actions.visit(path)});
  }

  #renderRow({id, at}: TranscriptEntry, {state: {verdicts}}: CallHandle) {
    const label = this.strings.term(this.copied ? 'copied' : 'copyMessage');
    return html`<div class="row ${this.latest || verdicts[id] ? 'kept' : ''}">
      <time class=${this.timed ? 'kept' : ''} datetime=${new Date(at).toISOString()}
        >${shortTime(at, this.strings.term('lang'))}</time
      >
      <button class="icon small" aria-label=${label} title=${label} @click=${this.#copy}>
        ${icon(this.copied ? 'check' : 'copy')}
      </button>
      ${this.answer ? html`<aiw-feedback small .messageId=${id}></aiw-feedback>` : nothing}
      <span class="sr" role="status">${this.copied ? label : nothing}</span>
    </div>`;
  }

  #copy = async () => {
    const {entry, call} = this;
    if (!entry || !call) return;
    const words = entry.role === 'agent' ? plainText(entry.text) : entry.text;
    if (!(await call.actions.copy(words)) || !this.isConnected) return;
    this.copied = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.copied = false), COPIED_SHOWN_MS);
  };
}
