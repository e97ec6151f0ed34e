import type {Kysely, Transaction} from 'kysely';
import type {RetentionStore} from '../domain/records/retention.js';
import {forgetContacts, forgetWords} from './forget.js';
import type {Database} from './schema.js';

/** Forgets what is kept no longer, in SQL. */
export function createRetentionStore(db: Kysely<Database>): RetentionStore {
  /** The sessions among these that `forget` is run for, all or none. */
  const drop = (
    find: (transaction: Transaction<Database>) => Promise<{id: string}[]>,
    forget: (transaction: Transaction<Database>, id: string) => Promise<unknown>,
  ) =>
    db.transaction().execute(async transaction => {
      const sessions = await find(transaction);
      for (const {id} of sessions) await forget(transaction, id);
      return sessions.length;
    });
  return {
    async policies() {
      return db
        .selectFrom('widgets')
        .select(['id as widgetId', 'transcript_days as transcriptDays'])
        .select('capture_days as captureDays')
        .where(({or, eb}) =>
          or([eb('transcript_days', 'is not', null), eb('capture_days', 'is not', null)]),
        )
        .execute();
    },
    dropTranscripts: (widgetId, before, limit) =>
      drop(
        transaction => withWords(transaction, widgetId, before).limit(limit).execute(),
        forgetWords,
      ),
    dropCaptures: (widgetId, before, limit) =>
      drop(
        transaction => withContacts(transaction, widgetId, before).limit(limit).execute(),
        forgetContacts,
      ),
    async dropDeliveries(before, limit) {
      const old = await db
        .selectFrom('outbox')
        .select('id')
        .where('created_at', '<', before)
        .limit(limit)
        .execute();
      // Nothing to remove is nothing to write.
      if (old.length === 0) return 0;
      const ids = old.map(({id}) => id);
      await db.deleteFrom('outbox').where('id', 'in', ids).execute();
      return old.length;
    },
  };
}

function endedBefore(transaction: Transaction<Database>, widgetId: string, before: string) {
  return transaction
    .selectFrom('sessions')
    .select('sessions.id')
    .where('widget_id', '=', widgetId)
    .where('ended_at', '<', before)
    .orderBy('ended_at');
}

function withWords(transaction: Transaction<Database>, widgetId: string, before: string) {
  return endedBefore(transaction, widgetId, before).where(({or, eb, exists, selectFrom}) =>
    or([
      eb('page_url', '!=', ''),
      exists(selectFrom('turns').select('turns.id').whereRef('session_id', '=', 'sessions.id')),
    ]),
  );
}

function withContacts(transaction: Transaction<Database>, widgetId: string, before: string) {
  return endedBefore(transaction, widgetId, before).where(({or, exists, selectFrom}) =>
    or(
      (['captures', 'visitor_claims', 'outbox'] as const).map(table =>
        exists(
          selectFrom(table)
            .select(`${table}.session_id`)
            .whereRef(`${table}.session_id`, '=', 'sessions.id'),
        ),
      ),
    ),
  );
}
