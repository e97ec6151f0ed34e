import {Kysely, PostgresAdapter, PostgresDialect} from 'kysely';
import type {Database} from './schema.js';
import {WithoutNul} from './without-nul.js';

/** Connections of one process; more wait their turn. */
const MAX_CONNECTIONS = 10;
const CONNECT_MS = 5000;
const STATEMENT_MS = 15_000;

/** Postgres cannot be used. The message says what to do, and holds no address or password. */
export class DatabaseError extends Error {
  override name = 'DatabaseError';
}

/**
 * Connects to Postgres as it is asked.
 *
 * The only place that knows its settings. `synchronous_commit` is switched on for each connection,
 * whatever the server's own setting: an acknowledged capture survives a power cut. Its driver is
 * loaded here: most servers have none.
 */
export async function openPostgres(url: string): Promise<Kysely<Database>> {
  const {default: pg} = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    application_name: 'aiw-server',
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    keepAlive: true,
  });
  // A connection that breaks at rest: the next one to be asked for is a new one.
  pool.on('error', () => {});
  pool.on('connect', client => {
    // One that breaks between two statements of a transaction: the next statement fails.
    client.on('error', () => {});
    // Queued before whatever the connection was made for; where it fails, so does that.
    void client.query('SET synchronous_commit = on').catch(() => {});
  });
  return new Kysely<Database>({
    dialect: new PostgresDialect({pool}),
    plugins: [new WithoutNul()],
  });
}

/** Whether a database is Postgres; else it is SQLite. */
export function isPostgres<Tables>(db: Kysely<Tables>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}

/** Of Postgres and of the network: it is away, going down or coming up. */
const AWAY =
  /^(ECONN\w+|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|08\w{3}|57P0[1-5]|53300)$/;
const AWAY_WORDS = /^(Connection terminated|timeout exceeded when trying to connect|Client has)/;

/** Whether an error says that the database cannot be reached now; later it may. */
export function isAway(error: unknown): boolean {
  const {code, message, cause} = error as {code?: unknown; message?: unknown; cause?: unknown};
  return (
    (typeof code === 'string' && AWAY.test(code)) ||
    (typeof message === 'string' && AWAY_WORDS.test(message)) ||
    (cause !== undefined && isAway(cause)) ||
    (error instanceof AggregateError && error.errors.some(isAway))
  );
}

/** What somebody who starts a server is told of a database that cannot be used. */
export function explainDatabase(error: unknown): DatabaseError {
  const {code = 'no code'} = error as {code?: string};
  const advice = isAway(error)
    ? 'Check the address, and that Postgres runs and takes connections'
    : 'Check the address, the user and its password, and that the database exists';
  return new DatabaseError(`The database of AIW_DATABASE_URL cannot be used (${code}). ${advice}.`);
}
