import {randomUUID} from 'node:crypto';
import {sql, type Kysely} from 'kysely';
import type {Feedback} from '../domain/records/session-store.js';
import type {Database} from './schema.js';

/** Stores a verdict, in the place of an earlier one. False: its message is not of this session. */
export async function putFeedback(
  db: Kysely<Database>,
  sessionId: string,
  {messageId, ...verdict}: Feedback,
): Promise<boolean> {
  if (messageId !== null && !(await hasTurn(db, sessionId, messageId))) return false;
  await db
    .insertInto('feedback')
    .values({id: randomUUID(), session_id: sessionId, message_id: messageId, ...verdict})
    .onConflict(conflict =>
      // As the index of migration 0003 has it: null is a place of its own there.
      conflict.expression(sql`session_id, coalesce(message_id, '')`).doUpdateSet(verdict),
    )
    .execute();
  return true;
}

async function hasTurn(db: Kysely<Database>, sessionId: string, id: string): Promise<boolean> {
  const turn = await db
    .selectFrom('turns')
    .select('id')
    .where('session_id', '=', sessionId)
    .where('id', '=', id)
    .executeTakeFirst();
  return turn !== undefined;
}
