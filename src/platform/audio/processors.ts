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

/** Samples a ScriptProcessorNode handles at a time: 21 ms at 48 kHz. */
const SCRIPT_BLOCK = 1024;

/** An audio node and the way to talk to its core, wherever that runs. */
export interface Processor<Command> {
  node: AudioNode;
  send(command: Command): void;
}

const loads = new WeakMap<BaseAudioContext, Promise<boolean>>();

/**
 * Loads the worklet file into a context; false where the page's policy forbids it.
 *
 * Under a nonce-only `script-src` a worklet module cannot carry the nonce: the cores then run on
 * the main thread.
 */
function loadWorklet(context: AudioContext): Promise<boolean> {
  let load = loads.get(context);
  if (!load) {
    const url = new URL('./audio.worklet.js', import.meta.url);
    load = context.audioWorklet
      ? context.audioWorklet.addModule(url).then(
          () => true,
          () => false,
        )
      : Promise.resolve(false);
    loads.set(context, load);
  }
  return load;
}

/** A node that turns what flows into it into frames. */
export async function createCapture(
  context: AudioContext,
  targetHz: number,
  onMessage: (message: CaptureMessage) => void,
): Promise<Processor<CaptureCommand>> {
  if (await loadWorklet(context)) {
    const node = new AudioWorkletNode(context, CAPTURE_PROCESSOR, {
      processorOptions: {targetHz},
      channelCount: 1,
      channelCountMode: 'explicit',
    });
    node.port.onmessage = ({data}: MessageEvent<CaptureMessage>) => onMessage(data);
    return {node, send: command => node.port.postMessage(command)};
  }
  const core = new CaptureCore(context.sampleRate, targetHz);
  const node = context.createScriptProcessor(SCRIPT_BLOCK, 1, 1);
  node.onaudioprocess = ({inputBuffer}) => {
    for (const frame of core.push(inputBuffer.getChannelData(0))) onMessage(frame);
  };
  return {node, send: command => obeyCapture(core, command)};
}

/** A node that speaks what it is sent. */
export async function createPlayback(
  context: AudioContext,
  onMessage: (message: PlaybackMessage) => void,
): Promise<Processor<PlaybackCommand>> {
  if (await loadWorklet(context)) {
    const node = new AudioWorkletNode(context, PLAYBACK_PROCESSOR, {
      numberOfInputs: 0,
      outputChannelCount: [1],
    });
    node.port.onmessage = ({data}: MessageEvent<PlaybackMessage>) => onMessage(data);
    return {node, send: command => node.port.postMessage(command)};
  }
  const core = new PlaybackCore(context.sampleRate, report =>
    onMessage({type: 'report', ...report}),
  );
  const gate = new LevelGate(SCRIPT_BLOCK / context.sampleRate);
  const node = context.createScriptProcessor(SCRIPT_BLOCK, 1, 1);
  node.onaudioprocess = ({outputBuffer}) => {
    core.render(outputBuffer.getChannelData(0));
    if (gate.passes(core.level)) onMessage({type: 'level', level: core.level});
  };
  return {node, send: command => obeyPlayback(core, command)};
}
