import {loudness, toPcm} from './pcm.js';
import {Resampler} from './resampler.js';

/** Length of one frame; the same as the contract's `FRAME_MS`, which a worklet file cannot import. */
const FRAME_SECONDS = 0.02;

/** One frame for the server and how loud it was. */
export interface CapturedFrame {
  pcm: ArrayBuffer;
  level: number;
}

/** Cuts a microphone's blocks into 20 ms frames at the server's rate. */
export class CaptureCore {
  readonly #deviceHz: number;
  #resampler: Resampler;
  #frame: Float32Array;
  #filled = 0;
  /** While muted nothing is given out: the microphone's words stay on the visitor's machine. */
  muted = false;

  constructor(deviceHz: number, targetHz: number) {
    this.#deviceHz = deviceHz;
    this.#resampler = new Resampler(deviceHz, targetHz);
    this.#frame = new Float32Array(targetHz * FRAME_SECONDS);
  }

  /** Changes the rate of the frames from the next one on. */
  setTargetRate(hz: number): void {
    if (this.#frame.length === hz * FRAME_SECONDS) return;
    this.#resampler = new Resampler(this.#deviceHz, hz);
    this.#frame = new Float32Array(hz * FRAME_SECONDS);
    this.#filled = 0;
  }

  /** The frames that this block completes. */
  push(block: Float32Array): CapturedFrame[] {
    if (this.muted) {
      this.#filled = 0;
      return [];
    }
    const frames: CapturedFrame[] = [];
    for (const sample of this.#resampler.push(block)) {
      this.#frame[this.#filled++] = sample;
      if (this.#filled < this.#frame.length) continue;
      frames.push({pcm: toPcm(this.#frame), level: loudness(this.#frame)});
      this.#filled = 0;
    }
    return frames;
  }
}
