import type {Conversation} from '../src/domain/calls/conversation.js';
import type {OutputEvent} from './voice-fixtures.js';

const REPORT_MS = 100;
const BYTES_PER_MS = 32;

/** Plays a conversation's audio in time, as a browser does, and reports what was heard. */
export class TestLoudspeaker {
  readonly #report: Conversation['receive'];
  #message: {id: string; bytes: number; startedAt: number; isEnded: boolean} | null = null;
  readonly #timer: NodeJS.Timeout;
  #waiting: {ms: number; resolve: () => void} | null = null;

  constructor(report: Conversation['receive']) {
    this.#report = report;
    this.#timer = setInterval(() => this.#tick(), REPORT_MS);
  }

  hear(event: OutputEvent): void {
    if (event.type === 'audioStart') {
      this.#message = {id: event.messageId, bytes: 0, startedAt: Date.now(), isEnded: false};
    } else if (event.type === 'audioEnd' && this.#message) this.#message.isEnded = true;
    else if (event.type === 'audioClear') this.#tell(true);
  }

  audio(pcm: Uint8Array): void {
    if (this.#message) this.#message.bytes += pcm.length;
  }

  /** Resolves once so much of one message has been heard. */
  played(ms: number): Promise<void> {
    return new Promise(resolve => {
      this.#waiting = {ms, resolve};
    });
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    if (!this.#message) return;
    const {bytes, isEnded, startedAt} = this.#message;
    this.#tell(isEnded && Date.now() - startedAt >= bytes / BYTES_PER_MS);
  }

  #tell(done: boolean): void {
    const message = this.#message;
    if (!message) return;
    if (done) this.#message = null;
    const playedMs = Math.min(Date.now() - message.startedAt, message.bytes / BYTES_PER_MS);
    if (this.#waiting && playedMs >= this.#waiting.ms) {
      this.#waiting.resolve();
      this.#waiting = null;
    }
    this.#report({type: 'playback', messageId: message.id, playedMs: Math.round(playedMs), done});
  }
}
