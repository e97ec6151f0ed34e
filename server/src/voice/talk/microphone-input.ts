import {AudioFrame} from '@livekit/rtc-node';
import {voice} from '@livekit/agents';
import {ReadableStream, type ReadableStreamDefaultController} from 'node:stream/web';

/** Hz of the audio that a conversation hears: what the voice models were made for. */
export const INPUT_SAMPLE_RATE = 16_000;

/** The visitor's microphone as the session's audio input: frames are pushed as they arrive. */
export class MicrophoneInput extends voice.AudioInput {
  #controller: ReadableStreamDefaultController<AudioFrame> | undefined;
  #odd: number | undefined;

  constructor() {
    super();
    const stream = new ReadableStream<AudioFrame>({
      start: controller => {
        this.#controller = controller;
      },
    });
    this.multiStream.addInputStream(stream);
  }

  /** Takes PCM s16le mono at {@link INPUT_SAMPLE_RATE}, of any length, split anywhere. */
  push(pcm: Uint8Array): void {
    const bytes = this.#withOddByte(pcm);
    const count = bytes.length >> 1;
    if (bytes.length % 2 === 1) this.#odd = bytes[bytes.length - 1];
    if (count === 0) return;
    // Copied: the carrier may reuse its buffer, and samples must start at an even address.
    // Not by `slice`, which in a Node Buffer copies nothing.
    const samples = new Int16Array(new Uint8Array(bytes.subarray(0, count * 2)).buffer);
    this.#controller?.enqueue(new AudioFrame(samples, INPUT_SAMPLE_RATE, 1, count));
  }

  override async close(): Promise<void> {
    this.#controller = undefined;
    await super.close();
  }

  #withOddByte(pcm: Uint8Array): Uint8Array {
    if (this.#odd === undefined) return pcm;
    const joined = new Uint8Array(pcm.length + 1);
    joined[0] = this.#odd;
    joined.set(pcm, 1);
    this.#odd = undefined;
    return joined;
  }
}
