/** Zero crossings of the sinc on each side: quality against cost. */
const HALF_TAPS = 16;

/** Share of the lower Nyquist frequency that passes; the rest is the filter's slope. */
const PASS_BAND = 0.92;

/**
 * Changes the rate of a mono signal that arrives in blocks.
 *
 * A Hann-windowed sinc with its cut-off below the lower of both Nyquist frequencies, so that a
 * microphone at 48 kHz does not alias into the 16 kHz a recogniser hears. Delay: 16 input samples
 * times the larger of 1 and the rates' ratio.
 */
export class Resampler {
  readonly #step: number;
  readonly #cutOff: number;
  readonly #reach: number;
  #input: Float32Array = new Float32Array(0);
  /** Where the next output sample lies in `#input`. */
  #position: number;

  constructor(fromHz: number, toHz: number) {
    this.#step = fromHz / toHz;
    this.#cutOff = PASS_BAND * Math.min(1, toHz / fromHz);
    this.#reach = Math.ceil(HALF_TAPS / this.#cutOff);
    this.#position = this.#reach;
    this.#input = new Float32Array(this.#reach);
  }

  /** The output samples that the block completes. */
  push(block: Float32Array): Float32Array {
    if (this.#step === 1) return block.slice();
    const input = new Float32Array(this.#input.length + block.length);
    input.set(this.#input);
    input.set(block, this.#input.length);
    const last = input.length - 1 - this.#reach;
    const count = Math.max(0, Math.floor((last - this.#position) / this.#step) + 1);
    const output = new Float32Array(count);
    for (let i = 0; i < count; i++) output[i] = this.#at(input, this.#position + i * this.#step);
    this.#position += count * this.#step;
    const done = Math.max(0, Math.floor(this.#position) - this.#reach);
    this.#input = input.slice(done);
    this.#position -= done;
    return output;
  }

  #at(input: Float32Array, position: number): number {
    const centre = Math.floor(position);
    let sum = 0;
    for (let i = centre - this.#reach + 1; i <= centre + this.#reach; i++) {
      const sample = input[i];
      if (sample !== undefined) sum += sample * this.#kernel(position - i);
    }
    return sum;
  }

  #kernel(distance: number): number {
    const share = distance / this.#reach;
    if (share <= -1 || share >= 1) return 0;
    const x = Math.PI * distance * this.#cutOff;
    const sinc = x === 0 ? 1 : Math.sin(x) / x;
    return this.#cutOff * sinc * (0.5 + 0.5 * Math.cos(Math.PI * share));
  }
}
