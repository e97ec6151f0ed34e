import {randomUUID} from 'node:crypto';
import type {Kysely, Transaction} from 'kysely';
import type {PublishedWidget} from '../domain/widgets/widget.js';
import type {PublishedSettings} from './published-settings.js';
import {insertRevision} from './revisions.js';
import {toSettings} from './rows.js';
import type {Database} from './schema.js';

/** A trial of a draft. */
export interface NewPreview {
  token: string;
  origin: string;
  expiresAt: string;
}

/** Keeps a draft as it is now, in a revision of its own. False: there is no such widget. */
export async function keepPreview(
  transaction: Transaction<Database>,
  widgetId: string,
  {token, origin, expiresAt}: NewPreview,
): Promise<boolean> {
  const draft = await transaction
    .selectFrom('widgets')
    .innerJoin('revisions', 'revisions.id', 'widgets.draft_revision_id')
    .select('revisions.settings')
    .where('widgets.id', '=', widgetId)
    .executeTakeFirst();
  if (!draft) return false;
  await forgetOld(transaction, widgetId);
  const revisionId = randomUUID();
  await insertRevision(transaction, revisionId, widgetId, toSettings(draft.settings));
  await transaction
    .insertInto('previews')
    .values({
      ...{token, origin, widget_id: widgetId, revision_id: revisionId},
      expires_at: expiresAt,
    })
    .execute();
  return true;
}

/** What nobody can try any more, and no conversation was held with. */
async function forgetOld(transaction: Transaction<Database>, widgetId: string): Promise<void> {
  const old = await transaction
    .selectFrom('previews')
    .select(['token', 'revision_id'])
    .where('widget_id', '=', widgetId)
    .where('expires_at', '<=', new Date().toISOString())
    .execute();
  if (old.length === 0) return;
  const tokens = old.map(({token}) => token);
  await transaction.deleteFrom('previews').where('token', 'in', tokens).execute();
  const revisions = old.map(({revision_id: id}) => id);
  await transaction
    .deleteFrom('revisions')
    .where('id', 'in', revisions)
    .where(({not, exists, selectFrom}) =>
      not(
        exists(
          selectFrom('sessions')
            .select('sessions.id')
            .whereRef('sessions.revision_id', '=', 'revisions.id'),
        ),
      ),
    )
    .execute();
}

/** The draft that a token lets one page try. */
export async function previewByToken(
  db: Kysely<Database>,
  token: string,
  published: PublishedSettings,
): Promise<PublishedWidget | null> {
  const preview = await db
    .selectFrom('previews')
    .select(['widget_id as id', 'revision_id as revisionId', 'origin'])
    .where('token', '=', token)
    .where('expires_at', '>', new Date().toISOString())
    .executeTakeFirst();
  const settings = preview && (await published.get(preview.revisionId));
  if (!settings) return null;
  const {id, revisionId, origin} = preview;
  return {id, revisionId, status: 'live', settings, previewOrigin: origin};
}
