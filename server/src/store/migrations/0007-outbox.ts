import type {Kysely, Migration} from 'kysely';

/** Messages to operators' own systems, and how long a widget's words and contacts are kept. */
export const outbox: Migration = {
  async up(db: Kysely<unknown>) {
    for (const [column, type] of [
      ['webhook_url', 'text'],
      ['sealed_webhook_secret', 'text'],
      ['transcript_days', 'integer'],
      ['capture_days', 'integer'],
    ] as const) {
      await db.schema.alterTable('widgets').addColumn(column, type).execute();
    }
    await db.schema
      .createTable('outbox')
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('widget_id', 'text', column => column.notNull().references('widgets.id'))
      .addColumn('session_id', 'text', column => column.notNull().references('sessions.id'))
      .addColumn('type', 'text', column => column.notNull())
      .addColumn('body', 'text', column => column.notNull())
      .addColumn('created_at', 'text', column => column.notNull())
      .addColumn('due_at', 'text')
      .addColumn('attempts', 'integer', column => column.notNull())
      .addColumn('delivered_at', 'text')
      .addColumn('last_answer', 'text')
      .execute();
    await db.schema.createIndex('outbox_due_at').on('outbox').column('due_at').execute();
    await db.schema.createIndex('outbox_session_id').on('outbox').column('session_id').execute();
    await db.schema.createIndex('sessions_widget_id').on('sessions').column('widget_id').execute();
  },
};
