import type {Kysely, Migration} from 'kysely';

/** The secret before a rotation, good for a time. */
export const secretRotation: Migration = {
  async up(db: Kysely<unknown>) {
    for (const column of ['previous_sealed_secret', 'previous_secret_until']) {
      await db.schema.alterTable('widgets').addColumn(column, 'text').execute();
    }
  },
};
