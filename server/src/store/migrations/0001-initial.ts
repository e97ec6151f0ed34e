import {randomUUID} from 'node:crypto';
import type {Kysely, Migration} from 'kysely';

/** Accounts, widgets and their revisions, sessions and what belongs to them. */
export const initial: Migration = {
  async up(db: Kysely<unknown>) {
    await widgets(db);
    await sessions(db);
    await talk(db);
    await trail(db);
    await db.schema
      .createTable('used_challenges')
      .addColumn('nonce', 'text', column => column.primaryKey())
      .addColumn('expires_at', 'text', column => column.notNull())
      .execute();
    await index(db, 'used_challenges', 'expires_at');
  },
};

async function widgets(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('accounts')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('created_at', 'text', column => column.notNull())
    .execute();
  await (db as Kysely<{accounts: {id: string; name: string; created_at: string}}>)
    .insertInto('accounts')
    .values({id: randomUUID(), name: 'Default', created_at: new Date().toISOString()})
    .execute();
  await db.schema
    .createTable('widgets')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('account_id', 'text', column => column.notNull().references('accounts.id'))
    .addColumn('token', 'text', column => column.notNull().unique())
    .addColumn('status', 'text', column => column.notNull())
    .addColumn('sealed_secret', 'text', column => column.notNull())
    .addColumn('seed', 'text', column => column.unique())
    .addColumn('seed_version', 'text')
    .addColumn('draft_revision_id', 'text', column => column.notNull())
    .addColumn('published_revision_id', 'text')
    .addColumn('created_at', 'text', column => column.notNull())
    .execute();
  await db.schema
    .createTable('revisions')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('widget_id', 'text', column => column.notNull().references('widgets.id'))
    .addColumn('number', 'integer', column => column.notNull())
    .addColumn('settings', 'text', column => column.notNull())
    .addColumn('created_at', 'text', column => column.notNull())
    .addColumn('published_at', 'text')
    .addUniqueConstraint('revisions_number_unique', ['widget_id', 'number'])
    .execute();
}

async function sessions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sessions')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('widget_id', 'text', column => column.notNull().references('widgets.id'))
    .addColumn('revision_id', 'text', column => column.notNull().references('revisions.id'))
    .addColumn('origin', 'text', column => column.notNull())
    .addColumn('mode', 'text', column => column.notNull())
    .addColumn('engagement', 'text', column => column.notNull())
    .addColumn('page_url', 'text', column => column.notNull())
    .addColumn('page_title', 'text', column => column.notNull())
    .addColumn('page_referrer', 'text', column => column.notNull())
    .addColumn('locale', 'text')
    .addColumn('started_at', 'text', column => column.notNull())
    .addColumn('first_audio_at', 'text')
    .addColumn('ended_at', 'text')
    .addColumn('end_reason', 'text')
    .execute();
  await index(db, 'sessions', 'started_at');
}

async function talk(db: Kysely<unknown>): Promise<void> {
  await part(db, 'visitor_claims')
    .addColumn('sub', 'text', column => column.notNull())
    .addColumn('email', 'text')
    .addColumn('phone', 'text')
    .addColumn('name', 'text')
    .addPrimaryKeyConstraint('visitor_claims_key', ['session_id'])
    .execute();
  await part(db, 'turns')
    .addColumn('id', 'text', column => column.notNull())
    .addColumn('position', 'integer', column => column.notNull())
    .addColumn('role', 'text', column => column.notNull())
    .addColumn('text', 'text', column => column.notNull())
    .addColumn('at', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('turns_key', ['session_id', 'id'])
    .execute();
  await part(db, 'captures')
    .addColumn('id', 'text', column => column.notNull())
    .addColumn('kind', 'text', column => column.notNull())
    .addColumn('value', 'text', column => column.notNull())
    .addColumn('source', 'text', column => column.notNull())
    .addColumn('prefilled', 'integer', column => column.notNull())
    .addColumn('created_at', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('captures_key', ['session_id', 'id'])
    .execute();
}

async function trail(db: Kysely<unknown>): Promise<void> {
  await part(db, 'feedback')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('message_id', 'text')
    .addColumn('rating', 'integer', column => column.notNull())
    .addColumn('comment', 'text')
    .addColumn('at', 'text', column => column.notNull())
    .execute();
  await index(db, 'feedback', 'session_id');
  await part(db, 'page_trail')
    .addColumn('position', 'integer', column => column.notNull())
    .addColumn('url', 'text', column => column.notNull())
    .addColumn('title', 'text', column => column.notNull())
    .addColumn('at', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('page_trail_key', ['session_id', 'position'])
    .execute();
}

function part(db: Kysely<unknown>, table: string) {
  return db.schema
    .createTable(table)
    .addColumn('session_id', 'text', column => column.notNull().references('sessions.id'));
}

function index(db: Kysely<unknown>, table: string, column: string): Promise<void> {
  return db.schema.createIndex(`${table}_${column}`).on(table).column(column).execute();
}
