import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {controls} from '../shared/controls.js';
import {icon} from '../shared/icons.js';
import {styles} from './menu.styles.js';

/** One thing that a menu offers. */
export interface MenuItem {
  label: string;
  /** Drawn before the label. */
  icon: TemplateResult;
  act(): void;
  /** Given where it is one choice of several: whether it is the present one. */
  checked?: boolean;
}

/**
 * The menu behind the button that is slotted in it.
 *
 * By keyboard as the ARIA practices have it: arrows, Home, End and first letters choose, Enter
 * acts, Escape and Tab close. It knows nothing of what its items do.
 *
 * @slot - The button that opens it.
 * @csspart menu - The menu while it is open.
 */
export class AiwMenu extends LitElement {
  static override styles = [controls, styles];

  @property({attribute: false}) items: readonly MenuItem[] = [];
  /** Name of the menu. */
  @property() label = '';

  @state() private isOpen = false;

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#close(false);
  }

  /** Opens the menu with focus on one of its items; negative counts from the last. */
  async open(focused = 0): Promise<void> {
    this.isOpen = true;
    window.addEventListener('pointerdown', this.#onOutside, true);
    this.addEventListener('focusout', this.#onFocusOut);
    await this.updateComplete;
    this.#choices.at(focused)?.focus();
  }

  protected override render() {
    return html`<slot @click=${this.#toggle} @keydown=${this.#onButtonKey}></slot>
      ${this.isOpen ? this.#renderMenu() : nothing}`;
  }

  protected override updated() {
    this.#button?.setAttribute('aria-expanded', String(this.isOpen));
  }

  #renderMenu() {
    return html`<div
      class="menu"
      part="menu"
      role="menu"
      aria-label=${this.label}
      @keydown=${this.#onMenuKey}
    >
      ${this.items.map(
        item =>
          html`<button
            role=${item.checked === undefined ? 'menuitem' : 'menuitemradio'}
            aria-checked=${item.checked ?? nothing}
            tabindex="-1"
            @click=${() => this.#choose(item)}
          >
            ${item.icon}<span>${item.label}</span>${item.checked ? icon('check') : nothing}
          </button>`,
      )}
    </div>`;
  }

  get #button(): HTMLElement | null {
    return this.querySelector('button');
  }

  get #choices(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.menu button')];
  }

  #toggle = () => {
    if (this.isOpen) this.#close(true);
    else void this.open();
  };

  #close(givesFocusBack: boolean) {
    window.removeEventListener('pointerdown', this.#onOutside, true);
    this.removeEventListener('focusout', this.#onFocusOut);
    this.isOpen = false;
    if (givesFocusBack) this.#button?.focus();
  }

  #choose(item: MenuItem) {
    this.#close(true);
    item.act();
  }

  #onOutside = (event: Event) => {
    if (!event.composedPath().includes(this)) this.#close(false);
  };

  #onFocusOut = ({relatedTarget}: FocusEvent) => {
    // Nowhere is where a press on something without focus leads: that is not a choice to leave.
    if (relatedTarget instanceof Node && !this.#holds(relatedTarget)) {
      this.#close(false);
    }
  };

  #holds(node: Node): boolean {
    return this.contains(node) || this.renderRoot.contains(node);
  }

  #onButtonKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    void this.open(event.key === 'ArrowDown' ? 0 : -1);
  };

  #onMenuKey = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return this.#close(true);
    if (event.key === 'Escape') {
      // The menu's own: the panel stays.
      event.preventDefault();
      event.stopPropagation();
      return this.#close(true);
    }
    const next = this.#next(event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  /** The choice that a key leads to. */
  #next(key: string): HTMLElement | undefined {
    const choices = this.#choices;
    // Not by `:focus`, which WebKit matches in the window in front alone.
    const at = choices.indexOf(this.shadowRoot?.activeElement as HTMLElement);
    switch (key) {
      case 'ArrowDown':
        return choices[(at + 1) % choices.length];
      case 'ArrowUp':
        return choices.at(Math.max(at, 0) - 1);
      case 'Home':
        return choices[0];
      case 'End':
        return choices.at(-1);
      default: {
        const order = [...choices.slice(at + 1), ...choices.slice(0, at + 1)];
        const letter = key.length === 1 ? key.trim().toLowerCase() : '';
        return letter
          ? order.find(choice => choice.textContent?.trim().toLowerCase().startsWith(letter))
          : undefined;
      }
    }
  }
}
