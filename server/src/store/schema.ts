import type {ColumnType} from 'kysely';
import type {
  CaptureKind,
  CaptureSource,
  EndReason,
  SessionMode,
  TranscriptRole,
} from '../../../src/contract/index.js';
import type {Role} from '../domain/operators/operators.js';
import type {WebhookType} from '../domain/webhooks/webhooks.js';

/*
 * Only what SQLite and Postgres both have: text, integers, nulls. Times are
 * RFC 3339 in UTC with milliseconds, which sort as text; JSON is text; truth
 * is 0 or 1.
 */

export interface AccountsTable {
  id: string;
  name: string;
  created_at: string;
}

export interface WidgetsTable {
  id: string;
  account_id: string;
  /** Public: `wt_…`. */
  token: string;
  status: 'live' | 'draft' | 'paused';
  /** The widget secret, encrypted with the master key. */
  sealed_secret: string;
  /** The secret before the last rotation, encrypted too, and how long it is good. */
  previous_sealed_secret: string | null;
  previous_secret_until: string | null;
  /** What the server made by itself, such as `demo`; null: an operator's own. */
  seed: string | null;
  /** Fingerprint of the files a seeded widget was made from. */
  seed_version: string | null;
  draft_revision_id: string;
  published_revision_id: string | null;
  /** Where the operator's own system is told of what happens; null: nowhere. */
  webhook_url: string | null;
  /** What signs those messages, encrypted with the master key. */
  sealed_webhook_secret: string | null;
  /** When and from where it was last asked for, about to the minute. */
  seen_at: string | null;
  seen_origin: string | null;
  /** Days after which transcripts go, and captures; null: they stay. */
  transcript_days: number | null;
  capture_days: number | null;
  created_at: string;
}

/** Revisions never change once published. */
export interface RevisionsTable {
  id: string;
  widget_id: string;
  /** From 1, a widget. */
  number: number;
  /** WidgetSettings as JSON. */
  settings: string;
  created_at: string;
  published_at: string | null;
}

export interface SessionsTable {
  id: string;
  widget_id: string;
  revision_id: string;
  origin: string;
  mode: SessionMode;
  /** Engagement as JSON: counts only. */
  engagement: string;
  page_url: string;
  page_title: string;
  page_referrer: string;
  locale: string | null;
  /** What the visitor agreed to and when; both null where none was asked for. */
  consent_version: string | null;
  consent_agreed_at: string | null;
  started_at: string;
  first_audio_at: string | null;
  /** First audio or first words of the visitor: what counts as a call. */
  used_at: string | null;
  ended_at: string | null;
  end_reason: EndReason | null;
  /** 1: an operator tried the draft. */
  is_preview: ColumnType<number | null, number | null | undefined, number | null>;
  /** The process that holds the call while it lives. */
  process_id: string | null;
  /** Of the language model, all turns together. */
  prompt_tokens: ColumnType<number, number | undefined, number>;
  completion_tokens: ColumnType<number, number | undefined, number>;
}

/** Apart from the session, so that nothing about the talk needs to touch it (§5.1). */
export interface VisitorClaimsTable {
  session_id: string;
  sub: string;
  email: string | null;
  phone: string | null;
  name: string | null;
}

export interface TurnsTable {
  session_id: string;
  id: string;
  /** Place in the session, from 1. */
  position: number;
  role: TranscriptRole;
  /** As said by the visitor, or as heard by them. */
  text: string;
  at: string;
  /** Of a spoken answer: from the visitor's last sound to its first, in milliseconds. */
  latency_ms: ColumnType<number | null, number | null | undefined, number | null>;
  /** 1: the agent had no answer. */
  is_unanswered: ColumnType<number | null, number | null | undefined, number | null>;
}

export interface CapturesTable {
  session_id: string;
  id: string;
  kind: CaptureKind;
  value: string;
  source: CaptureSource;
  prefilled: number;
  created_at: string;
}

export interface UsedChallengesTable {
  nonce: string;
  expires_at: string;
}

export interface FeedbackTable {
  id: string;
  session_id: string;
  message_id: string | null;
  rating: number;
  comment: string | null;
  at: string;
}

export interface PageTrailTable {
  session_id: string;
  position: number;
  url: string;
  title: string;
  at: string;
}

/** How much a widget was used on one day, in UTC. */
export interface WidgetUsageTable {
  widget_id: string;
  /** `YYYY-MM-DD`. */
  day: string;
  seconds: number;
}

/** What operators did. No secret, and nothing of a visitor. */
export interface AuditLogTable {
  id: string;
  at: string;
  actor: string;
  action: string;
  account_id: string | null;
  widget_id: string | null;
  /** JSON. */
  details: string;
}

/** Processes that share the database, and when each was seen last. */
export interface ProcessesTable {
  id: string;
  seen_at: string;
}

/** Messages to operators' own systems, each in the transaction of what it tells of. */
export interface OutboxTable {
  id: string;
  widget_id: string;
  session_id: string;
  type: WebhookType;
  /** JSON, as it is signed and sent. */
  body: string;
  created_at: string;
  /** When it is tried next; null: no more. */
  due_at: string | null;
  attempts: number;
  delivered_at: string | null;
  /** What came of the last try: an HTTP status, or the kind of failure. */
  last_answer: string | null;
}

/** People who sign in to the dashboard; further columns and tables are the auth library's. */
export interface OperatorsTable {
  id: string;
  name: string;
  email: string;
}

/** What an operator may do, and in which account. */
export interface MembersTable {
  operator_id: string;
  account_id: string;
  role: Role;
  created_at: string;
}

/** Links that make one operator each; a link that was used is gone. */
export interface InvitesTable {
  id: string;
  account_id: string;
  role: Role;
  /** Null: whoever has the link. */
  email: string | null;
  /** SHA-256 of the link's token. */
  token_hash: string;
  created_at: string;
  expires_at: string;
}

/** Keys of programs that use the operators' API. */
export interface ApiKeysTable {
  id: string;
  account_id: string;
  name: string;
  role: Role;
  /** SHA-256 of the key. */
  key_hash: string;
  /** Its first characters, to tell it from others. */
  hint: string;
  created_at: string;
  used_at: string | null;
}

/** Drafts as they were when an operator tried them, from one page for some time. */
export interface PreviewsTable {
  /** As a widget's public token. */
  token: string;
  widget_id: string;
  /** Never changes, and is never published. */
  revision_id: string;
  origin: string;
  expires_at: string;
}

/** Every table of the store, but for the full-text index of knowledge. */
export interface Database {
  accounts: AccountsTable;
  widgets: WidgetsTable;
  revisions: RevisionsTable;
  sessions: SessionsTable;
  visitor_claims: VisitorClaimsTable;
  turns: TurnsTable;
  captures: CapturesTable;
  used_challenges: UsedChallengesTable;
  feedback: FeedbackTable;
  page_trail: PageTrailTable;
  widget_usage: WidgetUsageTable;
  audit_log: AuditLogTable;
  outbox: OutboxTable;
  processes: ProcessesTable;
  operators: OperatorsTable;
  members: MembersTable;
  invites: InvitesTable;
  api_keys: ApiKeysTable;
  previews: PreviewsTable;
}
