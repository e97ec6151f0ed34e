import type {FiringHistory} from '../triggers/ports.js';
import {WidgetStorage} from './storage.js';
import {CLOSED_KEY, FIRINGS_KEY, NO_TEASER_KEY, VISITS_KEY} from './storage-keys.js';

/** What triggers have to know of earlier pages and visits (§4). Written only as far as rules ask for it. */
export class VisitorHistory {
  readonly #visitor: WidgetStorage;
  readonly #session: WidgetStorage;

  constructor(token: string) {
    this.#visitor = new WidgetStorage(token);
    this.#session = new WidgetStorage(token, 'sessionStorage');
  }

  /** Rules that have fired, as far as cooldowns need it. */
  get firings(): FiringHistory {
    const inSession = this.#session.read<unknown>(FIRINGS_KEY);
    const lastFiredMs = this.#visitor.read<unknown>(FIRINGS_KEY);
    // Anybody may have written there.
    return {
      inSession: Array.isArray(inSession) ? (inSession as string[]) : [],
      lastFiredMs: isRecord(lastFiredMs) ? lastFiredMs : {},
    };
  }

  set firings({inSession, lastFiredMs}: FiringHistory) {
    if (inSession.length > 0) this.#session.write(FIRINGS_KEY, inSession);
    if (Object.keys(lastFiredMs).length > 0) this.#visitor.write(FIRINGS_KEY, lastFiredMs);
  }

  /** Visits so far, this one included, whether it is recorded or not. */
  get visitCount(): number {
    const recorded = this.#session.read<true>(VISITS_KEY) ? 0 : 1;
    return (Number(this.#visitor.read(VISITS_KEY)) || 0) + recorded;
  }

  /** Counts this browser session as a visit, once. */
  recordVisit(): void {
    if (this.#session.read(VISITS_KEY)) return;
    const {visitCount} = this;
    this.#visitor.write(VISITS_KEY, visitCount);
    this.#session.write(VISITS_KEY, true);
  }

  /** Whether the visitor has closed the panel in this browser session. */
  get hasClosed(): boolean {
    return this.#session.read<true>(CLOSED_KEY) ?? false;
  }

  recordClosed(): void {
    this.#session.write(CLOSED_KEY, true);
  }

  /** Whether the visitor has sent a teaser away, for good. */
  get wantsNoTeaser(): boolean {
    return this.#visitor.read<true>(NO_TEASER_KEY) ?? false;
  }

  recordNoTeaser(): void {
    this.#visitor.write(NO_TEASER_KEY, true);
  }
}

function isRecord(value: unknown): value is Record<string, number> {
  return typeof value === 'object' && value !== null;
}
