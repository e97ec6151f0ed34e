import type {Clock} from '../clock.js';

/** How much a visitor may have said before the stream was there, in milliseconds. */
const BURST_MS = 30_000;
/** PCM s16le mono. */
const BYTES_PER_SAMPLE = 2;

/** Nobody speaks faster than time: what claims to is not a microphone, and would cost the others theirs. */
export class AudioBudget {
  readonly #clock: Clock;
  #leftMs = BURST_MS;
  #at: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#at = clock.now();
  }

  /** @returns False where the audio received runs ahead of time by more than the burst. */
  spend(bytes: number, sampleRate: number): boolean {
    const now = this.#clock.now();
    this.#leftMs = Math.min(BURST_MS, this.#leftMs + (now - this.#at));
    this.#at = now;
    this.#leftMs -= (bytes / BYTES_PER_SAMPLE / sampleRate) * 1000;
    return this.#leftMs >= 0;
  }
}
