import {createRequire} from 'node:module';
import path from 'node:path';
import type * as Onnx from 'onnxruntime-node';

const LAYERS = 6;
const HEADS = 8;
const HEAD_SIZE = 36;
const START_TOKEN = 1;
const END_TOKEN = 2;

/** Speech has at most this many tokens a second; more is the decoder repeating itself. */
const TOKENS_PER_SECOND = 6.5;

/** Hz of the speech that the model hears. */
export const MOONSHINE_SAMPLE_RATE = 16_000;

/** What the model heard, with how sure it was. */
export interface Recognition {
  text: string;
  /** Geometric mean of the probabilities of the tokens, 0 to 1. */
  confidence: number;
}

/** Turns token ids into text. */
export type Detokenizer = (ids: number[]) => string;

/**
 * The Moonshine tiny model: English speech to text on the CPU.
 *
 * Greedy decoding with cached attention; one utterance at a time. Blocks the
 * thread it runs on, so it belongs in a worker.
 */
export class Moonshine {
  readonly #ort: typeof Onnx;
  readonly #encoder: Onnx.InferenceSession;
  readonly #decoder: Onnx.InferenceSession;
  readonly #detokenize: Detokenizer;

  private constructor(
    ort: typeof Onnx,
    encoder: Onnx.InferenceSession,
    decoder: Onnx.InferenceSession,
    detokenize: Detokenizer,
  ) {
    this.#ort = ort;
    this.#encoder = encoder;
    this.#decoder = decoder;
    this.#detokenize = detokenize;
  }

  /**
   * Loads the weights from a directory that holds `encoder.onnx` and `decoder.onnx`.
   *
   * @throws when the native runtime or a file is missing.
   */
  static async load(directory: string, detokenize: Detokenizer): Promise<Moonshine> {
    // Required, not imported: a platform without the binary must be able to start as text only.
    const ort = createRequire(import.meta.url)('onnxruntime-node') as typeof Onnx;
    const options: Onnx.InferenceSession.SessionOptions = {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      // The arena keeps the peak of the longest utterance for ever.
      enableCpuMemArena: false,
      enableMemPattern: false,
    };
    const encoder = await ort.InferenceSession.create(
      path.join(directory, 'encoder.onnx'),
      options,
    );
    const decoder = await ort.InferenceSession.create(
      path.join(directory, 'decoder.onnx'),
      options,
    );
    return new Moonshine(ort, encoder, decoder, detokenize);
  }

  /** Recognises speech given as samples of −1 to 1 at {@link MOONSHINE_SAMPLE_RATE}. */
  async recognize(samples: Float32Array): Promise<Recognition> {
    const encoded = await this.#encoder.run({
      input_values: new this.#ort.Tensor('float32', samples, [1, samples.length]),
    });
    const hidden = encoded.last_hidden_state;
    const limit = Math.max(
      3,
      Math.floor((samples.length / MOONSHINE_SAMPLE_RATE) * TOKENS_PER_SECOND),
    );
    const {ids, logProbability} = await this.#decode(hidden, limit);
    return {
      text: this.#detokenize(ids).trim(),
      confidence: ids.length > 0 ? Math.exp(logProbability / ids.length) : 0,
    };
  }

  async #decode(
    hidden: Onnx.Tensor,
    limit: number,
  ): Promise<{ids: number[]; logProbability: number}> {
    const ids: number[] = [];
    let logProbability = 0;
    let past = this.#emptyCache();
    let token = START_TOKEN;
    while (ids.length < limit) {
      const output = await this.#decoder.run({
        input_ids: new this.#ort.Tensor('int64', BigInt64Array.of(BigInt(token)), [1, 1]),
        encoder_hidden_states: hidden,
        use_cache_branch: new this.#ort.Tensor('bool', Uint8Array.of(ids.length > 0 ? 1 : 0), [1]),
        ...past,
      });
      const best = pickBest(output.logits.data as Float32Array);
      if (best.token === END_TOKEN) break;
      token = best.token;
      ids.push(token);
      logProbability += best.logProbability;
      past = nextCache(past, output, ids.length === 1);
    }
    return {ids, logProbability};
  }

  #emptyCache(): Record<string, Onnx.Tensor> {
    const cache: Record<string, Onnx.Tensor> = {};
    for (const name of cacheNames()) {
      cache[`past_key_values.${name}`] = new this.#ort.Tensor('float32', new Float32Array(0), [
        0,
        HEADS,
        1,
        HEAD_SIZE,
      ]);
    }
    return cache;
  }
}

function* cacheNames(): Generator<string> {
  for (let layer = 0; layer < LAYERS; layer += 1) {
    for (const side of ['decoder', 'encoder']) {
      for (const part of ['key', 'value']) yield `${layer}.${side}.${part}`;
    }
  }
}

/** The encoder's share never changes after the first step; later outputs hold it empty. */
function nextCache(
  past: Record<string, Onnx.Tensor>,
  output: Onnx.InferenceSession.ReturnType,
  isFirst: boolean,
): Record<string, Onnx.Tensor> {
  const next = {...past};
  for (const name of cacheNames()) {
    if (isFirst || name.includes('decoder')) {
      next[`past_key_values.${name}`] = output[`present.${name}`];
    }
  }
  return next;
}

function pickBest(logits: Float32Array): {token: number; logProbability: number} {
  let token = 0;
  for (let index = 1; index < logits.length; index += 1) {
    if (logits[index] > logits[token]) token = index;
  }
  let sum = 0;
  for (const logit of logits) sum += Math.exp(logit - logits[token]);
  return {token, logProbability: -Math.log(sum)};
}
