import type {Kysely, Migration} from 'kysely';

/** What an operator watches: when sessions were used, how much a day, and who changed what. */
export const guard: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('sessions').addColumn('used_at', 'text').execute();
    await db.schema
      .createTable('widget_usage')
      .addColumn('widget_id', 'text', column => column.notNull().references('widgets.id'))
      .addColumn('day', 'text', column => column.notNull())
      .addColumn('seconds', 'integer', column => column.notNull())
      .addPrimaryKeyConstraint('widget_usage_key', ['widget_id', 'day'])
      .execute();
    await db.schema
      .createTable('audit_log')
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('at', 'text', column => column.notNull())
      .addColumn('actor', 'text', column => column.notNull())
      .addColumn('action', 'text', column => column.notNull())
      .addColumn('widget_id', 'text')
      .addColumn('details', 'text', column => column.notNull())
      .execute();
    await db.schema.createIndex('audit_log_at').on('audit_log').column('at').execute();
  },
};
