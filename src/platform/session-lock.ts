/** How long the page before may take to let go, in milliseconds. */
const PATIENCE_MS = 2_000;

/**
 * One page at a time holds a session: a tab that was duplicated has a copy of what its original
 * keeps, and must not take the call from it.
 *
 * A Web Lock, which the browser frees with the page. Where there are none (plain HTTP), the
 * server's rule is left: the newer connection takes over.
 */
export class SessionLock {
  #sessionId: string | undefined;
  #taken: Promise<boolean> = Promise.resolve(false);
  #free = () => {};

  /** Whether this page holds the session now; another page's hold is waited for, briefly. */
  take(sessionId: string): Promise<boolean> {
    if (sessionId !== this.#sessionId) {
      this.release();
      this.#sessionId = sessionId;
      this.#taken = this.#request(`aiw:${sessionId}`);
    }
    return this.#taken;
  }

  release(): void {
    this.#sessionId = undefined;
    this.#free();
  }

  #request(name: string): Promise<boolean> {
    const {locks} = navigator as {locks?: LockManager};
    if (!locks) return Promise.resolve(true);
    const giveUp = new AbortController();
    const timer = setTimeout(() => giveUp.abort(), PATIENCE_MS);
    const freed = new Promise<void>(free => {
      this.#free = () => {
        giveUp.abort();
        free();
      };
    });
    return new Promise(resolve => {
      const hold = () => {
        clearTimeout(timer);
        resolve(true);
        return freed;
      };
      locks.request(name, {signal: giveUp.signal}, hold).catch(() => resolve(false));
    });
  }
}
