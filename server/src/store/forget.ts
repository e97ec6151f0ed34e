import type {Transaction} from 'kysely';
import type {Database} from './schema.js';

/** Removes the words of a session: transcript, page trail, comments. How many turns that were. */
export async function forgetWords(
  transaction: Transaction<Database>,
  sessionId: string,
): Promise<number> {
  const turns = await remove(transaction, 'turns', sessionId);
  await remove(transaction, 'page_trail', sessionId);
  await transaction
    .updateTable('feedback')
    .set({comment: null})
    .where('session_id', '=', sessionId)
    .execute();
  // A page's address may name the visitor too.
  await transaction
    .updateTable('sessions')
    .set({page_url: '', page_title: '', page_referrer: ''})
    .where('id', '=', sessionId)
    .execute();
  return turns;
}

/** Removes who the visitor of a session is: contact details, claims, and what tells of them. How many captures that were. */
export async function forgetContacts(
  transaction: Transaction<Database>,
  sessionId: string,
): Promise<number> {
  const captures = await remove(transaction, 'captures', sessionId);
  await remove(transaction, 'visitor_claims', sessionId);
  await remove(transaction, 'outbox', sessionId);
  return captures;
}

async function remove(
  transaction: Transaction<Database>,
  table: 'captures' | 'turns' | 'visitor_claims' | 'page_trail' | 'outbox',
  sessionId: string,
): Promise<number> {
  const result = await transaction
    .deleteFrom(table)
    .where('session_id', '=', sessionId)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
