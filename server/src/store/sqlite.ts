import {mkdirSync} from 'node:fs';
import {dirname, join} from 'node:path';
import SQLite from 'better-sqlite3';
import {Kysely, sql, SqliteDialect, type SqliteDatabase, type SqliteStatement} from 'kysely';
import type {Database} from './schema.js';

/** The database file of a data directory. */
export function sqliteFile(dataDir: string): string {
  return join(dataDir, 'aiw.sqlite');
}

/**
 * Opens a SQLite file, made where it is missing; `:memory:` for tests.
 *
 * The only place that knows pragmas. `synchronous = FULL` makes a commit
 * durable: an acknowledged capture survives a power cut, not only a crash.
 */
export function openSqlite(file: string): Kysely<Database> {
  if (file !== ':memory:') mkdirSync(dirname(file), {recursive: true, mode: 0o700});
  // The command line writes beside a running server: wait for its commit.
  const sqlite = new SQLite(file, {timeout: 5000});
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  return new Kysely<Database>({dialect: new SqliteDialect({database: preparingOnce(sqlite)})});
}

/** Statements kept ready; there are fewer kinds of them. */
const MAX_STATEMENTS = 500;

/** Prepares each kind of statement once: parsing it takes longer than most take to run. */
function preparingOnce(database: SQLite.Database): SqliteDatabase {
  const ready = new Map<string, SQLite.Statement>();
  return {
    prepare(text) {
      const known = ready.get(text);
      if (known) return known as unknown as SqliteStatement;
      const statement = database.prepare(text);
      // What changes the tables, or how they are read, is done once.
      if (
        ready.size < MAX_STATEMENTS &&
        /^(select|insert|update|delete|begin|commit|savepoint|release|rollback)/i.test(text)
      ) {
        ready.set(text, statement);
      }
      return statement as unknown as SqliteStatement;
    },
    close: () => void database.close(),
  };
}

/** Runs a task as the only writer of the database, wholly or not at all. */
export function exclusively(
  db: Kysely<Database>,
  task: (db: Kysely<Database>) => Promise<void>,
): Promise<void> {
  return db.connection().execute(async connection => {
    await sql`begin immediate`.execute(connection);
    try {
      await task(connection);
      await sql`commit`.execute(connection);
    } catch (error) {
      await sql`rollback`.execute(connection);
      throw error;
    }
  });
}
