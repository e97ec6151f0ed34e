import type {Kysely} from 'kysely';
import type {UsageStore} from '../domain/records/usage.js';
import type {Database} from './schema.js';

/** How much widgets are used, in SQL. */
export function createUsageStore(db: Kysely<Database>): UsageStore {
  const seconds = async (widgetId: string, day: string): Promise<number> => {
    const row = await db
      .selectFrom('widget_usage')
      .select('seconds')
      .where('widget_id', '=', widgetId)
      .where('day', '=', day)
      .executeTakeFirst();
    return row?.seconds ?? 0;
  };
  return {
    seconds,
    async add(widgetId, day, more) {
      await db
        .insertInto('widget_usage')
        .values({widget_id: widgetId, day, seconds: more})
        .onConflict(conflict =>
          conflict.columns(['widget_id', 'day']).doUpdateSet(({eb, ref}) => ({
            seconds: eb(ref('widget_usage.seconds'), '+', ref('excluded.seconds')),
          })),
        )
        .execute();
      return seconds(widgetId, day);
    },
  };
}
