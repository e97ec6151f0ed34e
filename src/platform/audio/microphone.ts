import type {Microphone, MicrophoneListener, MicrophoneProblem} from '../../call/ports.js';
import {explainMicrophone, findObstacle, problemOf} from '../microphone-problem.js';
import {hasUsableInput, requestInput, stopInput, whenInputReturns} from './audio-input.js';
import type {CaptureCommand} from './messages.js';
import {createCapture, type Processor} from './processors.js';

/** Rate of frames until the server has named its own, in Hz. */
const DEFAULT_RATE_HZ = 16_000;

/** A device in use, and the node that brings its sound. */
interface Input {
  stream: MediaStream;
  source: MediaStreamAudioSourceNode;
}

/** The device's microphone, captured at its own rate and resampled. */
export class DeviceMicrophone implements Microphone {
  readonly #context: () => AudioContext | null;
  #rateHz = DEFAULT_RATE_HZ;
  #muted = false;
  #input: Input | null = null;
  #processor: Processor<CaptureCommand> | null = null;
  #listener: MicrophoneListener | null = null;
  #stopWaiting: () => void = () => {};
  /** Counts openings and closings: an answer to an earlier request is dropped. */
  #turn = 0;
  /** Id of the device to use; empty for the browser's default. */
  deviceId = '';
  /** Loudness of the visitor now, 0 to 1. */
  level = 0;
  /** Told when the system silences the device, or lets it be heard again. */
  onSilenced: (isSilenced: boolean) => void = () => {};

  /** `context` gives the context that a tap has unlocked. */
  constructor(context: () => AudioContext | null) {
    this.#context = context;
  }

  /** Whether a device is open. */
  get isOpen(): boolean {
    return this.#input !== null;
  }

  /** Id of the device that is open, which need not be the chosen one; empty where none is. */
  get activeId(): string {
    return this.#input?.stream.getAudioTracks()[0]?.getSettings().deviceId ?? '';
  }

  async open(listener: MicrophoneListener, muted: boolean): Promise<MicrophoneProblem | null> {
    this.close();
    const turn = ++this.#turn;
    const context = this.#context();
    const obstacle = findObstacle();
    if (obstacle || !context) return fail(obstacle ?? 'unknown');
    this.#muted = muted;
    this.#listener = listener;
    try {
      const stream = await requestInput(this.deviceId);
      if (this.#turn !== turn) stopInput(stream);
      else await this.#capture(context, stream, turn);
      return null;
    } catch (error) {
      return fail(await problemOf(error));
    }
  }

  /**
   * Uses another device from now on. The old one is heard until the new one is there.
   *
   * @throws {DOMException} Where the new one cannot be opened; the old one stays.
   */
  async change(deviceId: string): Promise<void> {
    const turn = this.#turn;
    const context = this.#context();
    if (this.#input && context) {
      const stream = await requestInput(deviceId, true);
      if (this.#turn === turn) this.#use(context, stream);
      else stopInput(stream);
    }
    this.deviceId = deviceId;
  }

  setMuted(muted: boolean): void {
    this.#muted = muted;
    if (muted) this.level = 0;
    for (const track of this.#input?.stream.getTracks() ?? []) track.enabled = !muted;
    this.#processor?.send({type: 'muted', muted});
  }

  setSampleRate(hz: number): void {
    this.#rateHz = hz;
    this.#processor?.send({type: 'rate', hz});
  }

  close(): void {
    this.#turn++;
    this.#stopWaiting();
    this.onSilenced(false);
    this.#release();
    this.#processor?.node.disconnect();
    this.#processor = null;
    this.#muted = false;
    this.level = 0;
  }

  async #capture(context: AudioContext, stream: MediaStream, turn: number): Promise<void> {
    const isStale = () => this.#turn !== turn;
    const processor = await createCapture(context, this.#rateHz, ({pcm, level}) => {
      if (isStale() || this.#muted) return;
      this.level = level;
      this.#listener?.frame(pcm);
    });
    if (isStale()) return stopInput(stream);
    this.#processor = processor;
    // Silent: the processor writes nothing. Some engines run only what reaches a destination.
    processor.node.connect(context.destination);
    this.#use(context, stream);
  }

  #use(context: AudioContext, stream: MediaStream): void {
    const old = this.#input;
    // A source that nothing refers to may be collected in mid-call (Firefox bug 934512).
    this.#input = {stream, source: context.createMediaStreamSource(stream)};
    for (const track of stream.getTracks()) this.#watch(track, stream);
    this.setMuted(this.#muted);
    if (this.#processor) this.#input.source.connect(this.#processor.node);
    if (old) release(old);
  }

  #watch(track: MediaStreamTrack, stream: MediaStream): void {
    const whileUsed = (act: () => void) => () => {
      if (this.#input?.stream === stream) act();
    };
    track.addEventListener(
      'ended',
      whileUsed(() => void this.#recover()),
    );
    track.addEventListener(
      'mute',
      whileUsed(() => this.onSilenced(true)),
    );
    track.addEventListener(
      'unmute',
      whileUsed(() => this.onSilenced(false)),
    );
  }

  /** The device is gone: another one that may be used takes its place, or the listener is told. */
  async #recover(): Promise<void> {
    const turn = this.#turn;
    const context = this.#context();
    const listener = this.#listener;
    this.#release();
    const stream = await this.#another();
    if (this.#turn !== turn) return void (stream && stopInput(stream));
    if (stream && context) return this.#use(context, stream);
    this.close();
    this.#stopWaiting = whenInputReturns(() => listener?.returned());
    listener?.lost(fail('lost'));
  }

  async #another(): Promise<MediaStream | null> {
    if (!(await hasUsableInput())) return null;
    return requestInput(this.deviceId).catch(() => null);
  }

  #release(): void {
    if (this.#input) release(this.#input);
    this.#input = null;
    this.level = 0;
  }
}

function release({stream, source}: Input): void {
  stopInput(stream);
  source.disconnect();
}

function fail(problem: MicrophoneProblem): MicrophoneProblem {
  explainMicrophone(problem);
  return problem;
}
