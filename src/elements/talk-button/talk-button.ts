import {LitElement, html} from 'lit';
import {property} from 'lit/decorators.js';
import {StringsController} from '../../locales/strings-controller.js';
import {controls} from '../shared/controls.js';
import {icon} from '../shared/icons.js';
import {styles} from './talk-button.styles.js';

/** The talk button is held, or let go. */
export class HoldEvent extends Event {
  readonly down: boolean;

  constructor(down: boolean) {
    super('aiw-hold');
    this.down = down;
  }
}

/** Keys that hold a button. */
const KEYS: readonly string[] = [' ', 'Enter'];

/**
 * Push-to-talk: the visitor is heard while it is held, by finger, mouse or key.
 *
 * Assistive technology that can only click turns it on and off. It decides nothing: `held` says
 * what holds.
 *
 * @fires {HoldEvent} aiw-hold - It is held, or let go.
 * @csspart hold - The button.
 */
export class AiwTalkButton extends LitElement {
  static override styles = [controls, styles];

  /** Whether the visitor is heard now. */
  @property({type: Boolean}) held = false;
  /** No microphone yet. */
  @property({type: Boolean}) disabled = false;
  readonly #strings = new StringsController(this);

  override disconnectedCallback() {
    super.disconnectedCallback();
    if (this.held) this.#hold(false);
  }

  protected override render() {
    return html`<button
      type="button"
      part="hold"
      class=${this.held ? 'held' : ''}
      aria-pressed=${this.held}
      ?disabled=${this.disabled}
      @pointerdown=${this.#onPointerDown}
      @pointerup=${this.#onRelease}
      @pointercancel=${this.#onRelease}
      @lostpointercapture=${this.#onRelease}
      @keydown=${this.#onKeyDown}
      @keyup=${this.#onKeyUp}
      @blur=${this.#onRelease}
      @click=${this.#onClick}
      @contextmenu=${(event: Event) => event.preventDefault()}
    >
      ${icon('mic')}
      <span>${this.#strings.term(this.held ? 'letGoToSend' : 'holdToTalk')}</span>
    </button>`;
  }

  #hold(down: boolean) {
    if (down && this.disabled) return;
    this.dispatchEvent(new HoldEvent(down));
  }

  #onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    // A finger that slides off the button has not let go.
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#hold(true);
  };

  #onRelease = () => {
    if (this.held) this.#hold(false);
  };

  #onKeyDown = (event: KeyboardEvent) => {
    if (!KEYS.includes(event.key)) return;
    // No click on top of it, and no scrolling.
    event.preventDefault();
    if (!event.repeat) this.#hold(true);
  };

  #onKeyUp = (event: KeyboardEvent) => {
    if (!KEYS.includes(event.key)) return;
    event.preventDefault();
    this.#hold(false);
  };

  /** Without a pointer and a key: a screen reader's or a voice control's. */
  #onClick = (event: MouseEvent) => {
    if (event.detail === 0) this.#hold(!this.held);
  };
}
