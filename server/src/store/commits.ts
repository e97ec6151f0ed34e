import {sql, type Kysely, type Transaction} from 'kysely';
import {isPostgres} from './postgres.js';
import type {Database} from './schema.js';

/** Runs what has to be wholly on disk, or not at all, before it resolves. */
export type Commit = <T>(task: (transaction: Transaction<Database>) => Promise<T>) => Promise<T>;

/** Tasks that share a commit at most: none waits long for the others. */
const MOST = 64;

/**
 * Transactions of a database. On SQLite, which has one writer, those that wait at the same time
 * share a commit: syncing the disk takes longer than all they do, and it is the same for one and
 * for many. Postgres does so by itself.
 */
export function createCommit(db: Kysely<Database>): Commit {
  if (isPostgres(db)) return task => db.transaction().execute(task);
  const queue = new CommitQueue(db);
  return task => queue.run(task);
}

/** A task that waits, with whom to tell. */
interface Waiting {
  /** Resolves once it has had its turn; what it came to is told after the commit. */
  run(transaction: Transaction<Database>): Promise<void>;
  committed(): void;
  failed(error: unknown): void;
}

class CommitQueue {
  readonly #db: Kysely<Database>;
  #waiting: Waiting[] = [];
  #isBusy = false;

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  run<T>(task: (transaction: Transaction<Database>) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      let tell = () => {};
      this.#waiting.push({
        run: async transaction => {
          try {
            const result = await apart(transaction, task);
            tell = () => resolve(result);
          } catch (error) {
            tell = () => reject(error as Error);
          }
        },
        committed: () => tell(),
        failed: reject,
      });
      if (!this.#isBusy) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#isBusy = true;
    while (this.#waiting.length > 0) {
      // What came in at the same time, through other connections, is here by then.
      await new Promise(resolve => setImmediate(resolve));
      const batch = this.#waiting.splice(0, MOST);
      try {
        await this.#db.transaction().execute(async transaction => {
          for (const task of batch) await task.run(transaction);
        });
        for (const task of batch) task.committed();
      } catch (error) {
        for (const task of batch) task.failed(error);
      }
    }
    this.#isBusy = false;
  }
}

/** One task of several in a transaction: where it fails, it alone is taken back. */
async function apart<T>(
  transaction: Transaction<Database>,
  task: (transaction: Transaction<Database>) => Promise<T>,
): Promise<T> {
  await sql`savepoint task`.execute(transaction);
  try {
    const result = await task(transaction);
    await sql`release task`.execute(transaction);
    return result;
  } catch (error) {
    await sql`rollback to task`.execute(transaction);
    await sql`release task`.execute(transaction);
    throw error;
  }
}
