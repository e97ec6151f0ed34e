import type {Kysely, Transaction} from 'kysely';
import type {Erasure, VisitorQuery, VisitorStore} from '../domain/records/visitors.js';
import {forgetContacts, forgetWords} from './forget.js';
import type {Database} from './schema.js';

/** Forgets visitors, in SQL. */
export function createVisitorStore(db: Kysely<Database>): VisitorStore {
  return {
    erase: visitor => db.transaction().execute(transaction => eraseVisitor(transaction, visitor)),
  };
}

/** @param accountId - Whose records alone are looked through; absent: all there are. */
export async function eraseVisitor(
  transaction: Transaction<Database>,
  visitor: VisitorQuery,
  accountId?: string,
): Promise<Erasure> {
  const all = await sessionsOf(transaction, visitor);
  const ids = accountId === undefined ? all : await ownAmong(transaction, all, accountId);
  const erasure: Erasure = {sessions: ids.length, captures: 0, turns: 0};
  for (const id of ids) {
    erasure.captures += await forgetContacts(transaction, id);
    erasure.turns += await forgetWords(transaction, id);
  }
  return erasure;
}

async function ownAmong(
  transaction: Transaction<Database>,
  ids: readonly string[],
  accountId: string,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await transaction
    .selectFrom('sessions')
    .innerJoin('widgets', 'widgets.id', 'sessions.widget_id')
    .select('sessions.id')
    .where('sessions.id', 'in', ids)
    .where('widgets.account_id', '=', accountId)
    .execute();
  return rows.map(({id}) => id);
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
