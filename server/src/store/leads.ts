import type {Kysely} from 'kysely';
import {leadOf, type Lead, type LeadStore} from '../domain/leads.js';
import {toCapture} from './rows.js';
import type {Database} from './schema.js';

/** Contact details by call, in SQL. */
export function createLeadStore(db: Kysely<Database>): LeadStore {
  return {
    async list(limit): Promise<Lead[]> {
      const sessions = await db
        .selectFrom('sessions')
        .select(['id', 'widget_id', 'page_url', 'started_at'])
        .where(({exists, selectFrom}) =>
          exists(
            selectFrom('captures')
              .select('captures.id')
              .whereRef('captures.session_id', '=', 'sessions.id'),
          ),
        )
        .orderBy('started_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      if (sessions.length === 0) return [];
      const ids = sessions.map(({id}) => id);
      const rows = await db
        .selectFrom('captures')
        .selectAll()
        .where('session_id', 'in', ids)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      const captures = rows.map(toCapture);
      return sessions.map(({id, widget_id: widgetId, page_url: pageUrl, started_at: at}) =>
        leadOf(
          {sessionId: id, widgetId, pageUrl, at},
          captures.filter(({sessionId}) => sessionId === id),
        ),
      );
    },
  };
}
