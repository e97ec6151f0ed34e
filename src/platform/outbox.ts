import type {BackendFailure, CaptureOutbox, Clock, Outcome} from '../call/ports.js';
import {
  CAPTURE_GRACE_MS,
  type Capture,
  type CaptureRequest,
  type SessionResponse,
} from '../contract/index.js';
import type {WidgetStorage} from './storage.js';
import {CAPTURES_KEY} from './storage-keys.js';

/** Delays between tries, in milliseconds. */
const RETRY_DELAYS_MS = [1_000, 3_000, 10_000, 30_000];
/** Of every try after these. */
const LATER_DELAY_MS = 60_000;

/** Sends one capture; `refused` is a backend that will never take it. */
export type SendCapture = (
  capture: CaptureRequest,
  sessionId: string,
  sessionToken: string,
) => Promise<Outcome<Capture> | ({ok: false; refused: true} & Partial<BackendFailure>)>;

interface Waiting {
  capture: CaptureRequest;
  sessionId: string;
  sessionToken: string;
  /** When the session token ends for captures, ms since the epoch. */
  until: number;
}

/**
 * Keeps captures until the backend has acknowledged them.
 *
 * A capture is written to storage before it is sent and removed when it is acknowledged or can
 * never be: a reload or a killed server loses none. The same id is stored once, so that sending
 * twice does no harm.
 */
export class StoredOutbox implements CaptureOutbox {
  readonly #storage: WidgetStorage;
  readonly #send: SendCapture;
  readonly #clock: Clock;
  #waiting: readonly Waiting[] = [];
  #listener: (capture: CaptureRequest) => void = () => {};
  #cancelTimer: () => void = () => {};
  #isOpen = true;
  #tries = 0;

  constructor(storage: WidgetStorage, send: SendCapture, clock: Clock) {
    this.#storage = storage;
    this.#send = send;
    this.#clock = clock;
  }

  /** Takes over what an earlier page has left, and sends it. */
  open(): void {
    this.#isOpen = true;
    this.#tries = 0;
    this.#update(waiting => waiting.filter(({until}) => until > this.#clock.now()));
    if (this.#waiting.length > 0) this.#schedule();
  }

  async put(
    capture: CaptureRequest,
    {sessionId, sessionToken}: SessionResponse,
  ): Promise<'stored' | 'queued' | 'invalid'> {
    const until = this.#clock.now() + CAPTURE_GRACE_MS;
    const entry = {capture, sessionId, sessionToken, until};
    this.#update(waiting => [...waiting, entry]);
    const status = await this.#deliver(entry);
    if (status === 'queued') this.#schedule();
    return status;
  }

  onStored(listener: (capture: CaptureRequest) => void): void {
    this.#listener = listener;
  }

  /** Stops trying; what waits stays in storage for the next page. */
  close(): void {
    this.#isOpen = false;
    this.#cancelTimer();
  }

  /** Drops what waits. */
  forget(): void {
    this.#cancelTimer();
    this.#storage.write(CAPTURES_KEY, null);
    this.#waiting = [];
  }

  async #deliver(entry: Waiting): Promise<'stored' | 'queued' | 'invalid'> {
    const answer = await this.#send(entry.capture, entry.sessionId, entry.sessionToken);
    const refused = !answer.ok && 'refused' in answer;
    if (!answer.ok && !refused) return 'queued';
    this.#update(waiting => waiting.filter(({capture}) => capture.id !== entry.capture.id));
    return refused ? 'invalid' : 'stored';
  }

  #schedule(): void {
    this.#cancelTimer();
    if (!this.#isOpen) return;
    const delayMs = RETRY_DELAYS_MS[this.#tries++] ?? LATER_DELAY_MS;
    this.#cancelTimer = this.#clock.after(delayMs, () => void this.#retry());
  }

  async #retry(): Promise<void> {
    for (const entry of this.#waiting) {
      if ((await this.#deliver(entry)) === 'stored') this.#listener(entry.capture);
    }
    if (this.#waiting.length > 0) this.#schedule();
    else this.#tries = 0;
  }

  /** Changes what is stored, not what was read earlier: another tab may have put its own in. */
  #update(change: (waiting: readonly Waiting[]) => readonly Waiting[]): void {
    this.#waiting = change(this.#storage.read<Waiting[]>(CAPTURES_KEY) ?? this.#waiting);
    this.#storage.write(CAPTURES_KEY, this.#waiting.length > 0 ? this.#waiting : null);
  }
}
