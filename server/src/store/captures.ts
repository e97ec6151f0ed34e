import type {Kysely} from 'kysely';
import type {CaptureStore} from '../domain/ports.js';
import {toCapture} from './rows.js';
import type {Database} from './schema.js';

/** Contact details in SQL. */
export function createCaptureStore(db: Kysely<Database>): CaptureStore {
  return {
    async put(capture) {
      const {sessionId, createdAt, prefilled, ...rest} = capture;
      const result = await db
        .insertInto('captures')
        .values({
          ...rest,
          session_id: sessionId,
          prefilled: prefilled ? 1 : 0,
          created_at: createdAt,
        })
        .onConflict(conflict => conflict.columns(['session_id', 'id']).doNothing())
        .executeTakeFirst();
      if (result.numInsertedOrUpdatedRows) return {capture, created: true};
      const first = await db
        .selectFrom('captures')
        .selectAll()
        .where('session_id', '=', sessionId)
        .where('id', '=', capture.id)
        .executeTakeFirstOrThrow();
      return {capture: toCapture(first), created: false};
    },
    async list(sessionId) {
      const rows = await db
        .selectFrom('captures')
        .selectAll()
        .$if(sessionId !== undefined, query => query.where('session_id', '=', sessionId ?? ''))
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(toCapture);
    },
  };
}
