/** The latest ids of a kind, so that what is sent again counts once. */
export class SeenIds {
  readonly #ids = new Set<string>();
  readonly #most: number;

  /** @param most - How many are kept: what sends them repeats only its latest. */
  constructor(most = 500) {
    this.#most = most;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  add(id: string): void {
    this.#ids.add(id);
    const [oldest] = this.#ids;
    if (this.#ids.size > this.#most && oldest !== undefined) this.#ids.delete(oldest);
  }
}
