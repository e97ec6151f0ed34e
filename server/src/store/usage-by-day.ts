import {sql, type Kysely} from 'kysely';
import type {DayOfUse} from '../domain/archive.js';
import {grouped} from './rows.js';
import type {Database} from './schema.js';

/** A widget's numbers by day, from a day on. */
export async function readUsage(
  db: Kysely<Database>,
  widgetId: string,
  since: string,
): Promise<DayOfUse[]> {
  const visits = () =>
    db
      .selectFrom('sessions')
      .where('sessions.widget_id', '=', widgetId)
      .where('sessions.started_at', '>=', since)
      .where('sessions.is_preview', 'is', null);
  const day = sql<string>`substr(sessions.started_at, 1, 10)`;
  const calls = await visits()
    .where('sessions.used_at', 'is not', null)
    .select([day.as('day'), ({fn}) => fn.countAll().as('calls')])
    .groupBy(day)
    .execute();
  const leads = await visits()
    .where(({exists, selectFrom}) =>
      exists(
        selectFrom('captures')
          .select(sql.lit(1).as('one'))
          .whereRef('captures.session_id', '=', 'sessions.id'),
      ),
    )
    .select([day.as('day'), ({fn}) => fn.countAll().as('leads')])
    .groupBy(day)
    .execute();
  const turns = await visits()
    .innerJoin('turns', 'turns.session_id', 'sessions.id')
    .select([
      day.as('day'),
      sql<number>`sum(case when turns.role = 'visitor' then 1 else 0 end)`.as('questions'),
      sql<number>`sum(case when turns.is_unanswered = 1 then 1 else 0 end)`.as('unanswered'),
    ])
    .groupBy(day)
    .execute();
  const minutes = await db
    .selectFrom('widget_usage')
    .select(['day', 'seconds'])
    .where('widget_id', '=', widgetId)
    .where('day', '>=', since)
    .execute();
  const latencies = await readLatencies(db, widgetId, since);
  const days = new Set([...calls, ...minutes].map(row => row.day));
  return [...days].sort().map(of => {
    const at = <Row extends {day: string}>(rows: readonly Row[]) =>
      rows.find(row => row.day === of);
    return {
      day: of,
      calls: Number(at(calls)?.calls ?? 0),
      minutes: Math.round((at(minutes)?.seconds ?? 0) / 6) / 10,
      leads: Number(at(leads)?.leads ?? 0),
      questions: Number(at(turns)?.questions ?? 0),
      unanswered: Number(at(turns)?.unanswered ?? 0),
      latencyMs: median(latencies.get(of) ?? []),
    };
  });
}

async function readLatencies(
  db: Kysely<Database>,
  widgetId: string,
  since: string,
): Promise<Map<string, number[]>> {
  const rows = await db
    .selectFrom('turns')
    .innerJoin('sessions', 'sessions.id', 'turns.session_id')
    .where('sessions.widget_id', '=', widgetId)
    .where('sessions.started_at', '>=', since)
    .where('sessions.is_preview', 'is', null)
    .where('turns.latency_ms', 'is not', null)
    .select([sql<string>`substr(sessions.started_at, 1, 10)`.as('day'), 'turns.latency_ms'])
    .execute();
  const days = grouped(rows, row => row.day);
  return new Map([...days].map(([day, all]) => [day, all.map(row => Number(row.latency_ms))]));
}

function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
}

/** Visitors' words before an answer that had none to give, newest first. */
export async function readUnanswered(
  db: Kysely<Database>,
  widgetId: string,
  limit: number,
): Promise<{text: string; at: string; id: string}[]> {
  const rows = await db
    .selectFrom('turns as answer')
    .innerJoin('sessions', 'sessions.id', 'answer.session_id')
    .where('sessions.widget_id', '=', widgetId)
    .where('sessions.is_preview', 'is', null)
    .where('answer.is_unanswered', '=', 1)
    .select(['answer.at', 'sessions.id'])
    .select(({selectFrom}) =>
      selectFrom('turns as question')
        .select('question.text')
        .whereRef('question.session_id', '=', 'answer.session_id')
        .whereRef('question.position', '<', 'answer.position')
        .where('question.role', '=', 'visitor')
        .orderBy('question.position', 'desc')
        .limit(1)
        .as('text'),
    )
    .orderBy('answer.at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({text, ...row}) => ({...row, text: text ?? ''}));
}
