import {type llm, type stt, type tts, type VAD, voice} from '@livekit/agents';
import type {AudioFrame} from '@livekit/rtc-node';
import {type ReadableStream, TransformStream} from 'node:stream/web';
import {speak, type Speaker} from '../speak/voice-node.js';

/** Speech of the visitor that stops the agent, in milliseconds: less is a cough. */
const INTERRUPT_AFTER_MS = 160;
/** After an interruption in which nothing was understood, the agent goes on. */
const FALSE_INTERRUPTION_MS = 600;

/** The parts of a session that differ from call to call. */
export interface SessionParts {
  brain: llm.LLM;
  /** Null: a conversation in writing. */
  ears: {vad: VAD; stt: stt.STT} | null;
  mouth: tts.TTS | null;
}

/** A session with the turn-taking of this server. */
export function createSession({brain, ears, mouth}: SessionParts): voice.AgentSession {
  return new voice.AgentSession({
    vad: ears?.vad ?? null,
    stt: ears?.stt,
    llm: brain,
    tts: mouth ?? undefined,
    // While it lasts, what the visitor says is replaced with silence: an interruption
    // would lose its first words. Echo is guarded against by the words instead.
    aecWarmupDuration: null,
    userAwayTimeout: null,
    useTtsAlignedTranscript: false,
    ttsTextTransforms: null,
    connOptions: {llmConnOptions: {maxRetry: 0, retryIntervalMs: 0, timeoutMs: 20_000}},
    turnHandling: {
      // The ears say when a turn is over: nothing is added to that.
      turnDetection: ears ? 'stt' : 'manual',
      endpointing: {mode: 'fixed', minDelay: 0, maxDelay: 0},
      interruption: {
        mode: 'vad',
        minDuration: INTERRUPT_AFTER_MS,
        falseInterruptionTimeout: FALSE_INTERRUPTION_MS,
        resumeFalseInterruption: true,
        backchannelBoundary: null,
      },
      preemptiveGeneration: {enabled: true, preemptiveTts: true, maxRetries: 8},
    },
  });
}

/** The agent of a call: speaks through the shared mouth, one sentence at a time. */
export class VoiceAgent extends voice.Agent {
  readonly #speaker: Speaker | null;
  readonly #onFirstText: () => void;
  readonly #onText: (text: string) => void;

  constructor(options: {
    instructions: string;
    tools: llm.ToolContext;
    speaker: Speaker | null;
    history: llm.ChatContext;
    /** The first words of a spoken reply are there, perhaps before it is wanted. */
    onFirstText: () => void;
    /** More of a reply that is being given. */
    onText: (text: string) => void;
  }) {
    const {instructions, tools, history, speaker, onFirstText, onText} = options;
    super({instructions, tools, chatCtx: history});
    this.#speaker = speaker;
    this.#onFirstText = onFirstText;
    this.#onText = onText;
  }

  override async transcriptionNode(
    text: ReadableStream<string | voice.TimedString>,
  ): Promise<ReadableStream<string | voice.TimedString>> {
    return text.pipeThrough(
      new TransformStream<string | voice.TimedString, string | voice.TimedString>({
        transform: (part, controller) => {
          this.#onText(typeof part === 'string' ? part : part.text);
          controller.enqueue(part);
        },
      }),
    );
  }

  override async ttsNode(text: ReadableStream<string>): Promise<ReadableStream<AudioFrame> | null> {
    if (!this.#speaker) return null;
    return speak(notingFirst(text, this.#onFirstText), this.#speaker);
  }
}

async function* notingFirst(text: AsyncIterable<string>, note: () => void): AsyncGenerator<string> {
  let isFirst = true;
  for await (const part of text) {
    if (isFirst) note();
    isFirst = false;
    yield part;
  }
}
