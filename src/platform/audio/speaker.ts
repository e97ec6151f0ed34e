import type {PlaybackProgress, Speaker} from '../../call/ports.js';
import type {PlaybackCommand, PlaybackMessage} from './messages.js';
import {createPlayback, type Processor} from './processors.js';

/** An audio context that can be sent to a chosen device; Chromium's so far. */
type SinkContext = AudioContext & {setSinkId?(deviceId: string): Promise<void>};

/** Fade between two volumes, in seconds: a step would click. */
const FADE_SECONDS = 0.03;

/** Plays the agent's voice on an audio context and knows what of it was heard. */
export class ContextSpeaker implements Speaker {
  readonly #context: () => AudioContext | null;
  #processor: Promise<Processor<PlaybackCommand>> | null = null;
  #rateHz: number | null = null;
  #gain: GainNode | null = null;
  #volume = 1;
  #deviceId = '';
  #listener: (progress: PlaybackProgress) => void = () => {};
  /** Loudness of what plays now, 0 to 1. */
  level = 0;

  /** `context` gives the context that a tap has unlocked. */
  constructor(context: () => AudioContext | null) {
    this.#context = context;
  }

  /** Makes the player ready, so that the first word does not wait for it. */
  warm(): void {
    const context = this.#context();
    if (context) this.#processor ??= this.#create(context);
  }

  /** Whether this browser lets a page choose where it sounds. */
  static get canChoose(): boolean {
    return 'AudioContext' in globalThis && 'setSinkId' in AudioContext.prototype;
  }

  /** How loud the agent is, 0 to 1. */
  set volume(volume: number) {
    this.#volume = volume;
    const context = this.#context();
    if (context) this.#gain?.gain.setTargetAtTime(volume, context.currentTime, FADE_SECONDS);
  }

  /**
   * Sounds on another device; empty for the default one.
   *
   * @throws {DOMException} Where it is gone; the one in use stays.
   */
  async change(deviceId: string): Promise<void> {
    await (this.#context() as SinkContext | null)?.setSinkId?.(deviceId);
    this.#deviceId = deviceId;
  }

  /** The device to use from the next call on. */
  prefer(deviceId: string): void {
    this.#deviceId = deviceId;
  }

  setSampleRate(hz: number): void {
    this.#rateHz = hz;
    this.#send({type: 'rate', hz});
  }

  begin(messageId: string): void {
    this.#send({type: 'begin', messageId});
  }

  write(pcm: ArrayBuffer): void {
    this.#send({type: 'audio', pcm});
  }

  end(messageId: string): void {
    this.#send({type: 'end', messageId});
  }

  clear(): void {
    if (this.#processor) this.#send({type: 'clear'});
    this.level = 0;
  }

  onProgress(listener: (progress: PlaybackProgress) => void): void {
    this.#listener = listener;
  }

  close(): void {
    void this.#processor?.then(({node}) => node.disconnect());
    this.#processor = null;
    this.#gain?.disconnect();
    this.#gain = null;
    this.level = 0;
  }

  async #create(context: AudioContext): Promise<Processor<PlaybackCommand>> {
    // A device that is gone leaves the default one.
    if (this.#deviceId) await this.change(this.#deviceId).catch(() => {});
    const processor = await createPlayback(context, message => this.#hear(context, message));
    this.#gain = new GainNode(context, {gain: this.#volume});
    processor.node.connect(this.#gain).connect(context.destination);
    if (this.#rateHz !== null) processor.send({type: 'rate', hz: this.#rateHz});
    return processor;
  }

  /** Commands keep their order: each waits for the same promise. Where nothing can sound, they are lost. */
  #send(command: PlaybackCommand): void {
    this.warm();
    void this.#processor?.then(processor => processor.send(command));
  }

  #hear(context: AudioContext, message: PlaybackMessage): void {
    if (message.type === 'level') {
      this.level = message.level;
      return;
    }
    const {messageId, playedMs, done, cleared} = message;
    if (done) this.level = 0;
    // What was handed over last has not left the loudspeaker yet.
    const underWayMs = done && !cleared ? 0 : Math.round((context.outputLatency || 0) * 1000);
    this.#listener({messageId, playedMs: Math.max(0, playedMs - underWayMs), done});
  }
}
