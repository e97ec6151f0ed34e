import type {Kysely, Migration} from 'kysely';

/** Which consent text the visitor of a session agreed to, and when. */
export const consent: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('sessions').addColumn('consent_version', 'text').execute();
    await db.schema.alterTable('sessions').addColumn('consent_agreed_at', 'text').execute();
  },
};
