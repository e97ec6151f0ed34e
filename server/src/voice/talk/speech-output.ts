import type {AudioFrame} from '@livekit/rtc-node';
import {voice} from '@livekit/agents';
import {heardText, joinSentences, type SpokenSentence} from './heard.js';

/** Hz of the audio that a conversation sends. */
export const OUTPUT_SAMPLE_RATE = 16_000;

const BYTES_PER_MS = (OUTPUT_SAMPLE_RATE * 2) / 1000;
const FRAME_BYTES = BYTES_PER_MS * 20;
/** From sending a frame to hearing it: network and the browser's jitter buffer. */
const LATENCY_MS = 120;
/** How long the last report is waited for before a message counts as heard. */
const GRACE_MS = 1_500;
/** The same, where the browser never reports. */
const SILENT_GRACE_MS = 250;

/** Key of {@link AudioFrame.userdata} under which a frame carries its sentence. */
export const SENTENCE = 'aiw.sentence';

/** What became of the audio of a message. */
export interface SpeechOutputListener {
  /** The first frame of a message is about to be sent. Returns the message's id. */
  begin(): string;
  /** A sentence starts being sent: the message's text up to its end. */
  caption(messageId: string, text: string): void;
  audio(pcm: Uint8Array): void;
  audioStart(messageId: string): void;
  audioEnd(messageId: string): void;
  /** Drop what is queued. */
  clear(): void;
  /** No more of this message will be heard. */
  finished(messageId: string, heard: string, wasInterrupted: boolean): void;
}

interface Playback {
  messageId: string;
  pcm: Uint8Array[];
  bytes: number;
  sent: number;
  sentences: SpokenSentence[];
  /** Where in the message the browser's count begins: it starts anew after a pause. */
  baseMs: number;
  /** How far the message was heard when it was paused. */
  pausedMs: number;
  startedAt: number;
  report: {playedMs: number; at: number} | null;
  isComplete: boolean;
  isEndTold: boolean;
}

/**
 * The visitor's loudspeaker as the session's audio output.
 *
 * Frames go out as fast as they are made; how far the visitor has heard comes from the
 * browser's reports, or from the clock where there are none. A pause drops what the browser
 * has queued and a resume sends the unheard rest again.
 */
export class SpeechOutput extends voice.AudioOutput {
  readonly #listener: SpeechOutputListener;
  #current: Playback | null = null;
  #isPaused = false;
  #hasReports = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(listener: SpeechOutputListener) {
    super(OUTPUT_SAMPLE_RATE, undefined, {pause: true});
    this.#listener = listener;
  }

  /** Whether something is being heard, or could be if it were not paused. */
  get isActive(): boolean {
    return this.#current !== null;
  }

  /** What the message under way says, as far as it is known. */
  get text(): string {
    return joinSentences(this.#current?.sentences.map(({text}) => text) ?? []);
  }

  override async captureFrame(frame: AudioFrame): Promise<void> {
    await super.captureFrame(frame);
    const playback = (this.#current ??= this.#begin());
    this.#caption(playback, frame);
    const {buffer, byteOffset, byteLength} = frame.data;
    playback.pcm.push(new Uint8Array(buffer, byteOffset, byteLength));
    playback.bytes += byteLength;
    this.#send(playback);
  }

  override flush(): void {
    super.flush();
    const playback = this.#current;
    if (!playback) return;
    playback.isComplete = true;
    const last = playback.sentences.at(-1);
    if (last) last.endMs ??= playback.bytes / BYTES_PER_MS;
    this.#send(playback);
  }

  override clearBuffer(): void {
    const playback = this.#current;
    if (!playback) return;
    if (!this.#isPaused) this.#listener.clear();
    this.#finish(playback, true);
  }

  override pause(): void {
    if (this.#isPaused) return;
    const playback = this.#current;
    if (!playback || playback.startedAt === 0) {
      this.#isPaused = true;
      return;
    }
    playback.pausedMs = this.#heardMs(playback);
    this.#isPaused = true;
    clearTimeout(this.#timer);
    this.#listener.clear();
  }

  override resume(): void {
    if (!this.#isPaused) return;
    this.#isPaused = false;
    const playback = this.#current;
    if (!playback) return;
    playback.baseMs = Math.floor(playback.pausedMs);
    playback.sent = Math.min(playback.baseMs * BYTES_PER_MS, playback.bytes);
    playback.startedAt = 0;
    playback.report = null;
    playback.isEndTold = false;
    this.#send(playback);
  }

  /** Drops the audio of the message under way; its text counts as received. */
  skip(): void {
    const playback = this.#current;
    if (!playback) return;
    if (!this.#isPaused) this.#listener.clear();
    this.#finish(playback, false);
  }

  /** Takes a report of the browser. */
  report(messageId: string, playedMs: number, isDone: boolean): void {
    this.#hasReports = true;
    const playback = this.#current;
    if (playback?.messageId !== messageId) return;
    if (this.#isPaused) {
      // The browser's last word on what it dropped: exact, where ours was an estimate.
      if (isDone) playback.pausedMs = playback.baseMs + playedMs;
      return;
    }
    playback.report = {playedMs, at: Date.now()};
    if (isDone && playback.isEndTold) this.#finish(playback, false);
  }

  #begin(): Playback {
    return {
      messageId: this.#listener.begin(),
      pcm: [],
      bytes: 0,
      sent: 0,
      sentences: [],
      baseMs: 0,
      pausedMs: 0,
      startedAt: 0,
      report: null,
      isComplete: false,
      isEndTold: false,
    };
  }

  #caption(playback: Playback, frame: AudioFrame): void {
    const text = frame.userdata[SENTENCE];
    if (typeof text !== 'string') return;
    const startMs = playback.bytes / BYTES_PER_MS;
    const last = playback.sentences.at(-1);
    if (last) last.endMs ??= startMs;
    playback.sentences.push({text, startMs, endMs: null});
    this.#listener.caption(playback.messageId, this.text);
  }

  /** Sends what has been made and not sent, in frames of 20 ms; the last may be shorter. */
  #send(playback: Playback): void {
    if (this.#isPaused) return;
    const ready = playback.bytes - playback.sent;
    const size = playback.isComplete ? ready : ready - (ready % FRAME_BYTES);
    if (size > 0) {
      if (playback.startedAt === 0) this.#startSpan(playback);
      const pcm = slicePcm(playback.pcm, playback.sent, size);
      for (let at = 0; at < size; at += FRAME_BYTES) {
        this.#listener.audio(pcm.subarray(at, Math.min(at + FRAME_BYTES, size)));
      }
      playback.sent += size;
    }
    if (playback.isComplete) this.#end(playback);
  }

  #startSpan(playback: Playback): void {
    const isFirst = playback.sent === 0;
    playback.startedAt = Date.now();
    this.#listener.audioStart(playback.messageId);
    if (isFirst) this.onPlaybackStarted(playback.startedAt);
  }

  #end(playback: Playback): void {
    if (playback.isEndTold) return;
    playback.isEndTold = true;
    if (playback.startedAt > 0) this.#listener.audioEnd(playback.messageId);
    const totalMs = playback.bytes / BYTES_PER_MS - playback.baseMs;
    const grace = LATENCY_MS + (this.#hasReports ? GRACE_MS : SILENT_GRACE_MS);
    const rest = Math.max(0, playback.startedAt + totalMs - Date.now()) + grace;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#finish(playback, false), rest);
    this.#timer.unref();
  }

  #finish(playback: Playback, wasInterrupted: boolean): void {
    if (this.#current !== playback) return;
    clearTimeout(this.#timer);
    const totalMs = playback.bytes / BYTES_PER_MS;
    const heardMs = wasInterrupted ? this.#heardMs(playback) : totalMs;
    const heard = wasInterrupted ? heardText(playback.sentences, heardMs) : this.text;
    this.#current = null;
    this.abandonOpenSegment();
    this.#listener.finished(playback.messageId, heard, wasInterrupted);
    this.onPlaybackFinished({
      playbackPosition: heardMs / 1000,
      interrupted: wasInterrupted,
      synchronizedTranscript: wasInterrupted ? heard : undefined,
    });
  }

  #heardMs(playback: Playback): number {
    const {baseMs, startedAt, report, sent} = playback;
    if (this.#isPaused) return playback.pausedMs;
    if (startedAt === 0) return baseMs;
    const played = report
      ? report.playedMs + (Date.now() - report.at)
      : this.#hasReports
        ? 0
        : Date.now() - startedAt - LATENCY_MS;
    return Math.min(baseMs + Math.max(0, played), sent / BYTES_PER_MS);
  }
}

function slicePcm(chunks: readonly Uint8Array[], from: number, size: number): Uint8Array {
  const slice = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    const start = Math.max(from, at);
    const end = Math.min(from + size, at + chunk.length);
    if (start < end) slice.set(chunk.subarray(start - at, end - at), start - from);
    at += chunk.length;
  }
  return slice;
}
