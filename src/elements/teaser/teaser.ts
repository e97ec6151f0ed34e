import {LitElement, html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {StringsController} from '../../locales/strings-controller.js';
import {controls} from '../shared/controls.js';
import {icon} from '../shared/icons.js';
import {tokens} from '../shared/tokens.js';
import {styles} from './teaser.styles.js';

/**
 * A small message by the launcher that invites the visitor, instead of opening the panel unasked.
 *
 * It takes no focus, and is read out politely.
 *
 * @fires aiw-teaser-open - The visitor pressed it; within that press.
 * @fires aiw-teaser-dismiss - The visitor sent it away.
 * @csspart teaser - The card.
 */
export class AiwTeaser extends LitElement {
  static override styles = [tokens, controls, styles];

  /** Who invites. */
  @property() name = '';
  /** What they say. */
  @property() text = '';
  @property({attribute: 'avatar-url'}) avatarUrl: string | undefined;
  /** The launcher's corner, by which the card stands. */
  @property({reflect: true}) placement = 'bottom-right';

  /** A live region announces what comes into it, not what it came with. */
  @state() private announced = false;
  readonly #strings = new StringsController(this);

  protected override firstUpdated() {
    void this.updateComplete.then(() => {
      this.announced = true;
    });
  }

  protected override render() {
    const dismiss = this.#strings.term('hideMessage');
    return html`<div part="teaser" dir=${this.#strings.term('dir')} @keydown=${this.#onKey}>
      <button class="open" @click=${this.#onOpen}>
        ${this.#renderFace()}
        <span><b>${this.name}</b> <span class="text" dir="auto">${this.text}</span></span>
      </button>
      <button
        class="icon"
        aria-label=${dismiss}
        title=${dismiss}
        @click=${() => this.#tell('aiw-teaser-dismiss')}
      >
        ${icon('close')}
      </button>
      <div class="sr" role="status">${this.announced ? `${this.name}: ${this.text}` : nothing}</div>
    </div>`;
  }

  #renderFace() {
    return this.avatarUrl
      ? html`<img src=${this.avatarUrl} alt="" referrerpolicy="no-referrer" />`
      : nothing;
  }

  /** A press opens a call: the page's own code cannot make one. */
  readonly #onOpen = ({isTrusted}: Event) => {
    if (isTrusted) this.#tell('aiw-teaser-open');
  };

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#tell('aiw-teaser-dismiss');
  };

  #tell(type: 'aiw-teaser-open' | 'aiw-teaser-dismiss') {
    this.dispatchEvent(new Event(type));
  }
}
