import type {ReactiveController, ReactiveControllerHost} from 'lit';

const ATTACK = 0.5;
const RELEASE = 0.14;
const STILL = 0.004;

/**
 * Follows a level with one frame loop, which runs only while it is wanted and
 * its host is connected, on screen and free to move. A hidden document gives no
 * frames, so a hidden tab costs nothing either.
 */
export class LevelLoop implements ReactiveController {
  /** Whether the state shown has a level to follow; read after every update of the host. */
  wanted = false;
  #frame = 0;
  #shown = 0;
  #visible = false;
  #observer: IntersectionObserver | undefined;
  readonly #host: ReactiveControllerHost & Element;
  readonly #read: () => number;
  readonly #write: (level: number) => void;

  /** `read` gives the level now, `write` is handed the eased one, both 0 to 1. */
  constructor(
    host: ReactiveControllerHost & Element,
    read: () => number,
    write: (level: number) => void,
  ) {
    this.#host = host;
    this.#read = read;
    this.#write = write;
    host.addController(this);
  }

  hostConnected() {
    this.#observer = new IntersectionObserver(entries => {
      this.#visible = entries.some(entry => entry.isIntersecting);
      this.hostUpdated();
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected() {
    this.#observer?.disconnect();
    this.#visible = false;
    this.hostUpdated();
  }

  hostUpdated() {
    const run = this.wanted && this.#visible && !matchMedia('(prefers-reduced-motion)').matches;
    if (run) {
      this.#frame ||= requestAnimationFrame(this.#tick);
    } else if (this.#frame) {
      cancelAnimationFrame(this.#frame);
      this.#write((this.#frame = this.#shown = 0));
    }
  }

  #tick = () => {
    const gap = Math.min(1, Math.max(0, this.#read() || 0)) - this.#shown;
    if (Math.abs(gap) > STILL) {
      this.#write((this.#shown += gap * (gap > 0 ? ATTACK : RELEASE)));
    }
    this.#frame = requestAnimationFrame(this.#tick);
  };
}
