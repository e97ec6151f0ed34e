import {LitElement, html, nothing} from 'lit';
import type {Agent} from '../../contract/index.js';
import {tokens} from '../shared/tokens.js';
import {styles} from './idle-card.styles.js';

/**
 * The panel of a page before a call, as a card of words around the button that starts one.
 *
 * It is light, so that it can be there from the beginning; the panel takes its place. It starts
 * nothing: the button is its host's.
 *
 * @slot - The button that starts a call.
 * @slot header - In place of the agent's picture and name.
 * @slot empty - In place of the greeting.
 * @slot note - A line at the bottom.
 * @csspart card - The surface.
 * @csspart header - Top line, with `avatar` and `name`.
 * @csspart disclosure - The line that says that an AI speaks.
 */
export class AiwIdleCard extends LitElement {
  static override styles = [tokens, styles];
  static override properties = {agent: {attribute: false}, disclosure: {}};

  /** Whom one talks to, once that is known. */
  declare agent: Agent | undefined;
  /** How visitors are told that an AI speaks; empty: not here. */
  declare disclosure: string;

  constructor() {
    super();
    this.disclosure = '';
  }

  protected override render() {
    const {name = '', greeting = '', avatarUrl} = this.agent ?? {};
    return html`<div class="card" part="card">
      <slot name="header">
        <div class="header" part="header">
          ${
            avatarUrl
              ? html`<img part="avatar" src=${avatarUrl} alt="" referrerpolicy="no-referrer" />`
              : nothing
          }
          <b part="name" dir="auto">${name}</b>
        </div>
      </slot>
      <div class="middle">
        <slot name="empty"><p class="greeting" dir="auto">${greeting}</p></slot>
        <slot></slot>
      </div>
      ${
        this.disclosure
          ? html`<p class="small" part="disclosure" dir="auto">${this.disclosure}</p>`
          : nothing
      }
      <slot name="note"></slot>
    </div>`;
  }
}
