import {html, nothing} from 'lit';
import type {CallHandle, ConsentQuestion} from '../../controllers/call-context.js';
import {CallElement} from '../shared/call-element.js';
import {controls} from '../shared/controls.js';
import {icon} from '../shared/icons.js';
import {styles} from './consent.styles.js';

/**
 * Asks the visitor to agree to the operator's text before the first call, in place of the
 * conversation; a line instead once they have said not now.
 *
 * @csspart consent - The question, or the line.
 * @csspart agree - The button that agrees, and begins what has waited.
 * @csspart decline - The button that says not now.
 */
export class AiwConsent extends CallElement {
  static override styles = [controls, styles];

  /** Puts focus on the question, so that it is read out. */
  override focus(options?: FocusOptions) {
    this.renderRoot.querySelector<HTMLElement>('[tabindex]')?.focus(options);
  }

  protected override renderCall({consent}: CallHandle) {
    if (consent?.status === 'asked') return this.#renderQuestion(consent);
    return consent ? this.#renderLine(consent) : nothing;
  }

  #renderQuestion(consent: ConsentQuestion) {
    const {title, agree} = this.strings.term('consent');
    return html`<div
      class="question"
      part="consent"
      role="group"
      tabindex="-1"
      aria-labelledby="title"
      aria-describedby="text"
    >
      <div class="read" tabindex="0" role="region" aria-labelledby="title">
        <aiw-orb aria-hidden="true" state="idle"></aiw-orb>
        <h3 id="title">${title}</h3>
        <p id="text" class="text" dir="auto">${consent.text}</p>
        ${this.#renderPolicy(consent)} ${this.#renderWaiting(consent)}
      </div>
      <div class="choice">
        <button part="agree" class="primary" @click=${() => consent.agree()}>${agree}</button>
        <button part="decline" class="later" @click=${() => consent.decline()}>
          ${this.strings.term('dismiss')}
        </button>
      </div>
    </div>`;
  }

  #renderPolicy({policyUrl}: ConsentQuestion) {
    if (!policyUrl || !/^https?:\/\//i.test(policyUrl)) return nothing;
    return html`<a href=${policyUrl} target="_blank" rel="noopener noreferrer">
      ${this.strings.term('consent').policy}${icon('external')}
      <span class="sr">(${this.strings.term('newTab')})</span>
    </a>`;
  }

  #renderWaiting({waiting}: ConsentQuestion) {
    if (waiting.length === 0) return nothing;
    return html`<div class="waiting">
      <p>${this.strings.term('consent').waiting}</p>
      ${waiting.map(text => html`<p class="message" dir="auto">${text}</p>`)}
    </div>`;
  }

  #renderLine(consent: ConsentQuestion) {
    const {declined, review} = this.strings.term('consent');
    return html`<div class="line" part="consent" role="status">
      <p>${declined}</p>
      <button @click=${() => consent.review()}>${review}</button>
    </div>`;
  }
}
