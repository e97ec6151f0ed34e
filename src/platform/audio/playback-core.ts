import {fromPcm, loudness} from './pcm.js';
import {Resampler} from './resampler.js';

/** What has to be queued before a message starts, in seconds: the first step of the jitter buffer. */
const START_SECONDS = 0.06;

/** The most that is waited for after repeated underruns, in seconds. */
const MAX_START_SECONDS = 0.4;

/** How often progress and level are told, in seconds of output. */
const REPORT_SECONDS = 0.1;

/** What a player tells; `playedMs` counts samples that were handed to the device. */
export interface PlaybackReport {
  messageId: string;
  playedMs: number;
  done: boolean;
  /** True where the rest was dropped. */
  cleared: boolean;
  /** Times this message ran dry in the middle. */
  underruns: number;
}

interface Message {
  id: string;
  blocks: Float32Array[];
  queued: number;
  offset: number;
  played: number;
  ended: boolean;
  started: boolean;
  underruns: number;
}

/**
 * Plays messages one after another and knows to the sample what was heard.
 *
 * A message starts once enough of it is queued, or all of it; if it runs dry it waits again, longer
 * each time, instead of stuttering.
 */
export class PlaybackCore {
  readonly #deviceHz: number;
  readonly #report: (report: PlaybackReport) => void;
  #sourceHz: number;
  #resampler: Resampler;
  #messages: Message[] = [];
  #startSeconds = START_SECONDS;
  #sinceReport = 0;
  /** Loudness of the last block rendered, 0 to 1. */
  level = 0;

  constructor(deviceHz: number, report: (report: PlaybackReport) => void) {
    this.#deviceHz = deviceHz;
    this.#sourceHz = deviceHz;
    this.#resampler = new Resampler(deviceHz, deviceHz);
    this.#report = report;
  }

  setSourceRate(hz: number): void {
    this.#sourceHz = hz;
  }

  begin(id: string): void {
    this.#resampler = new Resampler(this.#sourceHz, this.#deviceHz);
    const fresh = {blocks: [], queued: 0, offset: 0, played: 0, underruns: 0};
    this.#messages.push({id, ...fresh, ended: false, started: false});
  }

  write(pcm: ArrayBuffer): void {
    const message = this.#messages.at(-1);
    // Audio of a message that was cleared may still be on its way.
    if (!message || message.ended) return;
    const block = this.#resampler.push(fromPcm(pcm));
    message.blocks.push(block);
    message.queued += block.length;
  }

  end(id: string): void {
    const message = this.#messages.find(other => other.id === id);
    if (message) message.ended = true;
  }

  clear(): void {
    const messages = this.#messages;
    this.#messages = [];
    for (const message of messages) this.#tell(message, true, true);
  }

  /** Fills the output; silence where there is nothing to say. */
  render(output: Float32Array): void {
    output.fill(0);
    let filled = 0;
    for (let message = this.#messages[0]; message && filled < output.length;) {
      if (!this.#mayPlay(message)) break;
      filled += this.#copy(message, output.subarray(filled));
      if (message.queued > 0) break;
      if (!message.ended) {
        this.#ranDry(message);
        break;
      }
      this.#messages.shift();
      this.#tell(message, true, false);
      message = this.#messages[0];
    }
    this.level = loudness(output);
    this.#sinceReport += output.length / this.#deviceHz;
    if (this.#sinceReport >= REPORT_SECONDS) this.#tellProgress();
  }

  #mayPlay(message: Message): boolean {
    message.started ||= message.ended || message.queued >= this.#startSeconds * this.#deviceHz;
    return message.started;
  }

  #ranDry(message: Message): void {
    if (message.played === 0) return;
    message.started = false;
    message.underruns++;
    this.#startSeconds = Math.min(MAX_START_SECONDS, this.#startSeconds * 2);
  }

  #copy(message: Message, output: Float32Array): number {
    let copied = 0;
    for (let block = message.blocks[0]; block && copied < output.length;) {
      const part = block.subarray(message.offset, message.offset + output.length - copied);
      output.set(part, copied);
      copied += part.length;
      message.offset += part.length;
      if (message.offset < block.length) break;
      message.blocks.shift();
      message.offset = 0;
      block = message.blocks[0];
    }
    message.queued -= copied;
    message.played += copied;
    return copied;
  }

  #tellProgress(): void {
    this.#sinceReport = 0;
    const message = this.#messages[0];
    if (message && message.played > 0) this.#tell(message, false, false);
  }

  #tell({id, played, underruns}: Message, done: boolean, cleared: boolean): void {
    const playedMs = Math.round((played / this.#deviceHz) * 1000);
    this.#report({messageId: id, playedMs, done, cleared, underruns});
  }
}
