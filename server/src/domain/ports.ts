import type {
  Capture,
  CaptureKind,
  EndReason,
  Engagement,
  PageInfo,
  SessionMode,
  TranscriptRole,
  VisitorClaims,
} from '../../../src/contract/index.js';
import type {Archive} from './archive.js';
import type {AuditStore} from './audit.js';
import type {CheckedChallenge} from './challenge.js';
import type {AnswerNote} from './conversation.js';
import type {LeadStore} from './leads.js';
import type {OperatorStore} from './operators.js';
import type {ProcessStore} from './process-lease.js';
import type {Retention, RetentionStore} from './retention.js';
import type {UsageStore} from './usage.js';
import type {OutboxStore} from './webhooks.js';
import type {PublishedWidget, Site, WidgetSettings} from './widget.js';

/** A widget as the operator sees it. */
export interface WidgetRecord {
  id: string;
  accountId: string;
  token: string;
  status: PublishedWidget['status'];
  sealedSecret: string;
  /** The secret before the last rotation, good until then (RFC 3339). */
  previousSecret: {sealed: string; until: string} | null;
  /** Where the operator's own system is told of what happens. */
  webhook: {url: string; sealedSecret: string} | null;
  retention: Retention;
  draftRevisionId: string;
  publishedRevisionId: string | null;
  /** When and from where it was last asked for, about to the minute; null: never. */
  seen: {at: string; origin: string} | null;
  createdAt: string;
  /** Of the draft. */
  settings: WidgetSettings;
}

/** A revision that is or was live. */
export interface RevisionRecord {
  id: string;
  /** From 1, a widget. */
  number: number;
  publishedAt: string;
}

/** What a new widget is made of. */
export interface NewWidget {
  id: string;
  /** Absent: the account that was there first. */
  accountId?: string;
  token: string;
  sealedSecret: string;
  settings: WidgetSettings;
  /** Named where the server makes the widget by itself; unique. */
  seed?: {name: string; version: string};
}

/** Widgets and their revisions. */
export interface WidgetStore {
  create(widget: NewWidget): Promise<void>;
  /** What the public endpoints serve; before the first publishing its status is `draft`. */
  byToken(token: string): Promise<PublishedWidget | null>;
  byId(id: string): Promise<WidgetRecord | null>;
  /** @param accountId - Absent: of every account. */
  list(accountId?: string): Promise<WidgetRecord[]>;
  /** Revisions that are or were live, newest first. */
  published(id: string): Promise<RevisionRecord[]>;
  /** The settings of a widget's revision; null: there is no such revision. */
  settingsOf(id: string, revisionId: string): Promise<WidgetSettings | null>;
  /**
   * Keeps the draft as it is now for a trial, which `byToken` finds until the preview expires.
   * False: there is no such widget.
   */
  preview(
    id: string,
    preview: {token: string; origin: string; expiresAt: string},
  ): Promise<boolean>;
  /** Makes the draft the published revision and the widget live. False: there is no such widget. */
  publish(id: string): Promise<boolean>;
  setStatus(id: string, status: 'live' | 'paused'): Promise<boolean>;
  /** Which of these are not live. */
  offAir(ids: readonly string[]): Promise<string[]>;
  /** Notes that a page asked for it. */
  see(id: string, origin: string, at: string): Promise<void>;
  setToken(id: string, token: string): Promise<boolean>;
  /** Replaces the secret; the one before it is kept until `keepUntil`, or not at all where that is null. */
  rotateSecret(id: string, sealedSecret: string, keepUntil: string | null): Promise<boolean>;
  /** Writes a secret as another key seals it, unless it was rotated meanwhile. */
  reseal(id: string, from: string, to: string): Promise<void>;
  /** Null: the operator's own system is told no more. */
  setWebhook(id: string, webhook: {url: string; sealedSecret: string} | null): Promise<boolean>;
  setRetention(id: string, retention: Retention): Promise<boolean>;
  /** Replaces the draft; what is published stays. */
  saveDraft(id: string, settings: WidgetSettings): Promise<boolean>;
  /** The widget that the server made under this name, and from what. */
  seeded(name: string): Promise<{id: string; token: string; version: string} | null>;
  setSeedVersion(id: string, version: string): Promise<void>;
}

/** The version of a consent text that a visitor agreed to, and when. */
export interface ConsentRecord {
  version: string;
  agreedAt: string;
}

/** A session to be stored together with the use of its challenge. */
export interface NewSession {
  id: string;
  widgetId: string;
  revisionId: string;
  origin: string;
  mode: SessionMode;
  engagement: Engagement;
  page: PageInfo;
  locale: string | null;
  claims: VisitorClaims | null;
  consent: ConsentRecord | null;
  /** Whether an operator tries a draft. */
  isPreview?: boolean;
  startedAt: string;
  challenge: CheckedChallenge;
}

/** A stored session. */
export interface SessionRecord {
  id: string;
  widgetId: string;
  origin: string;
  mode: SessionMode;
  page: PageInfo;
  locale: string | null;
  /** Null where none was asked for. */
  consent: ConsentRecord | null;
  startedAt: string;
  firstAudioAt: string | null;
  /** When it began to count: its first audio, or the visitor's first words. */
  usedAt: string | null;
  endedAt: string | null;
  endReason: EndReason | null;
  cost: SessionCost;
}

/** Tokens of a language model, as its endpoint counts them. */
export interface Tokens {
  promptTokens: number;
  completionTokens: number;
}

/** What a session has cost. Without a language model there are no tokens. */
export interface SessionCost extends Tokens {
  /** From its first use to its end; 0 while it is under way. */
  seconds: number;
}

/** One final entry of a transcript. */
export interface Turn {
  id: string;
  role: TranscriptRole;
  /** As said by the visitor, or as heard by them. */
  text: string;
  at: string;
}

/** A page of a call's trail. */
export interface VisitedPage {
  url: string;
  title: string;
  at: string;
}

/** A visitor's verdict. */
export interface Feedback {
  messageId: string | null;
  rating: number;
  comment: string | null;
  at: string;
}

/** A session whose call was with another process, as far as it is stored. */
export interface LeftCall {
  /** As the session's own revision has it. */
  widget: PublishedWidget;
  /** The last one of its trail. */
  page: {url: string; title: string};
  locale: string | null;
  startedAt: string;
  firstAudioAt: string | null;
  usedAt: string | null;
  turns: Turn[];
}

/** Everything kept about one session. */
export interface SessionDetails extends SessionRecord {
  engagement: Engagement;
  claims: VisitorClaims | null;
  turns: Turn[];
  captures: Capture[];
  pages: VisitedPage[];
  feedback: Feedback[];
}

/** Sessions, their turns and captures. */
export interface SessionStore {
  /** In one transaction with the use of the challenge. False: the challenge was used before. */
  create(session: NewSession): Promise<boolean>;
  isChallengeUsed(nonce: string): Promise<boolean>;
  byId(id: string): Promise<SessionRecord | null>;
  /** Where the widget of a session may stand. */
  siteOf(id: string): Promise<Site | null>;
  details(id: string): Promise<SessionDetails | null>;
  /** Newest first. */
  list(limit: number): Promise<SessionRecord[]>;
  firstAudio(id: string, at: string): Promise<void>;
  use(id: string, at: string): Promise<void>;
  /** Adds to what the session has cost. */
  addTokens(id: string, tokens: Tokens): Promise<void>;
  /** The call goes on in this process from now on. Null: the session is over, or there is none. */
  takeOver(id: string): Promise<LeftCall | null>;
  /** Does nothing where the session is over, or is another process's by now. */
  end(id: string, reason: EndReason, at: string): Promise<void>;
  /** Stores a turn, or its text anew where the id is known. Without text it was never said: it goes. */
  putTurn(id: string, turn: Turn): Promise<void>;
  /** Notes how an answer came; nothing where its turn is not stored. */
  noteAnswer(id: string, note: AnswerNote): Promise<void>;
  addPage(id: string, page: VisitedPage): Promise<void>;
  /**
   * Stores a verdict in the place of an earlier one on the same message, or on the whole. False:
   * the message is not of this session.
   */
  putFeedback(id: string, feedback: Feedback): Promise<boolean>;
}

/** Contact details. */
export interface CaptureStore {
  /** Resolves once the row is on disk. The stored row is the first one of its id. */
  put(capture: Capture, widgetId: string): Promise<{capture: Capture; created: boolean}>;
  list(sessionId?: string): Promise<Capture[]>;
}

/** Who is to be forgotten. */
export type VisitorQuery = {email: string} | {sub: string};

/** How much was erased. */
export interface Erasure {
  sessions: number;
  captures: number;
  turns: number;
}

/** Forgets a visitor: captures, transcripts and claims go, the sessions' counts stay. */
export interface VisitorStore {
  erase(visitor: VisitorQuery): Promise<Erasure>;
}

/** Everything kept, whatever keeps it. */
export interface Store {
  widgets: WidgetStore;
  sessions: SessionStore;
  captures: CaptureStore;
  visitors: VisitorStore;
  usage: UsageStore;
  audit: AuditStore;
  leads: LeadStore;
  archive: Archive;
  operators: OperatorStore;
  outbox: OutboxStore;
  processes: ProcessStore;
  retention: RetentionStore;
  /** Rejects where the store cannot be reached. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Kinds in a fixed order, for settings and the command line. */
export const CAPTURE_KINDS: readonly CaptureKind[] = ['email', 'phone', 'name'];
