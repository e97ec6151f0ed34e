/** Time, as an argument: tests bring their own. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs `task` once, later. Returns what calls it off. */
  after(ms: number, task: () => void): () => void;
}

/** The machine's own time. A timer does not keep the process alive. */
export const systemClock: Clock = {
  now: Date.now,
  after(ms, task) {
    const timer = setTimeout(task, ms).unref();
    return () => clearTimeout(timer);
  },
};

/** RFC 3339 in UTC, with milliseconds: sorts as text. */
export function timestamp(ms: number): string {
  return new Date(ms).toISOString();
}
