import {timestamp, type Clock} from './clock.js';

/** The processes that share a store. */
export interface ProcessStore {
  /** Of this process, and of no other one before or after it. */
  readonly id: string;
  /** This process lives. */
  beat(at: string): Promise<void>;
  /**
   * Ends the sessions of processes that are gone, as by a shutdown, unless another has taken them
   * over. How many those were.
   *
   * @param seenBefore - Whoever was not seen since is gone.
   */
  endAbandoned(at: string, seenBefore: string): Promise<number>;
}

const BEAT_MS = 10_000;
/**
 * A process that has missed so much is gone, in milliseconds: longer than a visitor's widget tries
 * to go on with the session elsewhere.
 */
const GONE_MS = 45_000;

/** Says that this process lives, and ends what others have left. */
export class ProcessLease {
  readonly #store: ProcessStore;
  readonly #clock: Clock;
  readonly #onError: (error: unknown) => void;
  #cancel = () => {};
  #isStopped = false;
  /** Of the last beat that the store has taken. */
  #lastAt: number | null = null;
  #patientUntil = 0;
  #beating: Promise<void> = Promise.resolve();

  constructor({
    store,
    clock,
    onError,
  }: {
    store: ProcessStore;
    clock: Clock;
    onError: (error: unknown) => void;
  }) {
    this.#store = store;
    this.#clock = clock;
    this.#onError = onError;
  }

  /** Once before the first call is taken: what was left open is ended by then. */
  async beat(): Promise<void> {
    const now = this.#clock.now();
    await this.#store.beat(timestamp(now));
    // After a time without the store the others look gone too: they are given time to say they live.
    if (this.#lastAt !== null && now - this.#lastAt >= GONE_MS) this.#patientUntil = now + GONE_MS;
    this.#lastAt = now;
    if (now < this.#patientUntil) return;
    await this.#store.endAbandoned(timestamp(now), timestamp(now - GONE_MS));
  }

  start(): void {
    this.#cancel = this.#clock.after(BEAT_MS, () => {
      this.#beating = this.beat()
        .catch(this.#onError)
        .finally(() => {
          if (!this.#isStopped) this.start();
        });
    });
  }

  /** Once no call is left. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancel();
    await this.#beating;
  }
}
