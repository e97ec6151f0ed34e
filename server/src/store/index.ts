import {randomUUID} from 'node:crypto';
import {sql, type Kysely} from 'kysely';
import type {Store} from '../domain/store.js';
import {createArchive} from './archive.js';
import {createAuditStore} from './audit.js';
import {createCaptureStore} from './captures.js';
import {createCommit} from './commits.js';
import {createLeadStore} from './leads.js';
import {migrate} from './migrate.js';
import {explainDatabase, openPostgres} from './postgres.js';
import type {Database} from './schema.js';
import {createOutboxStore} from './outbox.js';
import {createOperatorStore} from './operators.js';
import {createProcessStore} from './processes.js';
import {PublishedSettings} from './published-settings.js';
import {createRetentionStore} from './retention.js';
import {SqlSessionStore} from './sessions.js';
import {openSqlite, sqliteFile} from './sqlite.js';
import {createUsageStore} from './usage.js';
import {createVisitorStore} from './visitors.js';
import {SqlWidgetStore} from './widgets.js';

/** Where the data is. */
export interface StoreLocation {
  dataDir: string;
  /** Of Postgres; null: SQLite, in the data directory. */
  databaseUrl: string | null;
}

/**
 * The store, brought to this version's tables.
 *
 * @throws {DatabaseError} Where Postgres cannot be used.
 */
export async function openStore({
  dataDir,
  databaseUrl,
}: StoreLocation): Promise<{store: Store; db: Kysely<Database>}> {
  const db =
    databaseUrl === null ? openSqlite(sqliteFile(dataDir)) : await openPostgres(databaseUrl);
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw databaseUrl === null ? error : explainDatabase(error);
  }
  return {store: createStore(db), db};
}

/**
 * Every repository over one database.
 *
 * @param processId - Of the process whose sessions are made through it.
 */
export function createStore(db: Kysely<Database>, processId: string = randomUUID()): Store {
  const published = new PublishedSettings(db);
  const commit = createCommit(db);
  const sessions = new SqlSessionStore(db, processId, {commit, published});
  return {
    widgets: new SqlWidgetStore(db, published),
    sessions,
    processes: createProcessStore(db, processId),
    captures: createCaptureStore(db, commit),
    visitors: createVisitorStore(db),
    usage: createUsageStore(db),
    audit: createAuditStore(db),
    leads: createLeadStore(db),
    archive: createArchive(db),
    operators: createOperatorStore(db),
    outbox: createOutboxStore(db),
    retention: createRetentionStore(db),
    async ping() {
      await sql`select 1`.execute(db);
    },
    close: () => db.destroy(),
  };
}
