import type {Kysely} from 'kysely';
import type {EndReason} from '../../../src/contract/index.js';
import type {LeftCall} from '../domain/records/session-store.js';
import {sessionEnded} from '../domain/webhooks/webhooks.js';
import {announce} from './outbox.js';
import type {PublishedSettings} from './published-settings.js';
import {toCapture, toSession} from './rows.js';
import type {Database} from './schema.js';
import {readTalk, readTrail} from './session-details.js';

/** Makes a process the holder of a session that is not over, and reads how far the call has come. */
export async function takeOver(
  db: Kysely<Database>,
  id: string,
  {processId, published}: {processId: string; published: PublishedSettings},
): Promise<LeftCall | null> {
  const row = await db
    .updateTable('sessions')
    .set({process_id: processId})
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
  if (!row) return null;
  const settings = await published.get(row.revision_id);
  const widget = await db
    .selectFrom('widgets')
    .select('status')
    .where('id', '=', row.widget_id)
    .executeTakeFirst();
  if (!settings || !widget) return null;
  const {turns} = await readTalk(db, id);
  const {pages} = await readTrail(db, id);
  const {url, title} = pages.at(-1) ?? {url: row.page_url, title: row.page_title};
  return {
    widget: {
      id: row.widget_id,
      revisionId: row.revision_id,
      status: widget.status,
      settings,
      ...(row.is_preview === 1 && {previewOrigin: row.origin}),
    },
    page: {url, title},
    locale: row.locale,
    startedAt: row.started_at,
    firstAudioAt: row.first_audio_at,
    usedAt: row.used_at,
    turns,
  };
}

/**
 * Ends a session, and tells the operator's own system. One that is over stays as it is.
 *
 * @param processId - Nothing is done where the session is another process's by now; null: it is
 * nobody's.
 */
export async function endSession(
  db: Kysely<Database>,
  {
    id,
    reason,
    at,
    processId,
  }: {id: string; reason: EndReason; at: string; processId: string | null},
): Promise<void> {
  await db.transaction().execute(async transaction => {
    const row = await transaction
      .updateTable('sessions')
      .set({ended_at: at, end_reason: reason})
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .$if(processId !== null, query => query.where('process_id', '=', processId))
      .returningAll()
      .executeTakeFirst();
    // An operator's own trial is no news to them.
    if (!row || row.is_preview === 1) return;
    const captures = await transaction
      .selectFrom('captures')
      .selectAll()
      .where('session_id', '=', id)
      .orderBy('created_at')
      .execute();
    await announce(transaction, sessionEnded(toSession(row), captures.map(toCapture)));
  });
}
