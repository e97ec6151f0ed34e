import type {KnowledgeIndex} from '../domain/calls/conversation.js';
import type {Recognizer} from './listen/recognizer.js';
import type {Synthesizer} from './speak/synthesizer.js';
import type {BrainFactory} from './think/brain.js';
import type {TurnTimings} from './timings.js';

/** Where the voice writes its log. Never what was said. */
export interface VoiceLogger {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** Ears and mouth, shared by all calls. */
export interface VoiceParts {
  recognizer: Recognizer;
  synthesizer: Synthesizer;
  /** See {@link TurnListenerOptions.endOfTurn}. */
  endOfTurn: ((pcm: Int16Array) => Promise<number>) | null;
}

/** What a conversation gets from the engine that opens it. */
export interface ConversationServices {
  knowledge: KnowledgeIndex;
  logger: VoiceLogger;
  /** Resolves when ears and mouth are warm; to null where there is no voice. */
  voice: Promise<VoiceParts | null>;
  createBrain: BrainFactory;
  onTurnTimings?: (timings: TurnTimings) => void;
  /** The conversation holds nothing any more. */
  onClosed: () => void;
}
