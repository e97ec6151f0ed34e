import type {
  CallMode,
  ClientFrame,
  EndReason,
  ServerEvent,
} from '../../../../src/contract/index.js';
import type {Tokens, Turn} from '../records/session-store.js';
import type {PublishedWidget} from '../widgets/widget.js';

/** Frames that concern the talk itself; `hello` and `end` belong to the carrier. */
export type ConversationFrame = Exclude<ClientFrame, {type: 'hello' | 'end' | 'feedback'}>;

/** What a conversation sends to its visitor. The carrier numbers events and keeps them for a resume. */
export interface ConversationOutput {
  event(event: Exclude<ServerEvent, {type: 'ready' | 'ended'}>): void;
  /** PCM s16le mono at {@link Conversation.outputSampleRate}, between `audioStart` and `audioEnd`. */
  audio(pcm: Uint8Array): void;
  /** The agent has said goodbye: the carrier ends the call once this has been heard. */
  goodbye(): void;
  /** The language model has told how many tokens an answer took. */
  spent(tokens: Tokens): void;
  /** How a message of the agent's came, after its final `transcript`. */
  answered(answer: AnswerNote): void;
}

/** How an answer came. */
export interface AnswerNote {
  messageId: string;
  /** From the visitor's last sound, or their message, to the answer's first; absent: it answers nothing. */
  latencyMs?: number;
  /** The agent did not know. */
  isUnanswered?: true;
}

/** Everything a conversation is told at its start. Never the visitor's claims (§5.1). */
export interface ConversationInit {
  sessionId: string;
  widget: PublishedWidget;
  mode: CallMode;
  page: {url: string; title: string};
  /** The visitor's, as a BCP 47 tag. */
  locale: string | null;
  /**
   * What was said before, in another process: the agent goes on from there, and answers what has
   * no answer yet. Without any it greets.
   */
  turns: readonly Turn[];
  output: ConversationOutput;
}

/** One visitor's talk with the agent, whatever carries it. */
export interface Conversation {
  /** Hz of the PCM it wants. */
  readonly inputSampleRate: number;
  /** Hz of the PCM it gives. */
  readonly outputSampleRate: number;
  receive(frame: ConversationFrame): void;
  /** PCM s16le mono at {@link inputSampleRate}, any length. */
  receiveAudio(pcm: Uint8Array): void;
  /** The visitor's socket dropped: stop speaking and wait. */
  suspend(): void;
  /** The visitor is back. */
  resume(): void;
  /** Releases everything. Resolves when the last `transcript` event is out. */
  close(reason: EndReason): Promise<void>;
}

/** The agent of this server. */
export interface ConversationEngine {
  /** Whether it can hear and speak now, never (text only), or not yet. */
  readonly voice: 'ready' | 'loading' | 'off';
  /** Loads and warms everything, so that the first call is as quick as the next. */
  warm(): Promise<void>;
  /** Starts a conversation; the agent greets by itself. Cheap until the first turn or audio. */
  open(init: ConversationInit): Conversation;
  close(): Promise<void>;
}

/** A piece of a widget's knowledge. */
export interface Passage {
  /** Headings above it, outermost first. */
  headings: string[];
  text: string;
  /** Higher is better; comparable within one answer only. */
  score: number;
}

/** Full-text search in the knowledge of one revision of a widget. */
export interface KnowledgeIndex {
  /** The best passages for free text, best first; none where nothing matches. */
  search(revisionId: string, query: string, limit: number): Promise<Passage[]>;
}
