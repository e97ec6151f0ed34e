import {join} from 'node:path';
import {sql, type Kysely} from 'kysely';
import type {Store} from '../domain/ports.js';
import {createAuditStore} from './audit.js';
import {createCaptureStore} from './captures.js';
import {createLeadStore} from './leads.js';
import {migrate} from './migrate.js';
import type {Database} from './schema.js';
import {createOutboxStore} from './outbox.js';
import {createRetentionStore} from './retention.js';
import {SqlSessionStore} from './sessions.js';
import {openSqlite} from './sqlite.js';
import {createUsageStore} from './usage.js';
import {createVisitorStore} from './visitors.js';
import {SqlWidgetStore} from './widgets.js';

/** The store of a data directory, brought to this version's tables. */
export async function openStore(dataDir: string): Promise<{store: Store; db: Kysely<Database>}> {
  const db = openSqlite(join(dataDir, 'aiw.sqlite'));
  await migrate(db);
  return {store: createStore(db), db};
}

/** Every repository over one database. */
export function createStore(db: Kysely<Database>): Store {
  return {
    widgets: new SqlWidgetStore(db),
    sessions: new SqlSessionStore(db),
    captures: createCaptureStore(db),
    visitors: createVisitorStore(db),
    usage: createUsageStore(db),
    audit: createAuditStore(db),
    leads: createLeadStore(db),
    outbox: createOutboxStore(db),
    retention: createRetentionStore(db),
    async ping() {
      await sql`select 1`.execute(db);
    },
    close: () => db.destroy(),
  };
}
