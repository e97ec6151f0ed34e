import type {Kysely, Transaction} from 'kysely';
import type {Erasure, VisitorQuery, VisitorStore} from '../domain/ports.js';
import type {Database} from './schema.js';

/** Forgets visitors, in SQL. */
export function createVisitorStore(db: Kysely<Database>): VisitorStore {
  return {
    erase: visitor => db.transaction().execute(transaction => erase(transaction, visitor)),
  };
}

async function erase(transaction: Transaction<Database>, visitor: VisitorQuery): Promise<Erasure> {
  const ids = await sessionsOf(transaction, visitor);
  const erasure: Erasure = {sessions: ids.length, captures: 0, turns: 0};
  for (const id of ids) {
    erasure.captures += await remove(transaction, 'captures', id);
    erasure.turns += await remove(transaction, 'turns', id);
    await remove(transaction, 'visitor_claims', id);
    await remove(transaction, 'page_trail', id);
    await transaction
      .updateTable('feedback')
      .set({comment: null})
      .where('session_id', '=', id)
      .execute();
    // A page's address may name the visitor too.
    await transaction
      .updateTable('sessions')
      .set({page_url: '', page_title: '', page_referrer: ''})
      .where('id', '=', id)
      .execute();
  }
  return erasure;
}

async function sessionsOf(
  transaction: Transaction<Database>,
  visitor: VisitorQuery,
): Promise<string[]> {
  if ('sub' in visitor) {
    const rows = await transaction
      .selectFrom('visitor_claims')
      .select('session_id')
      .where('sub', '=', visitor.sub)
      .execute();
    return rows.map(row => row.session_id);
  }
  const email = visitor.email.trim().toLowerCase();
  const rows = await transaction
    .selectFrom('visitor_claims')
    .select('session_id')
    .where(({fn}) => fn<string>('lower', ['email']), '=', email)
    .union(
      transaction
        .selectFrom('captures')
        .select('session_id')
        .where('kind', '=', 'email')
        .where(({fn}) => fn<string>('lower', ['value']), '=', email),
    )
    .execute();
  return rows.map(row => row.session_id);
}

async function remove(
  transaction: Transaction<Database>,
  table: 'captures' | 'turns' | 'visitor_claims' | 'page_trail',
  sessionId: string,
): Promise<number> {
  const result = await transaction
    .deleteFrom(table)
    .where('session_id', '=', sessionId)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
