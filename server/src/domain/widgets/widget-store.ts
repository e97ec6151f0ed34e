import type {Retention} from '../records/retention.js';
import type {PublishedWidget, WidgetSettings} from './widget.js';

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
