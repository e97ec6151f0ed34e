import type {Kysely, Transaction} from 'kysely';
import type {Erasure, VisitorQuery, VisitorStore} from '../domain/ports.js';
import {forgetContacts, forgetWords} from './forget.js';
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
    erasure.captures += await forgetContacts(transaction, id);
    erasure.turns += await forgetWords(transaction, id);
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
