import {randomUUID} from 'node:crypto';
import {sql, type Kysely, type Selectable, type Transaction} from 'kysely';
import type {
  Delivery,
  DueMessage,
  OutboxStore,
  WebhookNotice,
} from '../domain/webhooks/webhooks.js';
import {prepared} from './prepared.js';
import type {Database, OutboxTable} from './schema.js';

const insertMessage = prepared<WebhookNotice & {id: string}>()((db, value) =>
  db
    .insertInto('outbox')
    .columns(['id', 'widget_id', 'session_id', 'type', 'body', 'created_at', 'due_at', 'attempts'])
    .expression(query =>
      query
        .selectFrom('widgets')
        .select(({val}) => [
          val(value('id')).as('id'),
          'widgets.id as widget_id',
          val(value('sessionId')).as('session_id'),
          val(value('type')).as('type'),
          val(value('body')).as('body'),
          val(value('at')).as('created_at'),
          val(value('at')).as('due_at'),
          sql.lit(0).as('attempts'),
        ])
        .where('widgets.id', '=', value('widgetId'))
        .where('widgets.webhook_url', 'is not', null),
    ),
);

/**
 * Puts a message into the outbox, in the transaction of what it tells of: neither is ever without
 * the other. Nothing where the widget has no webhook.
 */
export async function announce(
  transaction: Transaction<Database>,
  {widgetId, sessionId, type, body, at}: WebhookNotice,
): Promise<void> {
  const id = `msg_${randomUUID()}`;
  await insertMessage(transaction, {id, widgetId, sessionId, type, body, at});
}

/** The outbox in SQL. */
export function createOutboxStore(db: Kysely<Database>): OutboxStore {
  return {
    async take(now, leasedUntil, limit) {
      const due = await dueAt(db, now, limit);
      const mine = await Promise.all(due.map(message => lease(db, message, leasedUntil)));
      return mine.flatMap(message => message ?? []);
    },
    async settle(id, {at, isDelivered, answer, dueAt: next}) {
      await db
        .updateTable('outbox')
        .set({due_at: next, last_answer: answer, ...(isDelivered && {delivered_at: at})})
        .where('id', '=', id)
        .execute();
    },
    async list(limit) {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(toDelivery);
    },
    async ofAccount(accountId, {widgetId, offset, limit}) {
      const rows = await db
        .selectFrom('outbox')
        .innerJoin('widgets', 'widgets.id', 'outbox.widget_id')
        .selectAll('outbox')
        .where('widgets.account_id', '=', accountId)
        .$if(widgetId !== undefined, query => query.where('widgets.id', '=', widgetId ?? ''))
        .orderBy('outbox.created_at', 'desc')
        .orderBy('outbox.id')
        .limit(limit + 1)
        .offset(offset)
        .execute();
      return {entries: rows.slice(0, limit).map(toDelivery), hasMore: rows.length > limit};
    },
    async resend(id, at, accountId) {
      const result = await db
        .updateTable('outbox')
        .set({due_at: at, attempts: 0, delivered_at: null})
        .where('id', '=', id)
        .where('widget_id', 'in', query =>
          query
            .selectFrom('widgets')
            .select('id')
            .where('webhook_url', 'is not', null)
            .$if(accountId !== undefined, own => own.where('account_id', '=', accountId ?? '')),
        )
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
  };
}

type DueRow = DueMessage & {dueAt: string | null};

async function dueAt(db: Kysely<Database>, now: string, limit: number): Promise<DueRow[]> {
  const rows = await db
    .selectFrom('outbox')
    .innerJoin('widgets', 'widgets.id', 'outbox.widget_id')
    .select([
      'outbox.id',
      'outbox.widget_id as widgetId',
      'outbox.body',
      'outbox.attempts',
      'outbox.due_at as dueAt',
      'widgets.webhook_url as url',
      'widgets.sealed_webhook_secret as sealedSecret',
    ])
    .where('outbox.due_at', '<=', now)
    .where('widgets.webhook_url', 'is not', null)
    .orderBy('outbox.due_at')
    .limit(limit)
    .execute();
  return rows.map(({url, sealedSecret, ...row}) => ({
    ...row,
    url: url ?? '',
    sealedSecret: sealedSecret ?? '',
  }));
}

/** Whoever moves the message on from where it was seen has it. */
async function lease(
  db: Kysely<Database>,
  {dueAt: seen, ...message}: DueRow,
  until: string,
): Promise<DueMessage | null> {
  const attempts = message.attempts + 1;
  const result = await db
    .updateTable('outbox')
    .set({due_at: until, attempts})
    .where('id', '=', message.id)
    .where('due_at', '=', seen)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n ? {...message, attempts} : null;
}

function toDelivery(row: Selectable<OutboxTable>): Delivery {
  return {
    id: row.id,
    widgetId: row.widget_id,
    sessionId: row.session_id,
    type: row.type,
    createdAt: row.created_at,
    attempts: row.attempts,
    dueAt: row.due_at,
    deliveredAt: row.delivered_at,
    lastAnswer: row.last_answer,
  };
}
