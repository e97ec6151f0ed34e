/** Who takes a place: one session of a widget, from one address. */
export interface Place {
  sessionId: string;
  widgetId: string;
  /** Of the visitor, as it is counted; null where it is not known. */
  address: string | null;
}

/** Most calls at once, of a widget and of one address; infinite: any number. */
export interface PlaceLimits {
  ofWidget: number;
  ofAddress: number;
}

/** Why there is no place for a call: on this server, for the widget, for the address. */
export type NoPlace = 'BUSY' | 'WIDGET_BUSY' | 'ADDRESS_BUSY';

/** Which calls are under way, and which process has which: of all processes that act as one server. */
export interface CallDirectory {
  /** Enters a call of this process, where there is a place for it. */
  enter(place: Place, limits: PlaceLimits): Promise<Exclude<NoPlace, 'BUSY'> | null>;
  /** Enters a call that was under way elsewhere: it has its place already. */
  move(place: Place): Promise<void>;
  /** The call is over. */
  leave(sessionId: string): Promise<void>;
  /** The call is not here any more: another process may take it up, and has its place for a while. */
  handOn(sessionId: string): void;
  /** Asks the process that has a call to let go of it. Resolves once it has, or is gone. */
  take(sessionId: string): Promise<void>;
  /** @param letGo - Resolves once everything about the call is stored and this process has none of it. */
  start(letGo: (sessionId: string) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** The calls of one process that is the whole server. */
export class LocalDirectory implements CallDirectory {
  readonly #places = new Map<string, Place>();
  readonly #counts = new Map<string, number>();

  async enter(place: Place, limits: PlaceLimits): Promise<'WIDGET_BUSY' | 'ADDRESS_BUSY' | null> {
    const [ofWidget = 0, ofAddress = 0] = keysOf(place).map(key => this.#count(key));
    if (ofWidget >= limits.ofWidget) return 'WIDGET_BUSY';
    if (ofAddress >= limits.ofAddress) return 'ADDRESS_BUSY';
    this.#add(place);
    return null;
  }

  async move(place: Place): Promise<void> {
    this.#add(place);
  }

  async leave(sessionId: string): Promise<void> {
    this.handOn(sessionId);
  }

  handOn(sessionId: string): void {
    const place = this.#places.get(sessionId);
    if (!place) return;
    this.#places.delete(sessionId);
    for (const key of keysOf(place)) {
      const left = this.#count(key) - 1;
      if (left > 0) this.#counts.set(key, left);
      else this.#counts.delete(key);
    }
  }

  async take(): Promise<void> {}

  async start(): Promise<void> {}

  async close(): Promise<void> {}

  #add(place: Place): void {
    this.handOn(place.sessionId);
    this.#places.set(place.sessionId, place);
    for (const key of keysOf(place)) this.#counts.set(key, this.#count(key) + 1);
  }

  #count(key: string): number {
    return this.#counts.get(key) ?? 0;
  }
}

/** What a place is counted under: its widget, and its address there. */
function keysOf({widgetId, address}: Place): readonly string[] {
  return address === null ? [widgetId] : [widgetId, `${widgetId} ${address}`];
}
