import type {Kysely, Transaction} from 'kysely';
import type {Capture} from '../../../src/contract/index.js';
import type {CaptureStore} from '../domain/ports.js';
import {captureCreated} from '../domain/webhooks.js';
import {announce} from './outbox.js';
import {toCapture} from './rows.js';
import type {Database} from './schema.js';

/** Contact details in SQL. */
export function createCaptureStore(db: Kysely<Database>): CaptureStore {
  return {
    put: (capture, widgetId) =>
      db.transaction().execute(transaction => put(transaction, capture, widgetId)),
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

async function put(
  transaction: Transaction<Database>,
  capture: Capture,
  widgetId: string,
): ReturnType<CaptureStore['put']> {
  const {sessionId, createdAt, prefilled, ...rest} = capture;
  const result = await transaction
    .insertInto('captures')
    .values({
      ...rest,
      session_id: sessionId,
      prefilled: prefilled ? 1 : 0,
      created_at: createdAt,
    })
    .onConflict(conflict => conflict.columns(['session_id', 'id']).doNothing())
    .executeTakeFirst();
  if (result.numInsertedOrUpdatedRows) {
    await announce(transaction, captureCreated(capture, widgetId));
    return {capture, created: true};
  }
  const first = await transaction
    .selectFrom('captures')
    .selectAll()
    .where('session_id', '=', sessionId)
    .where('id', '=', capture.id)
    .executeTakeFirstOrThrow();
  return {capture: toCapture(first), created: false};
}
