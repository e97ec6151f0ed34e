import {FRAME_MS} from '../contract/index.js';

/** What is kept, in frames; of more, the latest. */
const LIMIT = 15_000 / FRAME_MS;

/** What is said while no stream is ready, to be sent once it is. */
export class KeptAudio {
  #frames: ArrayBuffer[] = [];

  keep(pcm: ArrayBuffer): void {
    this.#frames.push(pcm);
    if (this.#frames.length > LIMIT) this.#frames.shift();
  }

  /** Gives out what was kept, in its order, and keeps it no more. */
  take(): ArrayBuffer[] {
    const frames = this.#frames;
    this.#frames = [];
    return frames;
  }
}
