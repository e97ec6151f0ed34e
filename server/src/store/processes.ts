import type {Kysely} from 'kysely';
import type {SessionStore} from '../domain/ports.js';
import type {ProcessStore} from '../domain/process-lease.js';
import {isPostgres} from './postgres.js';
import type {Database} from './schema.js';

/** The processes that share a database, in SQL; `id` is this one's. */
export function createProcessStore(
  db: Kysely<Database>,
  id: string,
  sessions: Pick<SessionStore, 'end'>,
): ProcessStore {
  return {
    async beat(at) {
      await db
        .insertInto('processes')
        .values({id, seen_at: at})
        .onConflict(conflict => conflict.column('id').doUpdateSet({seen_at: at}))
        .execute();
    },
    async leave() {
      await db.deleteFrom('processes').where('id', '=', id).execute();
    },
    async endAbandoned(at, seenBefore) {
      // A SQLite file belongs to one server: whoever had it before is gone, however short a time ago.
      const seenSince = isPostgres(db) ? seenBefore : '9999';
      const gone = await db
        .selectFrom('processes')
        .select('id')
        .where('id', '!=', id)
        .where('seen_at', '<', seenSince)
        .execute();
      for (const process of gone) {
        await db.deleteFrom('processes').where('id', '=', process.id).execute();
      }
      const abandoned = await db
        .selectFrom('sessions')
        .select('sessions.id')
        .where('ended_at', 'is', null)
        .where(({or, eb, not, exists, selectFrom}) =>
          or([
            eb('process_id', 'is', null),
            not(
              exists(
                selectFrom('processes')
                  .select('processes.id')
                  .whereRef('processes.id', '=', 'sessions.process_id'),
              ),
            ),
          ]),
        )
        .execute();
      for (const session of abandoned) await sessions.end(session.id, 'shutdown', at);
      return abandoned.length;
    },
  };
}
