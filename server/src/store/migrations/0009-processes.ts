import type {Kysely, Migration} from 'kysely';

/** Which process holds which live call: several may share a database. */
export const processes: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('processes')
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('seen_at', 'text', column => column.notNull())
      .execute();
    await db.schema.alterTable('sessions').addColumn('process_id', 'text').execute();
    await db.schema.createIndex('sessions_ended_at').on('sessions').column('ended_at').execute();
  },
};
