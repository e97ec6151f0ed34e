import {sql, type Kysely, type SelectQueryBuilder} from 'kysely';
import type {DayOfUse} from '../domain/records/archive.js';
import {has} from './archived-conversations.js';
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
  const visited = await visits()
    .select([
      day.as('day'),
      sql<number>`sum(case when sessions.used_at is not null then 1 else 0 end)`.as('calls'),
      sql<number>`sum(case when ${has('captures')} then 1 else 0 end)`.as('leads'),
    ])
    .groupBy(day)
    .execute();
  const talks = grouped(await readTalks(db, visits()), row => row.day);
  const minutes = await db
    .selectFrom('widget_usage')
    .select(['day', 'seconds'])
    .where('widget_id', '=', widgetId)
    .where('day', '>=', since)
    .execute();
  const days = new Set([...visited, ...minutes].map(row => row.day));
  return [...days].sort().map(of => {
    const at = <Row extends {day: string}>(rows: readonly Row[]) =>
      rows.find(row => row.day === of);
    return {
      day: of,
      calls: Number(at(visited)?.calls ?? 0),
      minutes: Math.round((at(minutes)?.seconds ?? 0) / 6) / 10,
      leads: Number(at(visited)?.leads ?? 0),
      ...sumOf(talks.get(of) ?? []),
    };
  });
}

/** How exactly a median is known, in milliseconds. */
const STEP_MS = 10;

/** What was said on a day in the calls whose answers began about as soon, in numbers. */
interface Talk {
  day: string;
  /** Of {@link STEP_MS}; null: nothing was answered. */
  step: number | string | null;
  calls: number | string | bigint;
  questions: number | string | bigint;
  unanswered: number | string | bigint;
}

/**
 * Call by call, in the order of the index, so that nothing has to be sorted and no text is read;
 * then by day and step, so that thousands of calls are not carried here.
 */
function readTalks(
  db: Kysely<Database>,
  visits: SelectQueryBuilder<Database, 'sessions', object>,
): Promise<Talk[]> {
  const calls = visits
    .innerJoin('turns', 'turns.session_id', 'sessions.id')
    .select([
      'sessions.started_at as at',
      sql<number>`sum(case when turns.role = 'visitor' then 1 else 0 end)`.as('questions'),
      sql<number>`sum(case when turns.is_unanswered = 1 then 1 else 0 end)`.as('unanswered'),
      sql<number | null>`cast(avg(turns.latency_ms) / ${sql.lit(STEP_MS)} as integer)`.as('step'),
    ])
    .groupBy(['sessions.started_at', 'sessions.id'])
    .as('talk');
  const day = sql<string>`substr(talk.at, 1, 10)`;
  return db
    .selectFrom(calls)
    .select(({fn}) => [
      day.as('day'),
      'talk.step',
      fn.countAll().as('calls'),
      fn.sum('talk.questions').as('questions'),
      fn.sum('talk.unanswered').as('unanswered'),
    ])
    .groupBy([day, 'talk.step'])
    .execute();
}

function sumOf(talks: readonly Talk[]): Pick<DayOfUse, 'questions' | 'unanswered' | 'latencyMs'> {
  const sum = (key: 'questions' | 'unanswered') =>
    talks.reduce((total, talk) => total + Number(talk[key]), 0);
  const steps = talks
    .flatMap(({step, calls}) => (step === null ? [] : {step: Number(step), calls: Number(calls)}))
    .sort((a, b) => a.step - b.step);
  const total = steps.reduce((all, {calls}) => all + calls, 0);
  let passed = 0;
  const middle = steps.find(({calls}) => (passed += calls) * 2 >= total);
  return {
    questions: sum('questions'),
    unanswered: sum('unanswered'),
    latencyMs: middle ? middle.step * STEP_MS : null,
  };
}

/** Visitors' words before an answer that had none to give, newest first. */
export async function readUnanswered(
  db: Kysely<Database>,
  widgetId: string,
  limit: number,
): Promise<{text: string; at: string; id: string}[]> {
  const rows = await db
    .selectFrom('turns as answer')
    .where('answer.is_unanswered', '=', 1)
    // Asked of each in turn: the newest few are found without looking at all sessions.
    .where(({exists, selectFrom}) =>
      exists(
        selectFrom('sessions')
          .select(sql.lit(1).as('one'))
          .whereRef('sessions.id', '=', 'answer.session_id')
          .where('sessions.widget_id', '=', widgetId)
          .where('sessions.is_preview', 'is', null),
      ),
    )
    .select(['answer.at', 'answer.session_id as id'])
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
