import {CircleHelp, ThumbsDown, ThumbsUp} from 'lucide';
import {css, html, LitElement, nothing, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Conversation} from '../../api/types.js';
import {timeOf} from '../../ui/format.js';
import {icon} from '../../ui/icon.js';
import {base} from '../../ui/styles.js';

type Turn = Conversation['turns'][number];

/** Within so many pixels of the end, the reader is at it. */
const NEAR_PX = 120;

/** What was said and heard, with how soon each answer began; it grows while it is live. */
export class ConversationTranscript extends LitElement {
  static override styles = [
    base,
    css`
      ol {
        list-style: none;
        margin: 0;
        padding: 0;
        display: grid;
        gap: 18px;
      }
      li {
        display: grid;
        gap: 4px;
        justify-items: start;
        max-width: 85%;
      }
      .visitor {
        justify-self: end;
        justify-items: end;
      }
      .bubble {
        padding: 10px 14px;
        border-radius: 16px;
        background: var(--wa-color-surface-lowered);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .visitor .bubble {
        background: var(--wa-color-brand-fill-quiet);
        color: var(--wa-color-brand-on-quiet);
      }
      .meta {
        display: flex;
        flex-wrap: wrap;
        gap: 12px;
        padding-inline: 6px;
      }
      .mark {
        display: inline-flex;
        gap: 5px;
        align-items: center;
        color: var(--wa-color-warning-on-quiet);
      }
    `,
  ];

  @property({attribute: false}) conversation: Conversation | null = null;
  #wasAtEnd = true;

  protected override willUpdate(): void {
    const {scrollHeight} = document.documentElement;
    this.#wasAtEnd = scrollHeight - innerHeight - scrollY < NEAR_PX;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('conversation');
    const grew = before && before.turns.length < (this.conversation?.turns.length ?? 0);
    // Who reads further up is left there.
    if (grew && this.#wasAtEnd) scrollTo({top: document.documentElement.scrollHeight});
  }

  protected override render() {
    const {conversation} = this;
    if (!conversation) return nothing;
    const {turns, endedAt} = conversation;
    if (turns.length === 0) {
      return html`<div class="empty">
        <p>${endedAt ? 'Nothing was said, or it is kept no longer.' : 'Nothing was said yet.'}</p>
      </div>`;
    }
    return html`<section class="card" aria-label="Transcript">
      <ol aria-live=${endedAt ? 'off' : 'polite'}>
        ${repeat(
          turns,
          turn => turn.id,
          turn => this.#turn(turn, conversation),
        )}
      </ol>
    </section>`;
  }

  #turn({id, role, text, at}: Turn, {answers, feedback}: Conversation) {
    const {latencyMs = null, isUnanswered = false} = answers[id] ?? {};
    const verdict = feedback.find(({messageId}) => messageId === id);
    return html`<li class=${role}>
      <span class="bubble">${text}</span>
      <span class="meta quiet small">
        <span>${role === 'agent' ? 'Agent' : 'Visitor'}, ${timeOf(at)}</span>
        ${latencyMs === null ? nothing : html`<span>after ${(latencyMs / 1000).toFixed(2)} s</span>`}
        ${isUnanswered ? html`<span class="mark">${icon(CircleHelp)} no answer</span>` : nothing}
        ${
          verdict
            ? html`<span title=${`${verdict.rating} of 5`}>
                ${icon(verdict.rating >= 3 ? ThumbsUp : ThumbsDown)} ${verdict.comment ?? ''}
              </span>`
            : nothing
        }
      </span>
    </li>`;
  }
}

customElements.define('aiw-conversation-transcript', ConversationTranscript);
