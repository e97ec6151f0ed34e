import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Asks again and again while its view is there and looked at. */
export class Poll implements ReactiveController {
  readonly #everyMs: number;
  readonly #ask: () => Promise<unknown>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOn = false;

  constructor(host: ReactiveControllerHost, everyMs: number, ask: () => Promise<unknown>) {
    this.#everyMs = everyMs;
    this.#ask = ask;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isOn = true;
    this.#wait();
  }

  hostDisconnected(): void {
    this.#isOn = false;
    clearTimeout(this.#timer);
  }

  #wait(): void {
    this.#timer = setTimeout(() => void this.#round(), this.#everyMs);
  }

  async #round(): Promise<void> {
    try {
      if (!document.hidden) await this.#ask();
    } catch {
      // Asked again in a moment.
    }
    if (this.#isOn) this.#wait();
  }
}
