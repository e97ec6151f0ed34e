/** What the page knows of its visitor now: the platform measures it, the rules judge it. */
export interface Signals {
  /** The full URL. */
  url: string;
  /** Time on this page-view while it was visible. */
  dwellMs: number;
  /** Deepest point reached in this page-view, 0 to 1. */
  scrollDepth: number;
  /** Whether the pointer has left towards the top edge in this page-view. */
  exitIntent: boolean;
  /** Since the last activity; null before the first one, when the idle clock stands still (§4.2). */
  idleMs: number | null;
  /** Visits so far, this one included, whether it is recorded yet or not. */
  visitCount: number;
}

/** Which rules have fired, as it is kept in the browser's storage. */
export interface FiringHistory {
  /** Ids of the rules fired in this browser session. */
  readonly inSession: readonly string[];
  /** When each rule fired last, in ms since the epoch, by id. */
  readonly lastFiredMs: Readonly<Record<string, number>>;
}
