import type {Insertable, Kysely, Transaction} from 'kysely';
import type {EndReason} from '../../../src/contract/index.js';
import type {AnswerNote} from '../domain/calls/conversation.js';
import type {
  Feedback,
  LeftCall,
  NewSession,
  SessionDetails,
  SessionRecord,
  SessionStore,
  Tokens,
  Turn,
  VisitedPage,
} from '../domain/records/session-store.js';
import {siteOf, type Site} from '../domain/widgets/widget.js';
import type {Commit} from './commits.js';
import {putFeedback} from './feedback.js';
import {prepared} from './prepared.js';
import type {PublishedSettings} from './published-settings.js';
import {toSession} from './rows.js';
import type {Database, SessionsTable} from './schema.js';
import {readDetails} from './session-details.js';
import {endSession, takeOver} from './session-holder.js';

const usedChallenge = prepared<{nonce: string}>()((db, value) =>
  db.selectFrom('used_challenges').select('nonce').where('nonce', '=', value('nonce')),
);

const sessionById = prepared<{id: string}>()((db, value) =>
  db.selectFrom('sessions').selectAll().where('id', '=', value('id')),
);

const revisionOfSession = prepared<{id: string}>()((db, value) =>
  db
    .selectFrom('sessions')
    .select(['revision_id', 'is_preview', 'origin'])
    .where('id', '=', value('id')),
);

const useChallenge = prepared<{nonce: string; expires_at: string}>()((db, value) =>
  db
    .insertInto('used_challenges')
    .values({nonce: value('nonce'), expires_at: value('expires_at')})
    .onConflict(conflict => conflict.column('nonce').doNothing()),
);

const forgetChallenges = prepared<{before: string}>()((db, value) =>
  db.deleteFrom('used_challenges').where('expires_at', '<', value('before')),
);

/** What of a session is known at its start. */
type StartColumn =
  | 'id'
  | 'process_id'
  | 'widget_id'
  | 'revision_id'
  | 'origin'
  | 'mode'
  | 'engagement'
  | 'page_url'
  | 'page_title'
  | 'page_referrer'
  | 'locale'
  | 'consent_version'
  | 'consent_agreed_at'
  | 'is_preview'
  | 'started_at';

const insertSession = prepared<Pick<Insertable<SessionsTable>, StartColumn>>()((db, value) =>
  db.insertInto('sessions').values({
    id: value('id'),
    process_id: value('process_id'),
    widget_id: value('widget_id'),
    revision_id: value('revision_id'),
    origin: value('origin'),
    mode: value('mode'),
    engagement: value('engagement'),
    page_url: value('page_url'),
    page_title: value('page_title'),
    page_referrer: value('page_referrer'),
    locale: value('locale'),
    consent_version: value('consent_version'),
    consent_agreed_at: value('consent_agreed_at'),
    is_preview: value('is_preview'),
    started_at: value('started_at'),
  }),
);

/** Sessions and what is said in them, in SQL. */
export class SqlSessionStore implements SessionStore {
  readonly #db: Kysely<Database>;
  readonly #processId: string;
  readonly #commit: Commit;
  readonly #published: PublishedSettings;

  /** @param processId - Holds the sessions that are made here. */
  constructor(
    db: Kysely<Database>,
    processId: string,
    {commit, published}: {commit: Commit; published: PublishedSettings},
  ) {
    this.#db = db;
    this.#processId = processId;
    this.#commit = commit;
    this.#published = published;
  }

  create(session: NewSession): Promise<boolean> {
    return this.#commit(transaction => create(transaction, session, this.#processId));
  }

  async isChallengeUsed(nonce: string): Promise<boolean> {
    return (await usedChallenge(this.#db, {nonce})).rows.length > 0;
  }

  async byId(id: string): Promise<SessionRecord | null> {
    const [row] = (await sessionById(this.#db, {id})).rows;
    return row ? toSession(row) : null;
  }

  async siteOf(id: string): Promise<Site | null> {
    const [row] = (await revisionOfSession(this.#db, {id})).rows;
    const settings = row && (await this.#published.get(row.revision_id));
    if (!settings) return null;
    return {...siteOf(settings), ...(row.is_preview === 1 && {previewOrigin: row.origin})};
  }

  details(id: string): Promise<SessionDetails | null> {
    return readDetails(this.#db, id);
  }

  async list(limit: number): Promise<SessionRecord[]> {
    const rows = await this.#db
      .selectFrom('sessions')
      .selectAll()
      .orderBy('started_at', 'desc')
      .limit(limit)
      .execute();
    return rows.map(toSession);
  }

  async firstAudio(id: string, at: string): Promise<void> {
    await this.#db.updateTable('sessions').set({first_audio_at: at}).where('id', '=', id).execute();
  }

  async use(id: string, at: string): Promise<void> {
    await this.#db.updateTable('sessions').set({used_at: at}).where('id', '=', id).execute();
  }

  async addTokens(id: string, {promptTokens, completionTokens}: Tokens): Promise<void> {
    await this.#db
      .updateTable('sessions')
      .set(({eb}) => ({
        prompt_tokens: eb('prompt_tokens', '+', promptTokens),
        completion_tokens: eb('completion_tokens', '+', completionTokens),
      }))
      .where('id', '=', id)
      .execute();
  }

  takeOver(id: string): Promise<LeftCall | null> {
    return takeOver(this.#db, id, {processId: this.#processId, published: this.#published});
  }

  async end(id: string, reason: EndReason, at: string): Promise<void> {
    await endSession(this.#db, {id, reason, at, processId: this.#processId});
  }

  putTurn(id: string, turn: Turn): Promise<void> {
    return putTurn(this.#db, id, turn);
  }

  async noteAnswer(id: string, {messageId, latencyMs, isUnanswered}: AnswerNote): Promise<void> {
    await this.#db
      .updateTable('turns')
      .set({latency_ms: latencyMs ?? null, is_unanswered: isUnanswered ? 1 : null})
      .where('session_id', '=', id)
      .where('id', '=', messageId)
      .execute();
  }

  async addPage(id: string, page: VisitedPage): Promise<void> {
    const position = await nextPosition(this.#db, 'page_trail', id);
    await this.#db
      .insertInto('page_trail')
      .values({session_id: id, position, ...page})
      .execute();
  }

  putFeedback(id: string, feedback: Feedback): Promise<boolean> {
    return putFeedback(this.#db, id, feedback);
  }
}

async function create(
  transaction: Transaction<Database>,
  session: NewSession,
  processId: string,
): Promise<boolean> {
  const {challenge, claims, page, consent} = session;
  // Written first: SQLite then holds the write lock, and two requests cannot both find it unused.
  const {nonce, expiresAt} = challenge;
  const used = await useChallenge(transaction, {nonce, expires_at: expiresAt});
  if (!used.numAffectedRows) return false;
  await forgetChallenges(transaction, {before: session.startedAt});
  await insertSession(transaction, {
    id: session.id,
    process_id: processId,
    widget_id: session.widgetId,
    revision_id: session.revisionId,
    origin: session.origin,
    mode: session.mode,
    engagement: JSON.stringify(session.engagement),
    page_url: page.url,
    page_title: page.title,
    page_referrer: page.referrer,
    locale: session.locale,
    consent_version: consent?.version ?? null,
    consent_agreed_at: consent?.agreedAt ?? null,
    is_preview: session.isPreview ? 1 : null,
    started_at: session.startedAt,
  });
  if (!claims) return true;
  const {sub, email = null, phone = null, name = null} = claims;
  await transaction
    .insertInto('visitor_claims')
    .values({session_id: session.id, sub, email, phone, name})
    .execute();
  return true;
}

async function putTurn(db: Kysely<Database>, sessionId: string, turn: Turn): Promise<void> {
  if (turn.text === '') {
    await db
      .deleteFrom('turns')
      .where('session_id', '=', sessionId)
      .where('id', '=', turn.id)
      .execute();
    return;
  }
  const position = await nextPosition(db, 'turns', sessionId);
  await db
    .insertInto('turns')
    .values({session_id: sessionId, position, ...turn})
    .onConflict(conflict => conflict.columns(['session_id', 'id']).doUpdateSet({text: turn.text}))
    .execute();
}

/** A session's entries are written one after the other, so nobody else takes the same place. */
async function nextPosition(
  db: Kysely<Database>,
  table: 'turns' | 'page_trail',
  sessionId: string,
): Promise<number> {
  const {last} = await db
    .selectFrom(table)
    .select(({fn}) => fn.max<number | null>('position').as('last'))
    .where('session_id', '=', sessionId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}
