import {css, html, LitElement, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {Conversation} from '../../api/types.js';
import {linkTo} from '../../app/router.js';
import {duration, pathOf, timeOf} from '../../ui/format.js';
import {base} from '../../ui/styles.js';

const ENDS: Readonly<Record<string, string>> = {
  agent: 'The agent said goodbye',
  visitor: 'The visitor hung up',
  timeout: 'Nobody spoke any more',
  limit: 'A limit was reached',
  shutdown: 'The server stopped',
};

/** Everything about a conversation but its words. */
export class ConversationFacts extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 24px;
      }
      dl {
        margin: 0;
        display: grid;
        gap: 10px;
      }
      dt {
        font-size: 0.82rem;
        color: var(--wa-color-text-quiet);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      ol,
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
        display: grid;
        gap: 8px;
      }
      h2 {
        font-size: 0.95rem;
        margin-block-end: 10px;
      }
    `,
  ];

  @property({attribute: false}) conversation: Conversation | null = null;

  protected override render() {
    const {conversation} = this;
    if (!conversation) return nothing;
    return html`
      ${this.#captured(conversation)} ${this.#claims(conversation)} ${this.#call(conversation)}
      ${this.#trail(conversation)} ${this.#feedback(conversation)}
    `;
  }

  #captured({captures}: Conversation) {
    return this.#part(
      'Captured contacts',
      captures.length === 0
        ? html`<p class="quiet small">None.</p>`
        : html`<dl>
            ${captures.map(
              ({kind, value, source}) =>
                html`<div>
                  <dt>${kind}, ${source === 'agent_asked' ? 'asked for' : 'volunteered'}</dt>
                  <dd>${value}</dd>
                </div>`,
            )}
          </dl>`,
    );
  }

  #claims({claims}: Conversation) {
    if (!claims) return nothing;
    return this.#part(
      'Identity claims',
      html`<dl>
        ${Object.entries(claims).map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>`,
    );
  }

  #call({page, widgetId, endedAt, endReason, cost, locale, consent, origin}: Conversation) {
    const rows: [string, unknown][] = [
      [
        'Began on',
        html`${page.title || pathOf(page.url)}<br /><span class="quiet"
            >${page.url || origin}</span
          >`,
      ],
      ['Widget', html`<a href=${linkTo(`/widgets/${widgetId}`)}>Its page</a>`],
      ['End', endedAt ? (ENDS[endReason ?? ''] ?? endReason) : 'It is live'],
    ];
    if (cost.seconds > 0) rows.push(['Length', duration(cost.seconds)]);
    const tokens = cost.promptTokens + cost.completionTokens;
    if (tokens > 0) rows.push(['Tokens', tokens.toLocaleString()]);
    if (locale) rows.push(['Language', locale]);
    if (page.referrer) rows.push(['Came from', page.referrer]);
    if (consent) rows.push(['Consent', `Version ${consent.version}`]);
    return this.#part(
      'Call',
      html`<dl>
        ${rows.map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>`,
    );
  }

  #trail({pages}: Conversation) {
    if (pages.length === 0) return nothing;
    return this.#part(
      'Page trail',
      html`<ol>
        ${pages.map(
          ({url, title, at}) =>
            html`<li>
              ${title || pathOf(url)}
              <div class="quiet small">${pathOf(url)}, ${timeOf(at)}</div>
            </li>`,
        )}
      </ol>`,
    );
  }

  #feedback({feedback}: Conversation) {
    const whole = feedback.filter(({messageId}) => messageId === null);
    if (whole.length === 0) return nothing;
    return this.#part(
      'Feedback',
      html`<ul>
        ${whole.map(
          ({rating, comment}) =>
            html`<li>
              ${rating} of 5${comment ? html`<div class="quiet">${comment}</div>` : nothing}
            </li>`,
        )}
      </ul>`,
    );
  }

  #part(name: string, content: TemplateResult) {
    return html`<section aria-label=${name}>
      <h2>${name}</h2>
      ${content}
    </section>`;
  }
}

customElements.define('aiw-conversation-facts', ConversationFacts);
