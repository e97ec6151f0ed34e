import type {EndReason, SessionMode} from '../../../../src/contract/index.js';
import type {Lead} from './leads.js';
import type {Erasure, VisitorQuery} from './visitors.js';
import type {SessionDetails} from './session-store.js';

/** A part of a long list. */
export interface Slice {
  /** Entries left out before it. */
  offset: number;
  /** Most entries. */
  limit: number;
}

/** Entries of a slice, and whether there are more behind. */
export interface Listed<Entry> {
  entries: Entry[];
  hasMore: boolean;
}

/** Which conversations, or leads, of an account; what is absent is not asked for. */
export interface ArchiveQuery extends Slice {
  accountId: string;
  widgetId?: string;
  /** In what was said or left, or in the address of the page; of any case. */
  text?: string;
  /** RFC 3339, the first moment and the one after the last. */
  from?: string;
  until?: string;
}

/** Which conversations. */
export interface ConversationQuery extends ArchiveQuery {
  mode?: SessionMode;
  state?: 'live' | 'ended';
  /** With contact details, a question that had no answer, or a verdict. */
  having?: 'lead' | 'unanswered' | 'feedback';
  /** Operators' own trials of a draft, in place of visitors' calls. */
  previews?: boolean;
}

/** What leads are sorted by. */
export const LEAD_ORDERS = ['newest', 'oldest', 'name', 'email', 'phone'] as const;

/** Which leads. */
export interface LeadQuery extends ArchiveQuery {
  /** With a detail of this kind. */
  kind?: 'email' | 'phone' | 'name';
  order?: (typeof LEAD_ORDERS)[number];
}

/** A conversation in a list. */
export interface ConversationSummary {
  id: string;
  widgetId: string;
  mode: SessionMode;
  pageUrl: string;
  startedAt: string;
  /** Null: it is live, or nobody ever came. */
  endedAt: string | null;
  endReason: EndReason | null;
  /** From its first use to its end. */
  seconds: number;
  turns: number;
  captures: number;
  unanswered: number;
  /** The visitor's last verdict, 1 to 5. */
  rating: number | null;
  /** The visitor's first words. */
  firstWords: string | null;
  isPreview: boolean;
}

/** A widget's numbers of one day, in UTC. */
export interface DayOfUse {
  /** `YYYY-MM-DD`. */
  day: string;
  calls: number;
  minutes: number;
  leads: number;
  questions: number;
  unanswered: number;
  /** In half of the calls answers began sooner on average, in milliseconds; null: there were none. */
  latencyMs: number | null;
}

/** Conversations and leads, as operators look through them: never those of another account. */
export interface Archive {
  /** Newest first. */
  conversations(query: ConversationQuery): Promise<Listed<ConversationSummary>>;
  /** Null: there is no such conversation in the account. */
  conversation(accountId: string, id: string): Promise<ArchivedConversation | null>;
  /** Removes it with everything in it. False: there is none, or it is live. */
  remove(accountId: string, id: string): Promise<boolean>;
  leads(query: LeadQuery): Promise<Listed<Lead>>;
  /** From a day on, oldest first; days without a call are left out. */
  usage(widgetId: string, since: string): Promise<DayOfUse[]>;
  /** Visitors' last questions that had no answer, newest first. */
  unanswered(widgetId: string, limit: number): Promise<{text: string; at: string; id: string}[]>;
  /** As `VisitorStore.erase`, within an account. */
  erase(accountId: string, visitor: VisitorQuery): Promise<Erasure>;
}

/** Everything about a conversation, with how each answer came. */
export interface ArchivedConversation extends SessionDetails {
  isPreview: boolean;
  /** By the id of the turn. */
  answers: Readonly<Record<string, {latencyMs: number | null; isUnanswered: boolean}>>;
}
