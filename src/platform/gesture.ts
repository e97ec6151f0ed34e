/** Events in which a page may open the widget: presses, never moves. */
const GESTURES = new Set([
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'touchstart',
  'touchend',
  'keydown',
  'keyup',
  'submit',
]);

/** A trusted `submit` counts only this soon after a trusted press: a delayed `requestSubmit()` is trusted too. */
const SUBMIT_WINDOW_MS = 100;

/** Tells whether the code that asks runs inside a visitor's own press (§3.2, contract §2). */
export class GestureGate {
  /** Presses seen by `window`, latest last; those whose dispatch is over are dropped. */
  #underWay: Event[] = [];
  #lastPressAt = -Infinity;
  /** Whether it is listening. */
  isConnected = false;
  readonly #window: Window;

  constructor(target: Window) {
    this.#window = target;
  }

  /** Starts listening. */
  connect(): void {
    this.isConnected = true;
    for (const type of GESTURES) {
      this.#window.addEventListener(type, this.#onGesture, {capture: true, passive: true});
    }
  }

  /** Whether a real gesture is being handled right now. */
  isOpen(): boolean {
    const {navigator} = this.#window;
    if (!this.isConnected) return false;
    if (navigator.userActivation && !navigator.userActivation.isActive) return false;
    const event = this.#current();
    if (!event || !event.isTrusted || !GESTURES.has(event.type)) return false;
    if (event.eventPhase === Event.NONE) return false;
    return event.type !== 'submit' || event.timeStamp - this.#lastPressAt <= SUBMIT_WINDOW_MS;
  }

  /** Stops listening. */
  disconnect(): void {
    this.isConnected = false;
    for (const type of GESTURES) {
      this.#window.removeEventListener(type, this.#onGesture, {capture: true});
    }
  }

  #current(): Event | undefined {
    // `window.event` is undefined in listeners inside a shadow tree; there the last press counts.
    const {event} = this.#window;
    return event ?? this.#underWay.filter(({eventPhase}) => eventPhase !== Event.NONE).at(-1);
  }

  readonly #onGesture = (event: Event) => {
    this.#underWay = this.#underWay.filter(other => other.eventPhase !== Event.NONE);
    this.#underWay.push(event);
    if (event.isTrusted && event.type !== 'submit') this.#lastPressAt = event.timeStamp;
  };
}
