import type {Kysely, Migration} from 'kysely';

/** What a session has cost: the tokens of its language model. Its seconds are in its times. */
export const cost: Migration = {
  async up(db: Kysely<unknown>) {
    for (const column of ['prompt_tokens', 'completion_tokens']) {
      await db.schema
        .alterTable('sessions')
        .addColumn(column, 'integer', definition => definition.notNull().defaultTo(0))
        .execute();
    }
  },
};
