import type {Kysely} from 'kysely';
import type {ProcessStore} from '../domain/process-lease.js';
import type {Database} from './schema.js';
import {endSession} from './session-holder.js';

/** The processes that share a database, in SQL; `id` is this one's. */
export function createProcessStore(db: Kysely<Database>, id: string): ProcessStore {
  return {
    id,
    async beat(at) {
      await db
        .insertInto('processes')
        .values({id, seen_at: at})
        .onConflict(conflict => conflict.column('id').doUpdateSet({seen_at: at}))
        .execute();
    },
    async endAbandoned(at, seenBefore) {
      const gone = await db
        .selectFrom('processes')
        .select('id')
        .where('id', '!=', id)
        .where('seen_at', '<', seenBefore)
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
      for (const session of abandoned) {
        await endSession(db, {id: session.id, reason: 'shutdown', at, processId: null});
      }
      return abandoned.length;
    },
  };
}
