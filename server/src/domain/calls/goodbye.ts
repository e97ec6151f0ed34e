import type {AgentState} from '../../../../src/contract/index.js';
import type {Clock} from '../clock.js';

/** Longest wait after the audio of a goodbye should have been heard, in milliseconds. */
const GRACE_MS = 2000;
/** Time to read a goodbye that is not spoken, in milliseconds. */
const READ_MS = 2000;
/** Longest wait for an agent that is still busy with its goodbye, in milliseconds. */
const BUSY_MS = 20_000;
/** PCM s16le mono. */
const BYTES_PER_SAMPLE = 2;

/** Waits until the visitor has heard the agent's last words, then hangs up. */
export class Goodbye {
  readonly #clock: Clock;
  readonly #hangUp: () => void;
  #isSaid = false;
  #state: AgentState = 'listening';
  #message: {id: string; startedAt: number; playMs: number; heard: boolean} | null = null;
  #stop = () => {};

  constructor(clock: Clock, hangUp: () => void) {
    this.#clock = clock;
    this.#hangUp = hangUp;
  }

  state(value: AgentState): void {
    this.#state = value;
    this.#settle();
  }

  /** The agent begins to speak a message. */
  audioStart(id: string): void {
    this.#message = {id, startedAt: this.#clock.now(), playMs: 0, heard: false};
    this.#settle();
  }

  /** @param sampleRate - In Hz. */
  audio(bytes: number, sampleRate: number): void {
    if (!this.#message) return;
    this.#message.playMs += (bytes / BYTES_PER_SAMPLE / sampleRate) * 1000;
    if (this.#isSaid) this.#settle();
  }

  /** The widget has played all of a message. */
  played(messageId: string): void {
    if (this.#message?.id !== messageId) return;
    this.#message.heard = true;
    if (this.#isSaid && this.#state !== 'thinking') this.#hangUp();
  }

  /** The agent has nothing more to say. */
  said(): void {
    this.#isSaid = true;
    this.#settle();
  }

  /** The visitor goes on talking. */
  takeBack(): void {
    this.#isSaid = false;
    this.#stop();
  }

  #settle(): void {
    this.#stop();
    if (this.#isSaid) this.#stop = this.#clock.after(this.#wait(), this.#hangUp);
  }

  /** A widget that does not report what it has played must not hold the line for ever. */
  #wait(): number {
    const message = this.#message;
    if (this.#state === 'thinking') return BUSY_MS;
    if (!message || message.heard) return READ_MS;
    const heardAt = message.startedAt + message.playMs;
    return Math.max(0, heardAt - this.#clock.now()) + GRACE_MS;
  }
}
