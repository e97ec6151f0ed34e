import type {RawData, WebSocket} from 'ws';
import {STREAM_CLOSE, type ClientFrame, type ServerFrame} from '../../../src/contract/index.js';
import type {Carrier} from '../domain/calls/carrier.js';
import type {Clock} from '../domain/clock.js';
import type {LiveCall} from '../domain/calls/live-call.js';
import {clientFrame} from './schemas.js';
import type {StreamOptions} from './stream.js';

/** A visitor's machine that reads slower than this much behind is cut off: about a minute of audio. */
const MAX_BUFFERED = 2 * 1024 * 1024;
/** A connection that says nothing is closed after this. */
const HELLO_MS = 10_000;
/** Ten frames of 20 ms at the highest rate in use. */
const MAX_AUDIO_BYTES = 19_200;
/** JSON frames a second that no widget needs. */
const MAX_FRAMES_PER_SECOND = 200;

/** One WebSocket of a call: frames in, checked; events and audio out. */
export class StreamConnection implements Carrier {
  readonly #socket: WebSocket;
  readonly #call: LiveCall;
  readonly #clock: Clock;
  readonly #onUnexpected: (error: unknown) => void;
  readonly #onRefused: (code: number) => void;
  #isGreeted = false;
  #second = 0;
  #framesThisSecond = 0;

  constructor(
    socket: WebSocket,
    call: LiveCall,
    {clock, onUnexpected, onRefused}: Pick<StreamOptions, 'clock' | 'onUnexpected' | 'onRefused'>,
  ) {
    this.#socket = socket;
    this.#call = call;
    this.#clock = clock;
    this.#onUnexpected = onUnexpected;
    this.#onRefused = onRefused;
  }

  start(): void {
    const stopWaiting = this.#clock.after(HELLO_MS, () => {
      if (!this.#isGreeted) this.#violate('No hello came.');
    });
    this.#socket.on('message', (data, isBinary) => this.#receive(data, isBinary));
    this.#socket.on('close', () => {
      stopWaiting();
      this.#call.detach(this);
    });
    // A frame too large or not UTF-8: the close that follows is handled above.
    this.#socket.on('error', () => {});
  }

  send(frame: ServerFrame): void {
    if (this.#canSend()) this.#socket.send(JSON.stringify(frame));
  }

  audio(pcm: Uint8Array): void {
    if (this.#canSend()) this.#socket.send(pcm, {binary: true});
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }

  #canSend(): boolean {
    if (this.#socket.readyState !== this.#socket.OPEN) return false;
    if (this.#socket.bufferedAmount <= MAX_BUFFERED) return true;
    this.#socket.terminate();
    return false;
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    try {
      if (isBinary) this.#receiveAudio(data as Buffer);
      else this.#receiveJson(String(data));
    } catch (error) {
      this.#onUnexpected(error);
      this.#socket.close(1011, 'The server failed. Try again.');
    }
  }

  #receiveAudio(pcm: Buffer): void {
    if (!this.#isGreeted) this.#violate('Audio came before hello.');
    else if (pcm.length % 2 !== 0 || pcm.length > MAX_AUDIO_BYTES) {
      this.#violate('A binary frame is 20 ms of PCM s16le mono.');
    } else if (!this.#call.receiveAudio(this, pcm)) {
      this.#violate('Audio came faster than time.');
    }
  }

  #receiveJson(text: string): void {
    if (this.#isFlood()) {
      this.#violate('Too many frames a second.');
      return;
    }
    const frame = parseFrame(text);
    if (typeof frame === 'string') this.#violate(frame);
    else if ((frame.type === 'hello') === this.#isGreeted) {
      this.#violate('hello comes first, and once.');
    } else if (frame.type === 'hello') {
      this.#isGreeted = true;
      this.#call.hello(this, frame);
    } else this.#call.receive(this, frame);
  }

  #isFlood(): boolean {
    const second = Math.floor(this.#clock.now() / 1000);
    this.#framesThisSecond = second === this.#second ? this.#framesThisSecond + 1 : 1;
    this.#second = second;
    return this.#framesThisSecond > MAX_FRAMES_PER_SECOND;
  }

  #violate(reason: string): void {
    this.#onRefused(STREAM_CLOSE.violation);
    // A close reason holds at most 123 bytes.
    this.#socket.close(STREAM_CLOSE.violation, reason.slice(0, 120));
  }
}

/** The frame, or what is wrong with it. */
function parseFrame(text: string): ClientFrame | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'A text frame is one JSON object.';
  }
  const result = clientFrame.safeParse(value);
  if (result.success) return result.data;
  const [{path, message}] = result.error.issues;
  const ascii = `${path.join('.') || 'frame'}: ${message}`.replace(/[^\x20-\x7e]/g, '?');
  return ascii;
}
