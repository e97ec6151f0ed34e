import {randomUUID} from 'node:crypto';
import type {Kysely, Transaction} from 'kysely';
import type {OperatorStore, Role} from '../domain/operators/operators.js';
import {apiKeyRows} from './api-keys.js';
import {inviteRows} from './invites.js';
import type {Database} from './schema.js';

/** What the auth library keeps of an operator beside the row itself. */
const OF_OPERATOR = ['operator_sessions', 'operator_credentials', 'operator_two_factors'];

/** People, invitations and keys in SQL. */
export function createOperatorStore(db: Kysely<Database>): OperatorStore {
  return {
    ...inviteRows(db),
    ...apiKeyRows(db),
    async isSetUp() {
      return !!(await db.selectFrom('members').select('operator_id').limit(1).executeTakeFirst());
    },
    firstAccount: () =>
      db
        .selectFrom('accounts')
        .select(['id', 'name'])
        .orderBy('created_at')
        .executeTakeFirstOrThrow(),
    async createAccount(name) {
      const account = {id: randomUUID(), name};
      await db
        .insertInto('accounts')
        .values({...account, created_at: new Date().toISOString()})
        .execute();
      return account;
    },
    async account(id) {
      const row = db.selectFrom('accounts').select(['id', 'name']).where('id', '=', id);
      return (await row.executeTakeFirst()) ?? null;
    },
    async renameAccount(id, name) {
      await db.updateTable('accounts').set({name}).where('id', '=', id).execute();
    },
    async memberOf(operatorId) {
      const row = db
        .selectFrom('members')
        .select(['account_id as accountId', 'role'])
        .where('operator_id', '=', operatorId);
      return (await row.executeTakeFirst()) ?? null;
    },
    people: accountId =>
      db
        .selectFrom('members')
        .innerJoin('operators', 'operators.id', 'members.operator_id')
        .select(['operators.id', 'operators.name', 'operators.email', 'members.role'])
        .select('members.created_at as joinedAt')
        .where('members.account_id', '=', accountId)
        .orderBy('members.created_at')
        .execute(),
    setRole: (accountId, operatorId, role) =>
      db.transaction().execute(async transaction => {
        if (role !== 'owner' && !(await hasOther(transaction, accountId, operatorId))) return false;
        const result = await transaction
          .updateTable('members')
          .set({role})
          .where('operator_id', '=', operatorId)
          .where('account_id', '=', accountId)
          .executeTakeFirst();
        return result.numUpdatedRows > 0n;
      }),
    remove: (accountId, operatorId) =>
      db.transaction().execute(transaction => remove(transaction, accountId, operatorId)),
    async join(operatorId, accountId, role, at) {
      await db
        .insertInto('members')
        .values({operator_id: operatorId, account_id: accountId, role, created_at: at})
        .onConflict(conflict =>
          conflict.column('operator_id').doUpdateSet({account_id: accountId, role}),
        )
        .execute();
    },
  };
}

/** Whether an account would still have an owner without this person. */
async function hasOther(
  transaction: Transaction<Database>,
  accountId: string,
  operatorId: string,
): Promise<boolean> {
  const role: Role = 'owner';
  const other = await transaction
    .selectFrom('members')
    .select('operator_id')
    .where('account_id', '=', accountId)
    .where('role', '=', role)
    .where('operator_id', '!=', operatorId)
    .executeTakeFirst();
  return other !== undefined;
}

async function remove(
  transaction: Transaction<Database>,
  accountId: string,
  operatorId: string,
): Promise<boolean> {
  if (!(await hasOther(transaction, accountId, operatorId))) return false;
  const result = await transaction
    .deleteFrom('members')
    .where('operator_id', '=', operatorId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  if (result.numDeletedRows === 0n) return false;
  const library = transaction.withTables<Record<string, {user_id: string}>>();
  for (const table of OF_OPERATOR) {
    await library.deleteFrom(table).where('user_id', '=', operatorId).execute();
  }
  await transaction.deleteFrom('operators').where('id', '=', operatorId).execute();
  return true;
}
