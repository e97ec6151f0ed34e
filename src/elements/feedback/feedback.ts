import {html, nothing} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {WHOLE, type Verdict} from '../../call/state.js';
import {MAX_COMMENT_LENGTH} from '../../contract/index.js';
import type {CallHandle} from '../../controllers/call-context.js';
import {CallElement} from '../shared/call-element.js';
import {controls} from '../shared/controls.js';
import {icon} from '../shared/icons.js';
import {styles} from './feedback.styles.js';

/** Ratings of the two thumbs (contract §1). */
const UP = 5;
const DOWN = 1;

/**
 * Two thumbs, and a field for more once one was pressed.
 *
 * Holds the comment while it is typed; the verdict itself is the call's.
 *
 * @csspart feedback - The whole.
 */
export class AiwFeedback extends CallElement {
  static override styles = [controls, styles];

  /** The message that is judged; the conversation where there is none. */
  @property({attribute: false}) messageId: string | undefined;
  /** In the line below a message: small, and without the question. */
  @property({type: Boolean, reflect: true}) small = false;

  @state() private isOpen = false;
  @query('textarea') private readonly field!: HTMLTextAreaElement | null;

  protected override renderCall({state: {verdicts}}: CallHandle) {
    const words = this.strings.term('feedback');
    const verdict = verdicts[this.messageId ?? WHOLE];
    const [good, bad] = this.small
      ? [words.goodAnswer, words.poorAnswer]
      : [words.wentWell, words.wentBadly];
    return html`<div class="box" part="feedback" role="group" aria-label=${words.ask}>
      ${this.small ? nothing : html`<span class="ask" aria-hidden="true">${words.ask}</span>`}
      <span class="thumbs">
        ${this.#renderThumb(UP, good, verdict)}${this.#renderThumb(DOWN, bad, verdict)}
      </span>
      ${this.isOpen && verdict?.status !== 'failed' ? this.#renderForm(words.sayMore) : nothing}
      <span class="said" role="status">${this.#answerTo(verdict)}</span>
    </div>`;
  }

  #renderThumb(rating: number, label: string, verdict: Verdict | undefined) {
    const isChosen = verdict?.rating === rating && verdict.status !== 'failed';
    return html`<button
      class="icon ${rating === DOWN ? 'down' : ''} ${isChosen ? 'chosen' : ''}"
      aria-label=${label}
      title=${label}
      aria-pressed=${isChosen}
      @click=${() => this.#judge(rating)}
    >
      ${icon('thumb')}
    </button>`;
  }

  #renderForm(label: string) {
    return html`<form @submit=${this.#onSubmit}>
      <label>
        ${label}
        <textarea rows="2" maxlength=${MAX_COMMENT_LENGTH} @keydown=${this.#onKey}></textarea>
      </label>
      <button class="primary">${this.strings.term('send')}</button>
    </form>`;
  }

  #answerTo(verdict: Verdict | undefined) {
    const {failed, thanks} = this.strings.term('feedback');
    if (verdict?.status === 'failed') return failed;
    return verdict?.status === 'sent' && !this.isOpen ? thanks : nothing;
  }

  #judge(rating: number, comment?: string) {
    this.isOpen = !comment;
    this.call?.actions.judge({
      ...(this.messageId !== undefined && {messageId: this.messageId}),
      rating,
      ...(comment && {comment}),
    });
  }

  #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const rating = this.call?.state.verdicts[this.messageId ?? WHOLE]?.rating;
    const comment = this.field?.value.trim();
    if (rating && comment) this.#judge(rating, comment);
    else this.isOpen = false;
  };

  /** Escape leaves the field, not the panel. */
  #onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.isOpen = false;
    this.renderRoot.querySelector<HTMLElement>('.chosen')?.focus();
  };
}
