import {randomUUID} from 'node:crypto';
import type {Kysely, SelectQueryBuilder} from 'kysely';
import type {AuditEntry, AuditStore} from '../domain/operators/audit.js';
import type {Database} from './schema.js';

/** What operators did, in SQL. */
export function createAuditStore(db: Kysely<Database>): AuditStore {
  return {
    async record({accountId, widgetId, details, ...entry}) {
      await db
        .insertInto('audit_log')
        .values({
          id: randomUUID(),
          ...entry,
          account_id: accountId,
          widget_id: widgetId,
          details: JSON.stringify(details),
        })
        .execute();
    },
    async list(limit, of) {
      const all = db.selectFrom('audit_log').selectAll().orderBy('at', 'desc').limit(limit);
      const rows = await (of ? ofAccount(all, of) : all).execute();
      return rows.map(({at, actor, action, account_id, widget_id: widgetId, details}) => ({
        at,
        actor,
        action: action as AuditEntry['action'],
        accountId: account_id,
        widgetId,
        details: JSON.parse(details) as AuditEntry['details'],
      }));
    },
  };
}

/** What was done in an account, or to one of its widgets. */
function ofAccount<Row>(
  query: SelectQueryBuilder<Database, 'audit_log', Row>,
  {accountId, before}: {accountId: string; before: string | null},
) {
  const own = query.where(({or, eb, selectFrom}) =>
    or([
      eb('account_id', '=', accountId),
      eb(
        'widget_id',
        'in',
        selectFrom('widgets').select('id').where('widgets.account_id', '=', accountId),
      ),
    ]),
  );
  return before === null ? own : own.where('at', '<', before);
}
