interface Waiting {
  owner: string;
  run: () => Promise<void>;
}

/** The work was withdrawn before or while it ran. */
export class WithdrawnError extends Error {
  override name = 'WithdrawnError';
}

/**
 * Shares a few workers among calls: each call in turn, its own work in order.
 *
 * Work that was withdrawn while it waited never runs, so that a superseded
 * guess costs nothing when the machine is busy.
 */
export class FairQueue {
  readonly #limit: number;
  readonly #waiting: Waiting[] = [];
  /** Owners in the order in which they were last served, longest ago first. */
  readonly #served: string[] = [];
  #running = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** How much waits for a worker. */
  get length(): number {
    return this.#waiting.length;
  }

  /**
   * Runs work when it is the owner's turn.
   *
   * @throws {WithdrawnError} when the signal is aborted before the work is done.
   */
  add<T>(owner: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (signal?.aborted) return reject(new WithdrawnError());
      const entry: Waiting = {owner, run: () => work().then(resolve, reject)};
      const withdraw = () => {
        const index = this.#waiting.indexOf(entry);
        if (index >= 0) this.#waiting.splice(index, 1);
        reject(new WithdrawnError());
      };
      signal?.addEventListener('abort', withdraw, {once: true});
      const run = entry.run;
      entry.run = () => run().finally(() => signal?.removeEventListener('abort', withdraw));
      this.#waiting.push(entry);
      this.#next();
    });
  }

  #next(): void {
    if (this.#running >= this.#limit) return;
    const index = this.#longestUnserved();
    if (index < 0) return;
    const [entry] = this.#waiting.splice(index, 1);
    this.#markServed(entry.owner);
    this.#running += 1;
    void entry.run().finally(() => {
      this.#running -= 1;
      this.#next();
    });
  }

  #longestUnserved(): number {
    let best = -1;
    let bestRank = Infinity;
    this.#waiting.forEach(({owner}, index) => {
      const rank = this.#served.indexOf(owner);
      if (rank < bestRank) {
        best = index;
        bestRank = rank;
      }
    });
    return best;
  }

  #markServed(owner: string): void {
    const index = this.#served.indexOf(owner);
    if (index >= 0) this.#served.splice(index, 1);
    this.#served.push(owner);
    // An owner who has nothing waiting needs no place: forget the oldest such.
    while (this.#served.length > this.#waiting.length + 32) this.#served.shift();
  }
}
