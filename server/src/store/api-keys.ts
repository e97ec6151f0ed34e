import type {Kysely} from 'kysely';
import type {OperatorStore} from '../domain/operators/operators.js';
import type {Database} from './schema.js';

type ApiKeyRows = Pick<OperatorStore, 'addKey' | 'keys' | 'keyByHash' | 'removeKey'>;

const COLUMNS = ['id', 'name', 'role', 'hint', 'created_at as createdAt'] as const;

/** How often it is noted that a key is in use: not by each request. */
const NOTE_MS = 60_000;

/** Keys of programs, in SQL. */
export function apiKeyRows(db: Kysely<Database>): ApiKeyRows {
  return {
    async addKey({accountId, keyHash, createdAt, usedAt, ...key}) {
      await db
        .insertInto('api_keys')
        .values({
          ...key,
          account_id: accountId,
          key_hash: keyHash,
          created_at: createdAt,
          used_at: usedAt,
        })
        .execute();
    },
    keys: accountId =>
      db
        .selectFrom('api_keys')
        .select(COLUMNS)
        .select('used_at as usedAt')
        .where('account_id', '=', accountId)
        .orderBy('created_at', 'desc')
        .execute(),
    async keyByHash(keyHash, at) {
      const key = await db
        .selectFrom('api_keys')
        .select(COLUMNS)
        .select(['used_at as usedAt', 'account_id as accountId'])
        .where('key_hash', '=', keyHash)
        .executeTakeFirst();
      if (!key) return null;
      if (key.usedAt === null || Date.parse(at) - Date.parse(key.usedAt) > NOTE_MS) {
        await db.updateTable('api_keys').set({used_at: at}).where('id', '=', key.id).execute();
      }
      return key;
    },
    async removeKey(accountId, id) {
      const result = await db
        .deleteFrom('api_keys')
        .where('id', '=', id)
        .where('account_id', '=', accountId)
        .executeTakeFirst();
      return result.numDeletedRows > 0n;
    },
  };
}
