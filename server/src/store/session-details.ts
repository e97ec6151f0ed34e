import type {Kysely} from 'kysely';
import type {Engagement} from '../../../src/contract/index.js';
import type {SessionDetails} from '../domain/records/session-store.js';
import {toCapture, toSession} from './rows.js';
import type {Database} from './schema.js';

/** Everything kept about one session. */
export async function readDetails(
  db: Kysely<Database>,
  id: string,
): Promise<SessionDetails | null> {
  const row = await db.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  return {
    ...toSession(row),
    engagement: JSON.parse(row.engagement) as Engagement,
    claims: await readClaims(db, id),
    ...(await readTalk(db, id)),
    ...(await readTrail(db, id)),
  };
}

async function readClaims(db: Kysely<Database>, id: string): Promise<SessionDetails['claims']> {
  const row = await db
    .selectFrom('visitor_claims')
    .select(['sub', 'email', 'phone', 'name'])
    .where('session_id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const {sub, email, phone, name} = row;
  return {sub, ...(email && {email}), ...(phone && {phone}), ...(name && {name})};
}

/** What was said, and left. */
export async function readTalk(
  db: Kysely<Database>,
  id: string,
): Promise<Pick<SessionDetails, 'turns' | 'captures'>> {
  const turns = await db
    .selectFrom('turns')
    .select(['id', 'role', 'text', 'at'])
    .where('session_id', '=', id)
    .orderBy('position')
    .execute();
  const captures = await db
    .selectFrom('captures')
    .selectAll()
    .where('session_id', '=', id)
    .orderBy('created_at')
    .execute();
  return {turns, captures: captures.map(toCapture)};
}

/** Where the visitor went, and what they thought of it. */
export async function readTrail(
  db: Kysely<Database>,
  id: string,
): Promise<Pick<SessionDetails, 'pages' | 'feedback'>> {
  const pages = await db
    .selectFrom('page_trail')
    .select(['url', 'title', 'at'])
    .where('session_id', '=', id)
    .orderBy('position')
    .execute();
  const feedback = await db
    .selectFrom('feedback')
    .select(['message_id as messageId', 'rating', 'comment', 'at'])
    .where('session_id', '=', id)
    .orderBy('at')
    .execute();
  return {pages, feedback};
}
