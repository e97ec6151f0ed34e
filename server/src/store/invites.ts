import type {Kysely} from 'kysely';
import type {Invite, OperatorStore} from '../domain/operators/operators.js';
import type {Database} from './schema.js';

type InviteRows = Pick<
  OperatorStore,
  'invite' | 'invites' | 'inviteByHash' | 'takeInvite' | 'withdraw'
>;

/** Invitations in SQL. */
export function inviteRows(db: Kysely<Database>): InviteRows {
  const valid = (now: string) =>
    db
      .selectFrom('invites')
      .select(['id', 'account_id as accountId', 'role', 'email'])
      .select(['created_at as createdAt', 'expires_at as expiresAt'])
      .where('expires_at', '>', now);
  return {
    async invite({accountId, tokenHash, createdAt, expiresAt, ...invite}) {
      await db
        .insertInto('invites')
        .values({
          ...invite,
          account_id: accountId,
          token_hash: tokenHash,
          created_at: createdAt,
          expires_at: expiresAt,
        })
        .execute();
    },
    invites: (accountId, now): Promise<Invite[]> =>
      valid(now).where('account_id', '=', accountId).orderBy('created_at', 'desc').execute(),
    async inviteByHash(tokenHash, now) {
      return (await valid(now).where('token_hash', '=', tokenHash).executeTakeFirst()) ?? null;
    },
    async takeInvite(id) {
      const result = await db.deleteFrom('invites').where('id', '=', id).executeTakeFirst();
      return result.numDeletedRows > 0n;
    },
    async withdraw(accountId, id) {
      const result = await db
        .deleteFrom('invites')
        .where('id', '=', id)
        .where('account_id', '=', accountId)
        .executeTakeFirst();
      return result.numDeletedRows > 0n;
    },
  };
}
