import type {EndReason, Feedback, ServerEvent} from '../../../../src/contract/index.js';
import {timestamp, type Clock} from '../clock.js';
import type {AnswerNote} from './conversation.js';
import {feedbackOf} from './feedback.js';
import type {LeftCall, SessionStore, Tokens} from '../records/session-store.js';
import type {UsageMeter} from '../records/usage.js';

/** Delays between tries to write an entry, in milliseconds. */
const RETRY_DELAYS_MS = [500, 1000, 2000, 4000, 8000, 15_000];

/** A call's entry in the books: written in order, without making the call wait. */
export class CallRecorder {
  readonly #id: string;
  readonly #store: SessionStore;
  readonly #clock: Clock;
  readonly #onError: (error: unknown) => void;
  #writes: Promise<void> = Promise.resolve();
  readonly #meter: UsageMeter;
  #spoke = false;
  #isUsed = false;

  /**
   * @param past - What was entered before, where the call was with another process.
   * @param onError - Told of an entry that could not be written; the call goes on.
   */
  constructor(
    id: string,
    {
      store,
      clock,
      meter,
      past,
      onError,
    }: {
      store: SessionStore;
      clock: Clock;
      meter: UsageMeter;
      past?: Pick<LeftCall, 'usedAt' | 'firstAudioAt'>;
      onError: (error: unknown) => void;
    },
  ) {
    this.#id = id;
    this.#store = store;
    this.#clock = clock;
    this.#meter = meter;
    this.#onError = onError;
    this.#spoke = !!past?.firstAudioAt;
    this.#isUsed = !!past?.usedAt;
    if (this.#isUsed) this.#count();
  }

  /** A final entry of the transcript; a second one of the same id corrects the first. */
  turn({id, role, text}: Extract<ServerEvent, {type: 'transcript'}>): void {
    const at = this.#now();
    if (role === 'visitor' && text !== '') this.#use();
    this.#write(() => this.#store.putTurn(this.#id, {id, role, text, at}));
  }

  answered(note: AnswerNote): void {
    this.#write(() => this.#store.noteAnswer(this.#id, note));
  }

  firstAudio(): void {
    if (this.#spoke) return;
    this.#spoke = true;
    this.#use();
    const at = this.#now();
    this.#write(() => this.#store.firstAudio(this.#id, at));
  }

  page({url, title}: {url: string; title: string}): void {
    const at = this.#now();
    this.#write(() => this.#store.addPage(this.#id, {url, title, at}));
  }

  tokens(tokens: Tokens): void {
    this.#write(() => this.#store.addTokens(this.#id, tokens));
  }

  feedback(verdict: Feedback): void {
    const feedback = feedbackOf(verdict, this.#now());
    this.#write(async () => void (await this.#store.putFeedback(this.#id, feedback)));
  }

  /** Resolves when everything about the call is stored. */
  end(reason: EndReason): Promise<void> {
    const at = this.#now();
    void this.leave();
    this.#write(() => this.#store.end(this.#id, reason, at));
    return this.#writes;
  }

  /** The session goes on elsewhere. Resolves when everything so far is stored. */
  leave(): Promise<void> {
    this.#meter.stop();
    const now = this.#clock.now();
    this.#write(() => this.#meter.enter(now));
    return this.#writes;
  }

  /** Resolves when everything so far is stored. */
  settled(): Promise<void> {
    return this.#writes;
  }

  /** A session counts from its first audio, or from the visitor's first words. */
  #use(): void {
    if (this.#isUsed) return;
    this.#isUsed = true;
    const at = this.#now();
    this.#write(() => this.#store.use(this.#id, at));
    this.#count();
  }

  #count(): void {
    this.#meter.begin(write => this.#write(write));
  }

  #now(): string {
    return timestamp(this.#clock.now());
  }

  #write(task: () => Promise<void>): void {
    this.#writes = this.#writes.then(() => this.#persist(task));
  }

  /** A store that is away for a moment costs the transcript nothing: what comes later waits. */
  async #persist(task: () => Promise<void>): Promise<void> {
    for (const delayMs of RETRY_DELAYS_MS) {
      try {
        return await task();
      } catch {
        await new Promise<void>(resolve => void this.#clock.after(delayMs, resolve));
      }
    }
    await task().catch(this.#onError);
  }
}
