import {randomUUID} from 'node:crypto';
import type {Transaction} from 'kysely';
import type {WidgetSettings} from '../domain/widgets/widget.js';
import type {Database} from './schema.js';

/** Adds a revision to a widget, in the next place. */
export async function insertRevision(
  transaction: Transaction<Database>,
  id: string,
  widgetId: string,
  settings: WidgetSettings,
): Promise<void> {
  const {last} = await transaction
    .selectFrom('revisions')
    .select(({fn}) => fn.max<number | null>('number').as('last'))
    .where('widget_id', '=', widgetId)
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto('revisions')
    .values({
      id,
      widget_id: widgetId,
      number: (last ?? 0) + 1,
      settings: JSON.stringify(settings),
      created_at: new Date().toISOString(),
      published_at: null,
    })
    .execute();
}

/** Makes the draft the live revision. False: there is no such widget. */
export async function publish(transaction: Transaction<Database>, id: string): Promise<boolean> {
  const result = await transaction
    .updateTable('widgets')
    .set(({ref}) => ({status: 'live', published_revision_id: ref('draft_revision_id')}))
    .where('id', '=', id)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) return false;
  await transaction
    .updateTable('revisions')
    .set({published_at: new Date().toISOString()})
    .where('published_at', 'is', null)
    .where('id', 'in', query =>
      query.selectFrom('widgets').select('draft_revision_id').where('widgets.id', '=', id),
    )
    .execute();
  return true;
}

/** Replaces the draft. False: there is no such widget. */
export async function saveDraft(
  transaction: Transaction<Database>,
  id: string,
  settings: WidgetSettings,
): Promise<boolean> {
  // An unpublished draft is overwritten; a published revision never changes.
  const edited = await transaction
    .updateTable('revisions')
    .set({settings: JSON.stringify(settings)})
    .where('published_at', 'is', null)
    .where('id', 'in', query =>
      query.selectFrom('widgets').select('draft_revision_id').where('widgets.id', '=', id),
    )
    .executeTakeFirst();
  if (edited.numUpdatedRows > 0n) return true;
  const revisionId = randomUUID();
  const widget = await transaction
    .updateTable('widgets')
    .set({draft_revision_id: revisionId})
    .where('id', '=', id)
    .executeTakeFirst();
  if (widget.numUpdatedRows === 0n) return false;
  await insertRevision(transaction, revisionId, id, settings);
  return true;
}
