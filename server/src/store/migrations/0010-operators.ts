import {sql, type Kysely, type Migration} from 'kysely';

/**
 * Operators, how they sign in, what they may do, and what they are invited to. Columns of the first
 * five tables are those of the auth library, under this store's names.
 */
export const operators: Migration = {
  async up(db: Kysely<unknown>) {
    await signIn(db);
    await membership(db);
    await previews(db);
    await db.schema.alterTable('audit_log').addColumn('account_id', 'text').execute();
    await db.schema.alterTable('sessions').addColumn('is_preview', 'integer').execute();
    await db.schema.alterTable('widgets').addColumn('seen_at', 'text').execute();
    await db.schema.alterTable('widgets').addColumn('seen_origin', 'text').execute();
    await db.schema.alterTable('turns').addColumn('latency_ms', 'integer').execute();
    await db.schema.alterTable('turns').addColumn('is_unanswered', 'integer').execute();
    await db.schema
      .createIndex('sessions_widget_started')
      .on('sessions')
      .columns(['widget_id', 'started_at', 'id'])
      .execute();
    await db.schema.dropIndex('sessions_widget_id').execute();
    // Numbers are counted without reading what was said.
    await db.schema
      .createIndex('turns_numbers')
      .on('turns')
      .columns(['session_id', 'role', 'is_unanswered', 'latency_ms'])
      .execute();
    await (db as Kysely<{turns: {is_unanswered: number | null}}>).schema
      .createIndex('turns_unanswered')
      .on('turns')
      .column('at')
      .where(sql.ref('is_unanswered'), '=', 1)
      .execute();
  },
};

async function signIn(db: Kysely<unknown>): Promise<void> {
  await dated(db, 'operators')
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('email', 'text', column => column.notNull().unique())
    .addColumn('email_verified', 'integer', column => column.notNull())
    .addColumn('image', 'text')
    .addColumn('two_factor_enabled', 'integer')
    .execute();
  await dated(db, 'operator_sessions')
    .addColumn('user_id', 'text', column => column.notNull().references('operators.id'))
    .addColumn('token', 'text', column => column.notNull().unique())
    .addColumn('expires_at', 'text', column => column.notNull())
    .addColumn('ip_address', 'text')
    .addColumn('user_agent', 'text')
    .execute();
  await dated(db, 'operator_credentials')
    .addColumn('account_id', 'text', column => column.notNull())
    .addColumn('provider_id', 'text', column => column.notNull())
    .addColumn('user_id', 'text', column => column.notNull().references('operators.id'))
    .addColumn('access_token', 'text')
    .addColumn('refresh_token', 'text')
    .addColumn('id_token', 'text')
    .addColumn('access_token_expires_at', 'text')
    .addColumn('refresh_token_expires_at', 'text')
    .addColumn('scope', 'text')
    .addColumn('password', 'text')
    .execute();
  await dated(db, 'operator_verifications')
    .addColumn('identifier', 'text', column => column.notNull())
    .addColumn('value', 'text', column => column.notNull())
    .addColumn('expires_at', 'text', column => column.notNull())
    .execute();
  await db.schema
    .createTable('operator_two_factors')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('user_id', 'text', column => column.notNull().references('operators.id'))
    .addColumn('secret', 'text', column => column.notNull())
    .addColumn('backup_codes', 'text', column => column.notNull())
    .addColumn('verified', 'integer')
    .addColumn('failed_verification_count', 'integer')
    .addColumn('locked_until', 'text')
    .execute();
}

async function membership(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('members')
    .addColumn('operator_id', 'text', column => column.primaryKey().references('operators.id'))
    .addColumn('account_id', 'text', column => column.notNull().references('accounts.id'))
    .addColumn('role', 'text', column => column.notNull())
    .addColumn('created_at', 'text', column => column.notNull())
    .execute();
  await db.schema
    .createTable('invites')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('account_id', 'text', column => column.notNull().references('accounts.id'))
    .addColumn('role', 'text', column => column.notNull())
    .addColumn('email', 'text')
    .addColumn('token_hash', 'text', column => column.notNull().unique())
    .addColumn('created_at', 'text', column => column.notNull())
    .addColumn('expires_at', 'text', column => column.notNull())
    .execute();
  await db.schema
    .createTable('api_keys')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('account_id', 'text', column => column.notNull().references('accounts.id'))
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('role', 'text', column => column.notNull())
    .addColumn('key_hash', 'text', column => column.notNull().unique())
    .addColumn('hint', 'text', column => column.notNull())
    .addColumn('created_at', 'text', column => column.notNull())
    .addColumn('used_at', 'text')
    .execute();
}

/** Draft revisions as they were when an operator tried them. */
async function previews(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('previews')
    .addColumn('token', 'text', column => column.primaryKey())
    .addColumn('widget_id', 'text', column => column.notNull().references('widgets.id'))
    .addColumn('revision_id', 'text', column => column.notNull().references('revisions.id'))
    .addColumn('origin', 'text', column => column.notNull())
    .addColumn('expires_at', 'text', column => column.notNull())
    .execute();
}

function dated(db: Kysely<unknown>, table: string) {
  return db.schema
    .createTable(table)
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('created_at', 'text', column => column.notNull())
    .addColumn('updated_at', 'text', column => column.notNull());
}
