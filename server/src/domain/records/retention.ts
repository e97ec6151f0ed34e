import {timestamp, type Clock} from '../clock.js';

/** How long what visitors said and left is kept, in days after the end of the call. */
export interface Retention {
  /** Transcript, page trail and comments; null: for good. */
  transcriptDays: number | null;
  /** Contact details and claims; null: for good. */
  captureDays: number | null;
}

/** What a sweep has removed. */
export interface Swept {
  /** Sessions whose words are gone. */
  transcripts: number;
  /** Sessions whose contact details are gone. */
  captures: number;
  /** Entries of the delivery log. */
  deliveries: number;
}

/** Forgets, in the store; each call does a part of the work, so that nobody waits long for it. */
export interface RetentionStore {
  /** Widgets that keep something for a time only. */
  policies(): Promise<({widgetId: string} & Retention)[]>;
  /** Removes the words of up to `limit` sessions that ended before. How many those were. */
  dropTranscripts(widgetId: string, before: string, limit: number): Promise<number>;
  /** Removes the contact details of up to `limit` sessions that ended before. How many those were. */
  dropCaptures(widgetId: string, before: string, limit: number): Promise<number>;
  /** Removes up to `limit` messages that were made before, sent or not. How many those were. */
  dropDeliveries(before: string, limit: number): Promise<number>;
}

/** Days for which the delivery log is kept. */
const DELIVERY_DAYS = 30;
const DAY_MS = 86_400_000;
const SWEEP_MS = 3_600_000;
const AT_ONCE = 200;

/** Removes what widgets keep no longer: at the start, and every hour. */
export class RetentionJob {
  readonly #store: RetentionStore;
  readonly #clock: Clock;
  readonly #onSwept: (swept: Swept) => void;
  readonly #onError: (error: unknown) => void;
  #cancel = () => {};
  #isStopped = false;
  #sweeping: Promise<void> = Promise.resolve();

  /** @param onSwept - Told where something was removed. */
  constructor({
    store,
    clock,
    onSwept,
    onError,
  }: {
    store: RetentionStore;
    clock: Clock;
    onSwept: (swept: Swept) => void;
    onError: (error: unknown) => void;
  }) {
    this.#store = store;
    this.#clock = clock;
    this.#onSwept = onSwept;
    this.#onError = onError;
  }

  start(): void {
    this.#sweeping = this.#sweep()
      .catch(this.#onError)
      .finally(() => {
        if (!this.#isStopped) this.#cancel = this.#clock.after(SWEEP_MS, () => this.start());
      });
  }

  /** Resolves once the sweep under way is over. */
  settled(): Promise<void> {
    return this.#sweeping;
  }

  /** Resolves once the part under way is done. */
  stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancel();
    return this.#sweeping;
  }

  async #sweep(): Promise<void> {
    const swept: Swept = {transcripts: 0, captures: 0, deliveries: 0};
    for (const {widgetId, transcriptDays, captureDays} of await this.#store.policies()) {
      swept.transcripts += await this.#drop(transcriptDays, before =>
        this.#store.dropTranscripts(widgetId, before, AT_ONCE),
      );
      swept.captures += await this.#drop(captureDays, before =>
        this.#store.dropCaptures(widgetId, before, AT_ONCE),
      );
    }
    swept.deliveries = await this.#drop(DELIVERY_DAYS, before =>
      this.#store.dropDeliveries(before, AT_ONCE),
    );
    if (Object.values(swept).some(count => count > 0)) this.#onSwept(swept);
  }

  /** Part by part: what is served meanwhile comes in between. */
  async #drop(days: number | null, part: (before: string) => Promise<number>): Promise<number> {
    if (days === null) return 0;
    const before = timestamp(this.#clock.now() - days * DAY_MS);
    let total = 0;
    while (!this.#isStopped) {
      const count = await part(before);
      total += count;
      if (count < AT_ONCE) break;
    }
    return total;
  }
}
