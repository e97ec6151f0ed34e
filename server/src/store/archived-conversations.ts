import {sql, type Kysely, type RawBuilder} from 'kysely';
import type {
  ArchiveQuery,
  ConversationQuery,
  ConversationSummary,
  Listed,
} from '../domain/records/archive.js';
import {isPostgres} from './postgres.js';
import {secondsBetween} from './rows.js';
import type {Database} from './schema.js';

/** Sessions of an account's widgets. */
export function ofAccount(db: Kysely<Database>, accountId: string) {
  return db
    .selectFrom('sessions')
    .innerJoin('widgets', 'widgets.id', 'sessions.widget_id')
    .where('widgets.account_id', '=', accountId);
}

type OfAccount = ReturnType<typeof ofAccount>;

/** What conversations and leads are both looked for by. */
export function narrowed(query: OfAccount, {widgetId, from, until}: ArchiveQuery): OfAccount {
  let found = query;
  if (widgetId !== undefined) found = found.where('sessions.widget_id', '=', widgetId);
  if (from !== undefined) found = found.where('sessions.started_at', '>=', from);
  if (until !== undefined) found = found.where('sessions.started_at', '<', until);
  return found;
}

/** Conversations, newest first. */
export async function listConversations(
  db: Kysely<Database>,
  query: ConversationQuery,
): Promise<Listed<ConversationSummary>> {
  // Which they are is asked first: what is told of each costs more than passing it over.
  const wanted = matching(db, query)
    .select('sessions.id')
    .orderBy('sessions.started_at', 'desc')
    .orderBy('sessions.id', 'desc')
    .limit(query.limit + 1)
    .offset(query.offset);
  const rows = await summaries(db)
    .where('sessions.id', 'in', wanted)
    .orderBy('sessions.started_at', 'desc')
    .orderBy('sessions.id', 'desc')
    .execute();
  const entries = rows.slice(0, query.limit).map(({endedAt, usedAt, preview, ...row}) => ({
    ...row,
    endedAt,
    turns: Number(row.turns),
    captures: Number(row.captures),
    unanswered: Number(row.unanswered),
    seconds: secondsBetween(usedAt, endedAt),
    isPreview: preview === 1,
  }));
  return {entries, hasMore: rows.length > query.limit};
}

function matching(db: Kysely<Database>, query: ConversationQuery): OfAccount {
  const {mode, state, having, text, previews = false} = query;
  let found = narrowed(ofAccount(db, query.accountId), query);
  found = previews
    ? found.where('sessions.is_preview', '=', 1)
    : found.where('sessions.is_preview', 'is', null);
  if (mode) found = found.where('sessions.mode', '=', mode);
  if (state) found = found.where('sessions.ended_at', state === 'live' ? 'is' : 'is not', null);
  if (having === 'lead') found = found.where(has('captures'));
  if (having === 'feedback') found = found.where(has('feedback'));
  if (having === 'unanswered') found = found.where(has('turns', sql`turns.is_unanswered = 1`));
  return text === undefined ? found : saying(db, found, text);
}

/** Whether a session has rows of a table, or such of a kind. */
export function has(
  table: 'captures' | 'feedback' | 'turns',
  kind: RawBuilder<boolean> = sql`1 = 1`,
): RawBuilder<boolean> {
  return sql`exists (select 1 from ${sql.table(table)}
    where ${sql.ref(`${table}.session_id`)} = ${sql.ref('sessions.id')} and ${kind})`;
}

function saying(db: Kysely<Database>, query: OfAccount, text: string): OfAccount {
  return query.where(({or}) =>
    or([
      containing(db, 'sessions.page_url', text),
      // Read once from end to end, which is quicker than looking into each conversation.
      sql<boolean>`sessions.id in (select session_id from turns where ${containing(db, 'turns.text', text)})`,
      has('captures', containing(db, 'captures.value', text)),
    ]),
  );
}

/**
 * Whether a column holds a text of any case. SQLite compares so by itself, but ASCII's letters
 * alone: other alphabets are asked for as they are written, small, large, and with a capital.
 */
export function containing(
  db: Kysely<Database>,
  column: string,
  text: string,
): RawBuilder<boolean> {
  const isFolding = isPostgres(db);
  const operator = sql.raw(isFolding ? 'ilike' : 'like');
  const conditions = (isFolding ? [text] : formsOf(text)).map(
    form => sql`${sql.ref(column)} ${operator} ${patternOf(form)} escape '\\'`,
  );
  return sql<boolean>`(${sql.join(conditions, sql` or `)})`;
}

function formsOf(text: string): string[] {
  if (/^[\x00-\x7f]*$/.test(text)) return [text];
  const small = text.toLowerCase();
  const capital = small.replace(/^./u, first => first.toUpperCase());
  return [...new Set([text, small, text.toUpperCase(), capital])];
}

/** What stands for other characters in a pattern stands for itself. */
function patternOf(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

function summaries(db: Kysely<Database>) {
  return db
    .selectFrom('sessions')
    .select([
      'sessions.id',
      'sessions.widget_id as widgetId',
      'sessions.mode',
      'sessions.page_url as pageUrl',
      'sessions.started_at as startedAt',
      'sessions.ended_at as endedAt',
      'sessions.end_reason as endReason',
      'sessions.used_at as usedAt',
      'sessions.is_preview as preview',
    ])
    .select(({selectFrom}) => [
      countOf('turns').as('turns'),
      countOf('captures').as('captures'),
      countOf('turns', sql`turns.is_unanswered = 1`).as('unanswered'),
      selectFrom('feedback')
        .select('rating')
        .whereRef('feedback.session_id', '=', 'sessions.id')
        .orderBy('feedback.at', 'desc')
        .limit(1)
        .as('rating'),
      selectFrom('turns')
        .select('text')
        .whereRef('turns.session_id', '=', 'sessions.id')
        .where('turns.role', '=', 'visitor')
        .orderBy('turns.position')
        .limit(1)
        .as('firstWords'),
    ]);
}

function countOf(table: 'captures' | 'turns', kind: RawBuilder<boolean> = sql`1 = 1`) {
  return sql<number | string>`(select count(*) from ${sql.table(table)}
    where ${sql.ref(`${table}.session_id`)} = ${sql.ref('sessions.id')} and ${kind})`;
}
