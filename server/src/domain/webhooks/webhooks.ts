import {randomBytes} from 'node:crypto';
import type {Capture} from '../../../../src/contract/index.js';
import type {Listed, Slice} from '../records/archive.js';
import type {SessionRecord} from '../records/session-store.js';

/** What an operator's own system is told of. */
export type WebhookType = 'session.ended' | 'capture.created';

/** A message that is to be stored with what it tells of. */
export interface WebhookNotice {
  widgetId: string;
  sessionId: string;
  type: WebhookType;
  /** JSON: `{type, timestamp, data}`. */
  body: string;
  /** RFC 3339. */
  at: string;
}

/** A message that is due, and where it goes. */
export interface DueMessage {
  id: string;
  widgetId: string;
  url: string;
  sealedSecret: string;
  body: string;
  /** Tries so far, this one included. */
  attempts: number;
}

/** A message and what became of it. */
export interface Delivery {
  id: string;
  widgetId: string;
  sessionId: string;
  type: WebhookType;
  createdAt: string;
  attempts: number;
  /** When it is tried next; null: no more. */
  dueAt: string | null;
  deliveredAt: string | null;
  /** Of the last try: an HTTP status, or the kind of failure. */
  lastAnswer: string | null;
}

/** What came of a try. */
export interface Attempt {
  at: string;
  isDelivered: boolean;
  answer: string;
  /** When it is tried again; null: no more. */
  dueAt: string | null;
}

/** Messages that wait, in the store. They are put there with what they tell of. */
export interface OutboxStore {
  /** Takes messages that are due at `now`; until `leasedUntil` nobody else is given them. */
  take(now: string, leasedUntil: string, limit: number): Promise<DueMessage[]>;
  settle(id: string, attempt: Attempt): Promise<void>;
  /** Newest first. */
  list(limit: number): Promise<Delivery[]>;
  /** Of an account's widgets, or of one of them, newest first. */
  ofAccount(accountId: string, slice: Slice & {widgetId?: string}): Promise<Listed<Delivery>>;
  /** Has a message tried again, of one account alone or of any. False: there is none of this id, or its widget has no webhook. */
  resend(id: string, at: string, accountId?: string): Promise<boolean>;
}

/** A signing secret after the Standard Webhooks specification: 32 random bytes. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/** What a webhook's secret is sealed for: it opens as no other secret of its widget. */
export function webhookContext(widgetId: string): string {
  return `${widgetId}:webhook`;
}

/** A contact detail was stored. */
export function captureCreated(capture: Capture, widgetId: string): WebhookNotice {
  const {sessionId, createdAt} = capture;
  const type = 'capture.created';
  return notice({widgetId, sessionId, type, at: createdAt}, {widgetId, capture});
}

/** A conversation is over. Its words are not told: they stay where their retention is kept. */
export function sessionEnded(session: SessionRecord, captures: readonly Capture[]): WebhookNotice {
  const {id, widgetId, startedAt, endedAt, usedAt, endReason, mode, origin, page, locale} = session;
  return notice(
    {widgetId, sessionId: id, type: 'session.ended', at: endedAt ?? startedAt},
    {
      widgetId,
      session: {id, mode, origin, page, locale, startedAt, usedAt, endedAt, endReason},
      captures,
    },
  );
}

function notice(about: Omit<WebhookNotice, 'body'>, data: object): WebhookNotice {
  const {type, at: timestamp, sessionId} = about;
  const conversation = `/dashboard/conversations/${sessionId}`;
  return {...about, body: JSON.stringify({type, timestamp, data: {...data, conversation}})};
}

/** A message whose link to its conversation works from anywhere. @param publicUrl - Of the server, where it is known. */
export function withWholeLink(body: string, publicUrl: string | null): string {
  const message = JSON.parse(body) as {data: {conversation?: string}};
  const {conversation} = message.data;
  if (publicUrl === null || !conversation?.startsWith('/')) return body;
  const data = {...message.data, conversation: publicUrl + conversation};
  return JSON.stringify({...message, data});
}
