import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Draws a level once a frame while its host is on the page; nothing runs otherwise. */
export class LevelMeter implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #read: () => number;
  #frame = 0;

  /** `read` gives the level now, 0 to 1; it goes to the host's `--_level`. */
  constructor(host: ReactiveControllerHost & HTMLElement, read: () => number) {
    this.#host = host;
    this.#read = read;
    host.addController(this);
  }

  hostConnected(): void {
    this.#frame = requestAnimationFrame(this.#draw);
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame);
  }

  readonly #draw = () => {
    this.#host.style.setProperty('--_level', this.#read().toFixed(2));
    this.#frame = requestAnimationFrame(this.#draw);
  };
}
