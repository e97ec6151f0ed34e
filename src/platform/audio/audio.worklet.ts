/**
 * The worklet file: the two cores on the audio thread.
 *
 * Built into a file of its own that imports nothing, as it is loaded by URL.
 */
import {CaptureCore} from './capture-core.js';
import {LevelGate, obeyCapture, obeyPlayback} from './commands.js';
import {
  CAPTURE_PROCESSOR,
  PLAYBACK_PROCESSOR,
  type CaptureCommand,
  type CaptureMessage,
  type PlaybackCommand,
  type PlaybackMessage,
} from './messages.js';
import {PlaybackCore} from './playback-core.js';

// What an AudioWorkletGlobalScope has and TypeScript's DOM library lacks.
declare const sampleRate: number;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(
  name: string,
  processor: new (options: AudioWorkletNodeOptions) => AudioWorkletProcessor,
): void;

class CaptureProcessor extends AudioWorkletProcessor {
  readonly #core: CaptureCore;

  constructor(options: AudioWorkletNodeOptions) {
    super();
    this.#core = new CaptureCore(sampleRate, options.processorOptions.targetHz as number);
    this.port.onmessage = ({data}: MessageEvent<CaptureCommand>) => obeyCapture(this.#core, data);
  }

  process([input]: Float32Array[][]): boolean {
    const block = input?.[0];
    if (!block) return true;
    for (const frame of this.#core.push(block)) {
      this.port.postMessage(frame satisfies CaptureMessage, [frame.pcm]);
    }
    return true;
  }
}

class PlaybackProcessor extends AudioWorkletProcessor {
  readonly #core = new PlaybackCore(sampleRate, report => this.#tell({type: 'report', ...report}));
  readonly #gate = new LevelGate(128 / sampleRate);

  constructor() {
    super();
    this.port.onmessage = ({data}: MessageEvent<PlaybackCommand>) => obeyPlayback(this.#core, data);
  }

  process(_inputs: Float32Array[][], [output]: Float32Array[][]): boolean {
    const block = output?.[0];
    if (!block) return true;
    this.#core.render(block);
    if (this.#gate.passes(this.#core.level)) this.#tell({type: 'level', level: this.#core.level});
    return true;
  }

  #tell(message: PlaybackMessage): void {
    this.port.postMessage(message);
  }
}

registerProcessor(CAPTURE_PROCESSOR, CaptureProcessor);
registerProcessor(PLAYBACK_PROCESSOR, PlaybackProcessor);
