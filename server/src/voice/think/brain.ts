import type {llm} from '@livekit/agents';
import type {KnowledgeIndex} from '../../domain/calls/conversation.js';
import type {ClientTool, ToolErrorCode} from '../../../../src/contract/index.js';
import type {Tokens} from '../../domain/records/session-store.js';
import type {PublishedWidget} from '../../domain/widgets/widget.js';

/** What came of a function of the visitor's page. */
export type ToolAnswer = {result: unknown} | {error: ToolErrorCode};

/** What a brain is given for one call. Never the visitor's claims (§5.1). */
export interface BrainInit {
  callId: string;
  widget: PublishedWidget;
  knowledge: KnowledgeIndex;
  page: () => {url: string; title: string};
  /** What the page has told of itself. Data of its own making, and no instructions. */
  facts: () => Readonly<Record<string, unknown>>;
  /** Functions of the page that may be called. */
  tools: () => readonly ClientTool[];
  /** The visitor's, as a BCP 47 tag. */
  locale: string | null;
  /** Told how many tokens of a language model an answer took. */
  spent: (tokens: Tokens) => void;
  /** Told of each answer, before it is said, whether there was one to give. */
  judged: (isUnanswered: boolean) => void;
}

/** What thinks in one call. */
export interface Brain {
  readonly llm: llm.LLM;
  /** What a language model is told first, as things stand; unused by the embedded brain. */
  readonly instructions: string;
  /**
   * Whether a tool's result is followed by a reply. The embedded brain speaks first and
   * then acts; a language model acts and then speaks.
   */
  readonly repliesToTools: boolean;
  /** Questions to offer after the greeting; at most three. */
  openers(): string[];
}

/** Makes the brain of a call. */
export type BrainFactory = (init: BrainInit) => Brain;
