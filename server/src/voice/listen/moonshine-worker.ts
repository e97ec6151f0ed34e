import tokenizer from 'llama-tokenizer-js';
import {collectGarbage} from '../worker-memory.js';
import {workerData} from '../worker-pool.js';
import {Moonshine, type Recognition} from './moonshine.js';

/** Samples of −1 to 1 at 16 kHz. */
export interface RecognitionTask {
  samples: Float32Array;
}

let model: Promise<Moonshine> | undefined;

function load(): Promise<Moonshine> {
  const {models} = workerData<{models: string}>();
  return Moonshine.load(models, ids => tokenizer.decode(ids, false, true));
}

/** Entry of the worker thread: one utterance in, its text out. */
export default async function recognize({samples}: RecognitionTask): Promise<Recognition> {
  model ??= load();
  const recognition = await (await model).recognize(samples);
  collectGarbage();
  return recognition;
}
