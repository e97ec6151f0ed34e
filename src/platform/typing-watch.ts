/** Somebody who stopped for longer than this, in milliseconds, is not typing any more. */
const PAUSE_MS = 30_000;

const FIELD = 'input, textarea, select, [contenteditable]:not([contenteditable=false])';

/** Knows whether the visitor is writing something, in the widget or on the page. */
export class TypingWatch {
  readonly #now: () => number;
  #lastInput = -Infinity;

  /** `now`: milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  start(): void {
    addEventListener('input', this.#onInput, true);
  }

  stop(): void {
    removeEventListener('input', this.#onInput, true);
  }

  /** Focus is in a field, and something was typed just now. */
  get isTyping(): boolean {
    return this.#now() - this.#lastInput < PAUSE_MS && !!deepFocus()?.matches(FIELD);
  }

  readonly #onInput = ({isTrusted}: Event) => {
    if (isTrusted) this.#lastInput = this.#now();
  };
}

/** The focused element, in whatever open shadow tree it is. */
function deepFocus(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}
