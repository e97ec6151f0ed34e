import {readFileSync} from 'node:fs';
import type {Conversation} from '../src/domain/calls/conversation.js';

const FRAME_MS = 20;
const FRAME_BYTES = 640;

/** Speaks WAV files into a conversation as a browser's microphone would: 20 ms frames, in time. */
export class TestMicrophone {
  readonly #conversation: Conversation;
  readonly #timer: NodeJS.Timeout;
  #queue = Buffer.alloc(0);
  #next = performance.now();
  #onEmpty: (() => void) | null = null;

  constructor(conversation: Conversation) {
    this.#conversation = conversation;
    this.#timer = setInterval(() => this.#tick(), FRAME_MS / 2);
  }

  /** Resolves when the last sample of the file has been sent, with that time in ms since the epoch. */
  say(name: string): Promise<number> {
    const file = new URL(`./speech/${name}.wav`, import.meta.url);
    this.#queue = Buffer.concat([this.#queue, readFileSync(file).subarray(44)]);
    return new Promise(resolve => {
      this.#onEmpty = () => resolve(Date.now());
    });
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    while (performance.now() >= this.#next) {
      this.#next += FRAME_MS;
      const frame = Buffer.alloc(FRAME_BYTES);
      this.#queue.copy(frame);
      const isLast = this.#queue.length > 0 && this.#queue.length <= FRAME_BYTES;
      this.#queue = this.#queue.subarray(FRAME_BYTES);
      this.#conversation.receiveAudio(frame);
      if (isLast) this.#onEmpty?.();
    }
  }
}
