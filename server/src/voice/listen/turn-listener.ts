import {VADEventType, type VADEvent} from '@livekit/agents';
import {WithdrawnError} from '../fair-queue.js';
import type {Recognizer} from './recognizer.js';
import {silenceUntilOver} from './turn-taking.js';
import type {TurnEvent} from './turn-stt.js';

/** Silence after which a first guess at the turn is made. */
const GUESS_AFTER_MS = 96;
/** Speech of which nothing was understood is forgotten after this silence. */
const FORGET_AFTER_MS = 700;
/** A turn longer than this is settled in parts. */
const PART_SECONDS = 18;
/** Without a frame for this long the visitor has gone quiet: a muted microphone sends none. */
const STARVED_MS = 900;
/** As the detector's own activation threshold. */
const SPEECH_PROBABILITY = 0.5;
const SAMPLE_RATE = 16_000;
/** Below this the recogniser is making words out of noise. */
const MIN_CONFIDENCE = 0.35;

/** What the ears need to know of their call. */
export interface TurnListenerOptions {
  callId: string;
  recognizer: Recognizer;
  /** Probability that the turn is over, from its last 1.2 s; null where there is no model. */
  endOfTurn: ((pcm: Int16Array) => Promise<number>) | null;
  emit: (event: TurnEvent) => void;
  /** Whether these words are the agent's own, come back through the microphone. */
  isEcho: (text: string) => boolean;
  onTimings?: (timings: {speechEndedAt: number; transcribedAt: number}) => void;
  onError: (error: unknown) => void;
}

interface Guess {
  abort: AbortController;
  /** Silence at which the turn is over, once it is known. */
  overAfterMs: number | null;
  text: string;
  transcribedAt: number;
}

interface Turn {
  audio: Int16Array[];
  samples: number;
  isSpeaking: boolean;
  silenceMs: number;
  lastSpeechAt: number;
  guess: Guess | null;
  hasParts: boolean;
}

/**
 * Hears one call: gathers the audio of a turn, guesses its text at every pause, and
 * decides when the turn is over.
 *
 * A guess is made of the whole turn so far, not of the piece since the last pause: the
 * recogniser hears a sentence better than its halves.
 */
export class TurnListener {
  readonly #options: TurnListenerOptions;
  #turn: Turn | null = null;
  #starved: NodeJS.Timeout | undefined;

  constructor(options: TurnListenerOptions) {
    this.#options = options;
  }

  /** Whether a turn is being spoken or weighed. */
  get isBusy(): boolean {
    return this.#turn !== null;
  }

  /** Takes an event of the voice activity detector, in order. */
  hear(event: VADEvent): void {
    if (event.type === VADEventType.START_OF_SPEECH) this.#start(event);
    else if (event.type === VADEventType.INFERENCE_DONE) this.#window(event);
    else if (event.type === VADEventType.END_OF_SPEECH) this.#pause();
  }

  /** The microphone was muted: what was said until now is the turn. */
  endNow(): void {
    const turn = this.#turn;
    if (!turn) return;
    turn.isSpeaking = false;
    turn.silenceMs = Math.max(turn.silenceMs, 5_000);
    if (!turn.guess) this.#guess(turn);
    this.#settle(turn);
  }

  /** Forgets the turn under way. */
  reset(): void {
    this.#turn?.guess?.abort.abort();
    this.#turn = null;
    clearTimeout(this.#starved);
  }

  #start(event: VADEvent): void {
    if (this.#turn) {
      this.#turn.isSpeaking = true;
      return;
    }
    const audio = event.frames.map(frame => frame.data.slice());
    this.#turn = {
      audio,
      samples: audio.reduce((sum, chunk) => sum + chunk.length, 0),
      isSpeaking: true,
      silenceMs: 0,
      lastSpeechAt: Date.now(),
      guess: null,
      hasParts: false,
    };
  }

  #window(event: VADEvent): void {
    const turn = this.#turn;
    if (!turn) return;
    for (const {data} of event.frames) {
      turn.audio.push(data.slice());
      turn.samples += data.length;
    }
    this.#watch();
    // The detector's sums lag a window behind.
    const isSpeech = event.rawAccumulatedSpeech > 0 || event.probability >= SPEECH_PROBABILITY;
    if (isSpeech) this.#speechGoesOn(turn);
    turn.silenceMs = isSpeech ? 0 : event.rawAccumulatedSilence;
    if (turn.silenceMs >= GUESS_AFTER_MS && !turn.guess) this.#guess(turn);
    this.#settle(turn);
  }

  #speechGoesOn(turn: Turn): void {
    turn.lastSpeechAt = Date.now();
    turn.silenceMs = 0;
    turn.guess?.abort.abort();
    turn.guess = null;
  }

  #pause(): void {
    const turn = this.#turn;
    if (!turn) return;
    turn.isSpeaking = false;
    this.#settle(turn);
  }

  #guess(turn: Turn): void {
    const abort = new AbortController();
    const guess: Guess = {abort, overAfterMs: null, text: '', transcribedAt: 0};
    turn.guess = guess;
    this.#recognize(turn, guess).catch((error: unknown) => {
      if (error instanceof WithdrawnError) return;
      this.#options.onError(error);
      if (this.#turn === turn) this.reset();
    });
  }

  async #recognize(turn: Turn, guess: Guess): Promise<void> {
    const {callId, recognizer, endOfTurn, isEcho} = this.#options;
    const pcm = joinSamples(turn.audio, turn.samples);
    const [heard, probability] = await Promise.all([
      recognizer.recognize(callId, toFloats(pcm), guess.abort.signal),
      endOfTurn?.(pcm.slice(-SAMPLE_RATE * 1.2)) ?? null,
    ]);
    if (this.#turn !== turn || turn.guess !== guess) return;
    const isSpeech = heard.confidence >= MIN_CONFIDENCE && !isEcho(heard.text);
    guess.text = isSpeech ? heard.text : '';
    guess.transcribedAt = Date.now();
    guess.overAfterMs = guess.text ? silenceUntilOver(guess.text, probability) : FORGET_AFTER_MS;
    if (guess.text && !this.#settlePart(turn, guess)) {
      const isLikely = guess.overAfterMs < 500;
      this.#options.emit({type: isLikely ? 'guess' : 'interim', text: guess.text});
    }
    this.#settle(turn);
  }

  /** Keeps a long turn's audio short. Returns whether the guess became a part. */
  #settlePart(turn: Turn, guess: Guess): boolean {
    if (turn.samples < PART_SECONDS * SAMPLE_RATE || !turn.isSpeaking) return false;
    this.#options.emit({type: 'part', text: guess.text});
    guess.text = '';
    turn.audio = [];
    turn.samples = 0;
    turn.hasParts = true;
    return true;
  }

  #settle(turn: Turn): void {
    const {guess} = turn;
    if (turn.isSpeaking || !guess || guess.overAfterMs === null) return;
    if (turn.silenceMs < guess.overAfterMs) return;
    this.#turn = null;
    clearTimeout(this.#starved);
    if (!guess.text && !turn.hasParts) return;
    this.#options.onTimings?.({
      speechEndedAt: turn.lastSpeechAt,
      transcribedAt: guess.transcribedAt,
    });
    this.#options.emit({type: 'turn', text: guess.text, endedAt: turn.lastSpeechAt});
  }

  #watch(): void {
    clearTimeout(this.#starved);
    this.#starved = setTimeout(() => this.endNow(), STARVED_MS);
    this.#starved.unref();
  }
}

function joinSamples(chunks: readonly Int16Array[], total: number): Int16Array {
  const joined = new Int16Array(total);
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

function toFloats(pcm: Int16Array): Float32Array {
  return Float32Array.from(pcm, sample => sample / 32_768);
}
