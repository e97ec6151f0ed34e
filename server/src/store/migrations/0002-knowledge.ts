import {type Kysely, type Migration, sql} from 'kysely';

/** The full-text index of knowledge, filled from the revisions' settings when first asked. */
export const knowledge: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      CREATE VIRTUAL TABLE knowledge_passages USING fts5(
        revision_id UNINDEXED, headings, body,
        tokenize = 'porter unicode61 remove_diacritics 2'
      )`.execute(db);
    await db.schema
      .createTable('knowledge_revisions')
      .addColumn('revision_id', 'text', column => column.primaryKey())
      .execute();
  },
};
