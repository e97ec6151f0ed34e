import {collectGarbage} from '../worker-memory.js';
import {workerData} from '../worker-pool.js';
import {pcmOfWave} from './wave.js';
import {runWasiCommand} from './wasi.js';

/** One sentence in spoken form, and the voice that says it. */
export interface SpeechTask {
  text: string;
  voice: string;
}

/** Entry of the worker thread: a sentence in, PCM s16le mono at 16 kHz out. */
export default function synthesize({text, voice}: SpeechTask): Uint8Array {
  const {module} = workerData<{module: WebAssembly.Module}>();
  const args = ['flite', '-voice', voice, '-t', text, '-o', 'speech.wav'];
  const pcm = pcmOfWave(runWasiCommand(module, args));
  collectGarbage();
  return pcm;
}
