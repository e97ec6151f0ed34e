import type {Tinypool} from 'tinypool';
import {FairQueue} from '../fair-queue.js';
import {createWorkerPool} from '../worker-pool.js';
import {MOONSHINE_SAMPLE_RATE, type Recognition} from './moonshine.js';
import type {RecognitionTask} from './moonshine-worker.js';

/** Longest stretch that the model is given, in seconds; what is before it is cut away. */
const MAX_SECONDS = 30;

/** Turns finished stretches of speech into text, for all calls. */
export interface Recognizer {
  /**
   * @param owner The call, so that each gets its turn.
   * @param samples −1 to 1 at 16 kHz.
   * @throws {WithdrawnError} when the signal is aborted.
   */
  recognize(owner: string, samples: Float32Array, signal?: AbortSignal): Promise<Recognition>;
}

/** The embedded ears: one Moonshine model in one worker thread, shared by all calls. */
export class EmbeddedRecognizer implements Recognizer {
  readonly #pool: Tinypool;
  readonly #queue = new FairQueue(1);

  /** @param models Directory of the weights. */
  constructor(models: string) {
    this.#pool = createWorkerPool({
      name: 'moonshine-worker',
      base: import.meta.url,
      threads: 1,
      data: {models},
    });
  }

  /** Loads the model and runs it once. @throws when a native part or a weight is missing. */
  async warm(): Promise<void> {
    await this.recognize('warm', new Float32Array(MOONSHINE_SAMPLE_RATE));
  }

  async recognize(
    owner: string,
    samples: Float32Array,
    signal?: AbortSignal,
  ): Promise<Recognition> {
    const task: RecognitionTask = {samples: samples.slice(-MAX_SECONDS * MOONSHINE_SAMPLE_RATE)};
    return this.#queue.add(owner, async () => await this.#pool.run(task), signal);
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}
