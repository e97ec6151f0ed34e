import type {Insertable, Kysely, Transaction} from 'kysely';
import type {Capture} from '../../../src/contract/index.js';
import type {CaptureStore} from '../domain/records/captures.js';
import {captureCreated} from '../domain/webhooks/webhooks.js';
import type {Commit} from './commits.js';
import {announce} from './outbox.js';
import {prepared} from './prepared.js';
import {toCapture} from './rows.js';
import type {CapturesTable, Database} from './schema.js';

const insertCapture = prepared<Insertable<CapturesTable>>()((db, value) =>
  db
    .insertInto('captures')
    .values({
      id: value('id'),
      session_id: value('session_id'),
      kind: value('kind'),
      value: value('value'),
      source: value('source'),
      prefilled: value('prefilled'),
      created_at: value('created_at'),
    })
    .onConflict(conflict => conflict.columns(['session_id', 'id']).doNothing()),
);

const previewOfSession = prepared<{id: string}>()((db, value) =>
  db.selectFrom('sessions').select('is_preview').where('id', '=', value('id')),
);

/** Contact details in SQL. */
export function createCaptureStore(db: Kysely<Database>, commit: Commit): CaptureStore {
  return {
    put: (capture, widgetId) => commit(transaction => put(transaction, capture, widgetId)),
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
  const result = await insertCapture(transaction, {
    ...rest,
    session_id: sessionId,
    prefilled: prefilled ? 1 : 0,
    created_at: createdAt,
  });
  if (result.numAffectedRows) {
    if (!(await isPreview(transaction, sessionId))) {
      await announce(transaction, captureCreated(capture, widgetId));
    }
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

/** Whether an operator tries a draft: their own details are no news to them. */
async function isPreview(transaction: Transaction<Database>, sessionId: string): Promise<boolean> {
  const [row] = (await previewOfSession(transaction, {id: sessionId})).rows;
  return row?.is_preview === 1;
}
