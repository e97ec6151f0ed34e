import {Migrator, type Kysely, type Migration} from 'kysely';
import {initial} from './migrations/0001-initial.js';
import {knowledge} from './migrations/0002-knowledge.js';
import {feedback} from './migrations/0003-feedback.js';
import {consent} from './migrations/0004-consent.js';
import {secretRotation} from './migrations/0005-secret-rotation.js';
import {guard} from './migrations/0006-guard.js';
import {outbox} from './migrations/0007-outbox.js';
import {cost} from './migrations/0008-cost.js';
import {processes} from './migrations/0009-processes.js';
import {operators} from './migrations/0010-operators.js';
import {isPostgres} from './postgres.js';
import type {Database} from './schema.js';
import {exclusively} from './sqlite.js';

/** In order of name; a name never changes once released. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-initial': initial,
  '0002-knowledge': knowledge,
  '0003-feedback': feedback,
  '0004-consent': consent,
  '0005-secret-rotation': secretRotation,
  '0006-guard': guard,
  '0007-outbox': outbox,
  '0008-cost': cost,
  '0009-processes': processes,
  '0010-operators': operators,
};

/** Brings the store to this version's tables. Safe to run by two processes at once. */
export function migrate(db: Kysely<Database>): Promise<void> {
  // On Postgres the migrator takes a lock of its own; on SQLite it has none.
  return isPostgres(db) ? toLatest(db) : exclusively(db, toLatest);
}

async function toLatest(db: Kysely<Database>): Promise<void> {
  const provider = {getMigrations: async () => ({...MIGRATIONS})};
  const {error} = await new Migrator({db, provider}).migrateToLatest();
  if (error)
    throw error instanceof Error ? error : new Error('The tables cannot be brought up to date.');
}
