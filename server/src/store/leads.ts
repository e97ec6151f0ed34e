import {sql, type Kysely} from 'kysely';
import type {Capture} from '../../../src/contract/index.js';
import type {LeadQuery, Listed} from '../domain/records/archive.js';
import {leadOf, type Lead, type LeadStore} from '../domain/records/leads.js';
import {containing, has, narrowed, ofAccount} from './archived-conversations.js';
import {grouped, toCapture} from './rows.js';
import type {Database} from './schema.js';

/** A call that left contact details. */
interface Call {
  id: string;
  widget_id: string;
  page_url: string;
  started_at: string;
}

const CALL = [
  'sessions.id',
  'sessions.widget_id',
  'sessions.page_url',
  'sessions.started_at',
] as const;

/** Contact details by call, in SQL. */
export function createLeadStore(db: Kysely<Database>): LeadStore {
  return {
    async list(limit): Promise<Lead[]> {
      const calls = await db
        .selectFrom('sessions')
        .select(CALL)
        .where(has('captures'))
        .orderBy('started_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return leadsOf(db, calls);
    },
  };
}

/** A slice of an account's leads. */
export async function listLeads(db: Kysely<Database>, query: LeadQuery): Promise<Listed<Lead>> {
  const {kind, order = 'newest', text, limit, offset} = query;
  let found = narrowed(ofAccount(db, query.accountId), query)
    .where('sessions.is_preview', 'is', null)
    .where(has('captures', kind && sql`captures.kind = ${kind}`));
  if (text !== undefined) {
    found = found.where(({or}) =>
      or([
        containing(db, 'sessions.page_url', text),
        has('captures', containing(db, 'captures.value', text)),
      ]),
    );
  }
  const direction = order === 'newest' ? 'desc' : 'asc';
  const isByTime = order === 'newest' || order === 'oldest';
  const sorted = isByTime
    ? found.orderBy('sessions.started_at', direction)
    : found
        .orderBy(sql`${lastOf(order)} is null`)
        .orderBy(sql`lower(${lastOf(order)})`)
        .orderBy('sessions.started_at', 'desc');
  const calls = await sorted
    .orderBy('sessions.id', direction)
    .select(CALL)
    .limit(limit + 1)
    .offset(offset)
    .execute();
  return {entries: await leadsOf(db, calls.slice(0, limit)), hasMore: calls.length > limit};
}

/** The last detail of a kind that a call left. */
function lastOf(kind: Capture['kind']) {
  return sql`(select captures.value from captures where captures.session_id = sessions.id
    and captures.kind = ${kind} order by captures.created_at desc limit 1)`;
}

async function leadsOf(db: Kysely<Database>, calls: readonly Call[]): Promise<Lead[]> {
  if (calls.length === 0) return [];
  const rows = await db
    .selectFrom('captures')
    .selectAll()
    .where(
      'session_id',
      'in',
      calls.map(({id}) => id),
    )
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const captures = grouped(rows.map(toCapture), ({sessionId}) => sessionId);
  return calls.map(({id, widget_id: widgetId, page_url: pageUrl, started_at: at}) =>
    leadOf({sessionId: id, widgetId, pageUrl, at}, captures.get(id) ?? []),
  );
}
