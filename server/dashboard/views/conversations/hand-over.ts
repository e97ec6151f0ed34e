import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/textarea/textarea.js';
import {Hand, SendHorizontal} from 'lucide';
import {css, html, LitElement, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {api} from '../../api/client.js';
import type {Conversation} from '../../api/types.js';
import {valueOf} from '../../ui/field.js';
import {icon} from '../../ui/icon.js';
import {notifyError} from '../../ui/notify.js';
import {base} from '../../ui/styles.js';

/** Talking to the visitor of a live conversation oneself, and handing back. */
export class HandOver extends LitElement {
  static override styles = [
    base,
    css`
      .compose {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 12px;
        align-items: end;
      }
    `,
  ];

  @property({attribute: false}) conversation: Conversation | null = null;
  @state() private text = '';
  @state() private isBusy = false;

  protected override render() {
    const {conversation} = this;
    if (!conversation) return nothing;
    const {isHere, speaker} = conversation;
    if (!isHere) {
      return html`<p class="quiet small">
        Its visitor is not here now, or another process of the server holds the call.
      </p>`;
    }
    return html`<section class="card stack" aria-label="Hand-over">
      ${speaker === null ? this.#before() : this.#during(speaker)}
    </section>`;
  }

  #before() {
    return html`<div class="row between">
      <p class="grow">
        The agent talks. Take over to write to the visitor yourself; they are told who you are.
      </p>
      <wa-button variant="brand" ?loading=${this.isBusy} @click=${() => this.#do('take-over')}>
        ${icon(Hand, 'start')} Take over
      </wa-button>
    </div>`;
  }

  #during(speaker: string) {
    return html`
      <div class="row between">
        <p><b>${speaker}</b> <span class="quiet">talks to the visitor.</span></p>
        <wa-button
          appearance="outlined"
          ?loading=${this.isBusy}
          @click=${() => this.#do('hand-back')}
        >
          Hand back
        </wa-button>
      </div>
      <div class="compose">
        <wa-textarea
          label="Your message"
          rows="2"
          maxlength="2000"
          .value=${this.text}
          @input=${(event: Event) => {
            this.text = valueOf(event);
          }}
          @keydown=${this.#key}
        ></wa-textarea>
        <wa-button variant="brand" ?disabled=${!this.text.trim()} @click=${this.#say}>
          ${icon(SendHorizontal, 'start')} Send
        </wa-button>
      </div>
    `;
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void this.#say();
  }

  async #say(): Promise<void> {
    const text = this.text.trim();
    if (!text) return;
    this.text = '';
    if (!(await this.#do('say', {text}))) this.text = text;
  }

  /** False: it was refused, and the operator told why. */
  async #do(what: string, body: object = {}): Promise<boolean> {
    this.isBusy = true;
    try {
      await api.post(`/conversations/${this.conversation?.id}/${what}`, body);
      return true;
    } catch (error) {
      notifyError(error);
      return false;
    } finally {
      this.isBusy = false;
      this.dispatchEvent(new Event('said'));
    }
  }
}

customElements.define('aiw-hand-over', HandOver);
