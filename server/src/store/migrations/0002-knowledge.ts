import {type Kysely, type Migration, sql} from 'kysely';
import {isPostgres} from '../postgres.js';

/** The full-text index of knowledge, filled from the revisions' settings when first asked. */
export const knowledge: Migration = {
  async up(db: Kysely<unknown>) {
    // Beside Postgres the index is in each process's memory.
    if (!isPostgres(db)) await createKnowledgeTables(db);
  },
};

/** The index's tables, in SQLite. */
export async function createKnowledgeTables<Tables>(db: Kysely<Tables>): Promise<void> {
  await sql`
    CREATE VIRTUAL TABLE knowledge_passages USING fts5(
      revision_id UNINDEXED, headings, body,
      tokenize = 'porter unicode61 remove_diacritics 2'
    )`.execute(db);
  await db.schema
    .createTable('knowledge_revisions')
    .addColumn('revision_id', 'text', column => column.primaryKey())
    .execute();
}
