import '@awesome.me/webawesome/dist/components/badge/badge.js';
import {CircleHelp, ContactRound, Keyboard, Mic, Star} from 'lucide';
import {css, html, nothing} from 'lit';
import type {ConversationSummary} from '../api/types.js';
import {linkTo} from '../app/router.js';
import {ago, dateTime, duration, pathOf} from '../ui/format.js';
import {icon} from '../ui/icon.js';
import {choiceField, dayField, searchField} from '../ui/list-controls.js';
import {ListView} from '../ui/list-view.js';
import {Poll} from '../ui/poll.js';

/** How often a list with live conversations in it is asked for anew, in milliseconds. */
const LIVE_MS = 3000;

const MODES = [
  ['', 'Spoken and typed'],
  ['voice', 'Begun aloud'],
  ['text', 'Begun in writing'],
] as const;
const STATES = [
  ['', 'Live and over'],
  ['live', 'Live'],
  ['ended', 'Over'],
] as const;
const HAVING = [
  ['', 'Anything'],
  ['lead', 'Contact details'],
  ['unanswered', 'Questions without answer'],
  ['feedback', 'Feedback'],
] as const;
const WHOSE = [
  ['', 'Visitors'],
  ['true', 'Trials of drafts'],
] as const;

/** `/conversations`: every conversation, newest first; those that are live as they go. */
export class ConversationsView extends ListView<ConversationSummary> {
  static override styles = [
    ...ListView.styles,
    css`
      ol {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li {
        border-bottom: 1px solid var(--wa-color-surface-border);
      }
      li a {
        display: grid;
        grid-template-columns: 28px minmax(0, 1fr) auto;
        gap: 2px 12px;
        padding: 14px 8px;
        color: inherit;
        text-decoration: none;
        border-radius: 10px;
      }
      li a:hover {
        background: color-mix(in oklab, currentColor 4%, transparent);
      }
      .kind {
        padding-block-start: 2px;
        color: var(--wa-color-text-quiet);
      }
      .words {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-weight: 550;
      }
      .facts {
        grid-column: 2 / -1;
        display: flex;
        flex-wrap: wrap;
        gap: 4px 14px;
      }
      .mark {
        display: inline-flex;
        gap: 5px;
        align-items: center;
      }
      .lead {
        color: var(--wa-color-success-on-quiet);
      }
      .open {
        color: var(--wa-color-warning-on-quiet);
      }
    `,
  ];

  protected readonly path = '/conversations';
  protected readonly noMatch = {
    title: 'No conversation is like that',
    words: 'Ask for less, or look at another time.',
  };
  protected readonly nothingYet = {
    title: 'Nobody has talked yet',
    words:
      'Conversations stand here from their first word on. Is the tag on your pages, and the widget live?',
  };

  constructor() {
    super();
    new Poll(this, LIVE_MS, async () => {
      if (this.list.value?.entries.some(isLive)) await this.list.run();
    });
  }

  protected override render() {
    const {query} = this;
    return html`<div class="stack">
      <h1>Conversations</h1>
      <div class="filters" role="search">
        ${searchField(query, 'Words, contact details or page')} ${this.renderWidgetFilter()}
        ${choiceField('State', 'state', query, STATES)}
        ${choiceField('With', 'having', query, HAVING)} ${choiceField('Mode', 'mode', query, MODES)}
        ${dayField('From', 'from', query)} ${dayField('Until', 'until', query)}
        ${choiceField('Whose', 'previews', query, WHOSE)}
      </div>
      ${this.renderList()}
    </div>`;
  }

  protected override renderEntries(entries: readonly ConversationSummary[]) {
    return html`<ol>
      ${entries.map(entry => this.#entry(entry))}
    </ol>`;
  }

  #entry(entry: ConversationSummary) {
    const {id, mode, firstWords, startedAt, widgetId, pageUrl, turns, seconds} = entry;
    return html`<li>
      <a href=${linkTo(`/conversations/${id}`)}>
        <span class="kind" title=${mode === 'voice' ? 'Begun aloud' : 'Begun in writing'}>
          ${icon(mode === 'voice' ? Mic : Keyboard)}
        </span>
        <span class="words">${firstWords ?? html`<span class="quiet">Nothing said</span>`}</span>
        ${
          isLive(entry)
            ? html`<wa-badge variant="success" appearance="filled-outlined" pill attention="pulse">
                live
              </wa-badge>`
            : html`<span class="quiet small" title=${dateTime(startedAt)}>${ago(startedAt)}</span>`
        }
        <span class="facts quiet small">
          <span>${this.names.value?.get(widgetId) ?? ''}</span>
          <span>${pathOf(pageUrl)}</span>
          <span>${turns} ${turns === 1 ? 'turn' : 'turns'}</span>
          ${seconds > 0 ? html`<span>${duration(seconds)}</span>` : nothing} ${this.#marks(entry)}
        </span>
      </a>
    </li>`;
  }

  #marks({captures, unanswered, rating}: ConversationSummary) {
    return html`${
      captures > 0 ? html`<span class="mark lead">${icon(ContactRound)} lead</span>` : nothing
    }
    ${
      unanswered > 0
        ? html`<span class="mark open">${icon(CircleHelp)} ${unanswered} without answer</span>`
        : nothing
    }
    ${rating === null ? nothing : html`<span class="mark">${icon(Star)} ${rating} of 5</span>`}`;
  }
}

/** Under way. */
function isLive({endedAt}: ConversationSummary): boolean {
  return endedAt === null;
}

customElements.define('aiw-conversations-view', ConversationsView);
