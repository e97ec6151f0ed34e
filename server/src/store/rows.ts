import type {Selectable} from 'kysely';
import type {Capture} from '../../../src/contract/index.js';
import type {SessionRecord} from '../domain/records/session-store.js';
import type {WidgetRecord} from '../domain/widgets/widget-store.js';
import type {WidgetSettings} from '../domain/widgets/widget.js';
import type {CapturesTable, SessionsTable, WidgetsTable} from './schema.js';

/** A widget's row with the settings of its draft beside it. */
export function toWidget(row: Selectable<WidgetsTable> & {settings: string}): WidgetRecord {
  return {
    id: row.id,
    accountId: row.account_id,
    token: row.token,
    status: row.status,
    sealedSecret: row.sealed_secret,
    previousSecret:
      row.previous_sealed_secret !== null && row.previous_secret_until !== null
        ? {sealed: row.previous_sealed_secret, until: row.previous_secret_until}
        : null,
    webhook:
      row.webhook_url !== null && row.sealed_webhook_secret !== null
        ? {url: row.webhook_url, sealedSecret: row.sealed_webhook_secret}
        : null,
    retention: {transcriptDays: row.transcript_days, captureDays: row.capture_days},
    draftRevisionId: row.draft_revision_id,
    publishedRevisionId: row.published_revision_id,
    seen:
      row.seen_at !== null && row.seen_origin !== null
        ? {at: row.seen_at, origin: row.seen_origin}
        : null,
    createdAt: row.created_at,
    settings: toSettings(row.settings),
  };
}

/** Settings are checked when saved, so they are only read here. */
export function toSettings(json: string): WidgetSettings {
  return JSON.parse(json) as WidgetSettings;
}

export function toSession(row: Selectable<SessionsTable>): SessionRecord {
  return {
    id: row.id,
    widgetId: row.widget_id,
    origin: row.origin,
    mode: row.mode,
    page: {url: row.page_url, title: row.page_title, referrer: row.page_referrer},
    locale: row.locale,
    consent:
      row.consent_version !== null && row.consent_agreed_at !== null
        ? {version: row.consent_version, agreedAt: row.consent_agreed_at}
        : null,
    startedAt: row.started_at,
    firstAudioAt: row.first_audio_at,
    usedAt: row.used_at,
    endedAt: row.ended_at,
    endReason: row.end_reason,
    cost: {
      seconds: secondsBetween(row.used_at, row.ended_at),
      promptTokens: row.prompt_tokens,
      completionTokens: row.completion_tokens,
    },
  };
}

export function toCapture(row: Selectable<CapturesTable>): Capture {
  return {
    id: row.id,
    sessionId: row.session_id,
    kind: row.kind,
    value: row.value,
    source: row.source,
    prefilled: row.prefilled !== 0,
    createdAt: row.created_at,
  };
}

/** Whole seconds; 0 where one of the times is missing. */
export function secondsBetween(from: string | null, until: string | null): number {
  if (from === null || until === null) return 0;
  return Math.max(0, Math.round((Date.parse(until) - Date.parse(from)) / 1000));
}

/** Rows by what they have in common, in their order. */
export function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string) {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
