import type {Kysely} from 'kysely';
import type {WidgetSettings} from '../domain/widgets/widget.js';
import {toSettings} from './rows.js';
import type {Database} from './schema.js';

/** Revisions kept read: those of the widgets that are in use. */
const MAX_REVISIONS = 200;

/**
 * Settings of published revisions, read once.
 *
 * A published revision never changes, so that nothing here is ever out of date. Knowledge is part of
 * it, up to two million characters: too much to read and parse for each visitor.
 */
export class PublishedSettings {
  readonly #db: Kysely<Database>;
  readonly #known = new Map<string, WidgetSettings>();

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  async get(revisionId: string): Promise<WidgetSettings | null> {
    const known = this.#known.get(revisionId);
    if (known) return known;
    const settings = await readSettings(this.#db, revisionId);
    if (!settings) return null;
    if (this.#known.size >= MAX_REVISIONS) {
      const [oldest] = this.#known.keys();
      if (oldest !== undefined) this.#known.delete(oldest);
    }
    this.#known.set(revisionId, settings);
    return settings;
  }
}

/** The settings of any revision, as they are now; null: there is no such revision. */
export async function readSettings(
  db: Kysely<Database>,
  revisionId: string,
): Promise<WidgetSettings | null> {
  const row = await db
    .selectFrom('revisions')
    .select('settings')
    .where('id', '=', revisionId)
    .executeTakeFirst();
  return row ? toSettings(row.settings) : null;
}
