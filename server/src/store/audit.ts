import {randomUUID} from 'node:crypto';
import type {Kysely} from 'kysely';
import type {AuditEntry, AuditStore} from '../domain/audit.js';
import type {Database} from './schema.js';

/** What operators did, in SQL. */
export function createAuditStore(db: Kysely<Database>): AuditStore {
  return {
    async record({widgetId, details, ...entry}) {
      await db
        .insertInto('audit_log')
        .values({
          id: randomUUID(),
          ...entry,
          widget_id: widgetId,
          details: JSON.stringify(details),
        })
        .execute();
    },
    async list(limit) {
      const rows = await db
        .selectFrom('audit_log')
        .selectAll()
        .orderBy('at', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({at, actor, action, widget_id: widgetId, details}) => ({
        at,
        actor,
        action: action as AuditEntry['action'],
        widgetId,
        details: JSON.parse(details) as AuditEntry['details'],
      }));
    },
  };
}
