/** When the steps of one spoken turn happened; ms since the epoch. */
export interface TurnTimings {
  sessionId: string;
  /** The visitor's last moment of speech. */
  speechEndedAt: number;
  transcribedAt: number;
  /** The turn was taken to be over. */
  committedAt: number;
  /** The brain's first words; before {@link committedAt} where they were prepared. */
  firstTokenAt: number | null;
  /** The first audio left the server. */
  firstAudioAt: number;
}

/** Gathers the timings of the turn under way. */
export class TurnClock {
  readonly #sessionId: string;
  readonly #listener: ((timings: TurnTimings) => void) | undefined;
  #turn: Omit<TurnTimings, 'firstAudioAt' | 'firstTokenAt'> | null = null;
  #firstTokenAt: number | null = null;

  constructor(sessionId: string, listener?: (timings: TurnTimings) => void) {
    this.#sessionId = sessionId;
    this.#listener = listener;
  }

  turn(speechEndedAt: number, transcribedAt: number): void {
    const sessionId = this.#sessionId;
    this.#turn = {sessionId, speechEndedAt, transcribedAt, committedAt: Date.now()};
  }

  token(): void {
    this.#firstTokenAt = Date.now();
  }

  audio(): void {
    if (!this.#turn) return;
    const timings = {...this.#turn, firstTokenAt: this.#firstTokenAt, firstAudioAt: Date.now()};
    this.#turn = null;
    this.#listener?.(timings);
  }

  /** The turn is answered in another way, or not at all. */
  cancel(): void {
    this.#turn = null;
  }
}
