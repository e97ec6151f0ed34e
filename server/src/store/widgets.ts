import {randomUUID} from 'node:crypto';
import type {Kysely, Transaction, Updateable} from 'kysely';
import type {
  NewWidget,
  RevisionRecord,
  WidgetRecord,
  WidgetStore,
} from '../domain/widgets/widget-store.js';
import type {Retention} from '../domain/records/retention.js';
import type {PublishedWidget, WidgetSettings} from '../domain/widgets/widget.js';
import {prepared} from './prepared.js';
import {keepPreview, previewByToken, type NewPreview} from './previews.js';
import {readSettings, type PublishedSettings} from './published-settings.js';
import {insertRevision, publish, saveDraft} from './revisions.js';
import {toSettings, toWidget} from './rows.js';
import type {Database, WidgetsTable} from './schema.js';

const widgetByToken = prepared<{token: string}>()((db, value) =>
  db
    .selectFrom('widgets')
    .select(['id', 'status', 'published_revision_id', 'draft_revision_id'])
    .where('token', '=', value('token')),
);

/** Widgets and revisions in SQL. */
export class SqlWidgetStore implements WidgetStore {
  readonly #db: Kysely<Database>;
  readonly #published: PublishedSettings;

  constructor(db: Kysely<Database>, published: PublishedSettings) {
    this.#db = db;
    this.#published = published;
  }

  create(widget: NewWidget): Promise<void> {
    return this.#db.transaction().execute(transaction => create(transaction, widget));
  }

  async byToken(token: string): Promise<PublishedWidget | null> {
    const [row] = (await widgetByToken(this.#db, {token})).rows;
    if (!row) return previewByToken(this.#db, token, this.#published);
    const {id, status, published_revision_id: published, draft_revision_id: draft} = row;
    // A widget that was never published has its draft's domain checked all the same.
    const revisionId = published ?? draft;
    const settings = published
      ? await this.#published.get(published)
      : await readSettings(this.#db, draft);
    return settings && {id, status, revisionId, settings};
  }

  async byId(id: string): Promise<WidgetRecord | null> {
    const row = await withDraft(this.#db).where('widgets.id', '=', id).executeTakeFirst();
    return row ? toWidget(row) : null;
  }

  async list(accountId?: string): Promise<WidgetRecord[]> {
    const all = withDraft(this.#db).orderBy('widgets.created_at');
    const own = accountId === undefined ? all : all.where('widgets.account_id', '=', accountId);
    return (await own.execute()).map(toWidget);
  }

  async published(id: string): Promise<RevisionRecord[]> {
    const rows = await this.#db
      .selectFrom('revisions')
      .select(['id', 'number', 'published_at as publishedAt'])
      .where('widget_id', '=', id)
      .where('published_at', 'is not', null)
      .orderBy('number', 'desc')
      .execute();
    return rows.map(({publishedAt, ...row}) => ({...row, publishedAt: publishedAt ?? ''}));
  }

  async settingsOf(id: string, revisionId: string): Promise<WidgetSettings | null> {
    const row = await this.#db
      .selectFrom('revisions')
      .select('settings')
      .where('id', '=', revisionId)
      .where('widget_id', '=', id)
      .executeTakeFirst();
    return row ? toSettings(row.settings) : null;
  }

  preview(id: string, preview: NewPreview): Promise<boolean> {
    return this.#db.transaction().execute(transaction => keepPreview(transaction, id, preview));
  }

  publish(id: string): Promise<boolean> {
    return this.#db.transaction().execute(transaction => publish(transaction, id));
  }

  setStatus(id: string, status: 'live' | 'paused'): Promise<boolean> {
    return this.#update(id, {status});
  }

  async offAir(ids: readonly string[]): Promise<string[]> {
    const rows = await this.#db
      .selectFrom('widgets')
      .select('id')
      .where('id', 'in', ids)
      .where('status', '!=', 'live')
      .execute();
    return rows.map(({id}) => id);
  }

  async see(id: string, origin: string, at: string): Promise<void> {
    await this.#update(id, {seen_at: at, seen_origin: origin});
  }

  setToken(id: string, token: string): Promise<boolean> {
    return this.#update(id, {token});
  }

  async rotateSecret(id: string, sealed: string, keepUntil: string | null): Promise<boolean> {
    const result = await this.#db
      .updateTable('widgets')
      .set(({ref}) => ({
        previous_sealed_secret: keepUntil === null ? null : ref('sealed_secret'),
        previous_secret_until: keepUntil,
        sealed_secret: sealed,
      }))
      .where('id', '=', id)
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  }

  async reseal(id: string, from: string, to: string): Promise<void> {
    for (const column of [
      'sealed_secret',
      'previous_sealed_secret',
      'sealed_webhook_secret',
    ] as const) {
      await this.#db
        .updateTable('widgets')
        .set({[column]: to})
        .where('id', '=', id)
        .where(column, '=', from)
        .execute();
    }
  }

  setWebhook(id: string, webhook: {url: string; sealedSecret: string} | null): Promise<boolean> {
    return this.#update(id, {
      webhook_url: webhook?.url ?? null,
      sealed_webhook_secret: webhook?.sealedSecret ?? null,
    });
  }

  setRetention(id: string, {transcriptDays, captureDays}: Retention): Promise<boolean> {
    return this.#update(id, {transcript_days: transcriptDays, capture_days: captureDays});
  }

  saveDraft(id: string, settings: WidgetSettings): Promise<boolean> {
    return this.#db.transaction().execute(transaction => saveDraft(transaction, id, settings));
  }

  async seeded(name: string): Promise<{id: string; token: string; version: string} | null> {
    const row = await this.#db
      .selectFrom('widgets')
      .select(['id', 'token', 'seed_version'])
      .where('seed', '=', name)
      .executeTakeFirst();
    return row ? {id: row.id, token: row.token, version: row.seed_version ?? ''} : null;
  }

  async setSeedVersion(id: string, version: string): Promise<void> {
    await this.#update(id, {seed_version: version});
  }

  async #update(id: string, values: Updateable<WidgetsTable>): Promise<boolean> {
    const result = await this.#db
      .updateTable('widgets')
      .set(values)
      .where('id', '=', id)
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  }
}

async function create(transaction: Transaction<Database>, widget: NewWidget): Promise<void> {
  const accountId = widget.accountId ?? (await firstAccount(transaction));
  const revisionId = randomUUID();
  await transaction
    .insertInto('widgets')
    .values({
      id: widget.id,
      account_id: accountId,
      token: widget.token,
      status: 'draft',
      sealed_secret: widget.sealedSecret,
      previous_sealed_secret: null,
      previous_secret_until: null,
      seed: widget.seed?.name ?? null,
      seed_version: widget.seed?.version ?? null,
      webhook_url: null,
      sealed_webhook_secret: null,
      transcript_days: null,
      capture_days: null,
      seen_at: null,
      seen_origin: null,
      draft_revision_id: revisionId,
      published_revision_id: null,
      created_at: new Date().toISOString(),
    })
    .execute();
  await insertRevision(transaction, revisionId, widget.id, widget.settings);
}

async function firstAccount(transaction: Transaction<Database>): Promise<string> {
  const account = await transaction
    .selectFrom('accounts')
    .select('id')
    .orderBy('created_at')
    .executeTakeFirstOrThrow();
  return account.id;
}

function withDraft(db: Kysely<Database>) {
  return db
    .selectFrom('widgets')
    .innerJoin('revisions', 'revisions.id', 'widgets.draft_revision_id')
    .selectAll('widgets')
    .select('revisions.settings');
}
