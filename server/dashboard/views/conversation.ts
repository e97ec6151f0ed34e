import '@awesome.me/webawesome/dist/components/badge/badge.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import {ArrowLeft, Trash2} from 'lucide';
import {css, html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import {api} from '../api/client.js';
import type {Conversation} from '../api/types.js';
import {goTo, linkTo} from '../app/router.js';
import {session} from '../app/session.js';
import {confirmAction} from '../ui/confirm.js';
import {dateTime} from '../ui/format.js';
import {icon} from '../ui/icon.js';
import {notify, notifyError} from '../ui/notify.js';
import {Poll} from '../ui/poll.js';
import {failed, loading} from '../ui/task.js';
import {View} from '../ui/view.js';
import './conversations/facts.js';
import './conversations/hand-over.js';
import './conversations/transcript.js';

/** How often a live conversation is asked for anew, in milliseconds. */
const LIVE_MS = 1500;

/** `/conversations/:id`: what was said and heard, and all that is known about it. */
export class ConversationView extends View {
  static override styles = [
    ...[View.styles].flat(),
    css`
      .two {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 300px;
        gap: 32px;
        align-items: start;
      }
      .back {
        display: inline-flex;
        gap: 8px;
        align-items: center;
        color: var(--wa-color-text-quiet);
        text-decoration: none;
      }
      @media (max-width: 980px) {
        .two {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @state() private conversation: Conversation | null = null;
  #failure: unknown = null;

  constructor() {
    super();
    new Poll(this, LIVE_MS, async () => {
      if (this.conversation?.endedAt === null) await this.#load();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#load().catch((error: unknown) => {
      this.#failure = error;
      this.requestUpdate();
    });
  }

  get #path(): string {
    return `/conversations/${this.params['id']}`;
  }

  async #load(): Promise<void> {
    this.conversation = await api.get<Conversation>(this.#path);
  }

  protected override render() {
    if (this.#failure) return failed(this.#failure);
    const {conversation} = this;
    if (!conversation) return loading();
    const {startedAt, endedAt, isPreview, mode} = conversation;
    const isLive = endedAt === null;
    return html`<div class="stack">
      <a class="back" href=${linkTo('/conversations')}>${icon(ArrowLeft)} Conversations</a>
      <div class="row between">
        <div class="stack tight">
          <div class="row">
            <h1>${mode === 'voice' ? 'Spoken' : 'Typed'} conversation</h1>
            ${isLive ? html`<wa-badge variant="success" pill>live</wa-badge>` : nothing}
            ${isPreview ? html`<wa-badge variant="neutral" pill>trial of a draft</wa-badge>` : nothing}
          </div>
          <p class="quiet">${dateTime(startedAt)}</p>
        </div>
        ${
          !isLive && session.may('owner')
            ? html`<wa-button appearance="outlined" @click=${this.#delete}>
                ${icon(Trash2, 'start')} Delete
              </wa-button>`
            : nothing
        }
      </div>
      <div class="two">
        <div class="stack">
          <aiw-conversation-transcript .conversation=${conversation}></aiw-conversation-transcript>
          ${
            isLive && session.may('editor')
              ? html`<aiw-hand-over
                  .conversation=${conversation}
                  @said=${() => void this.#load()}
                ></aiw-hand-over>`
              : nothing
          }
        </div>
        <aiw-conversation-facts .conversation=${conversation}></aiw-conversation-facts>
      </div>
    </div>`;
  }

  async #delete(): Promise<void> {
    const isMeant = await confirmAction({
      title: 'Delete this conversation?',
      text: 'Transcript, contact details, page trail and feedback go for good.',
      action: 'Delete',
      isDangerous: true,
    });
    if (!isMeant) return;
    try {
      await api.delete(this.#path);
      notify('Deleted.');
      await goTo('/conversations', {replace: true});
    } catch (error) {
      notifyError(error);
    }
  }
}

customElements.define('aiw-conversation-view', ConversationView);
