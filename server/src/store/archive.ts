import {sql, type Kysely} from 'kysely';
import type {Archive} from '../domain/records/archive.js';
import {listConversations, ofAccount} from './archived-conversations.js';
import {listLeads} from './leads.js';
import type {Database} from './schema.js';
import {readDetails} from './session-details.js';
import {readUnanswered, readUsage} from './usage-by-day.js';
import {eraseVisitor} from './visitors.js';

/** Everything of a session, in the order in which it may go. */
const OF_SESSION = [
  'outbox',
  'feedback',
  'page_trail',
  'captures',
  'turns',
  'visitor_claims',
] as const;

/** Conversations and leads by account, in SQL. */
export function createArchive(db: Kysely<Database>): Archive {
  const isOwn = (accountId: string, id: string) =>
    ofAccount(db, accountId).where('sessions.id', '=', id);
  return {
    conversations: query => listConversations(db, query),
    leads: query => listLeads(db, query),
    usage: (widgetId, since) => readUsage(db, widgetId, since),
    unanswered: (widgetId, limit) => readUnanswered(db, widgetId, limit),
    erase: (accountId, visitor) =>
      db.transaction().execute(transaction => eraseVisitor(transaction, visitor, accountId)),
    async conversation(accountId, id) {
      const own = await isOwn(accountId, id).select('sessions.is_preview').executeTakeFirst();
      const details = own && (await readDetails(db, id));
      if (!details) return null;
      const rows = await db
        .selectFrom('turns')
        .select(['id', 'latency_ms as latencyMs', 'is_unanswered'])
        .where('session_id', '=', id)
        .execute();
      const answers = rows.map(
        ({id: turn, latencyMs, is_unanswered: flag}) =>
          [turn, {latencyMs, isUnanswered: flag === 1}] as const,
      );
      return {...details, isPreview: own.is_preview === 1, answers: Object.fromEntries(answers)};
    },
    remove: (accountId, id) =>
      db.transaction().execute(async transaction => {
        const ended = await ofAccount(transaction, accountId)
          .where('sessions.id', '=', id)
          .where('sessions.ended_at', 'is not', null)
          .select(sql.lit(1).as('one'))
          .executeTakeFirst();
        if (!ended) return false;
        for (const table of OF_SESSION) {
          await transaction.deleteFrom(table).where('session_id', '=', id).execute();
        }
        await transaction.deleteFrom('sessions').where('id', '=', id).execute();
        return true;
      }),
  };
}
