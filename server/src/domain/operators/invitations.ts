import {createHash, randomBytes, randomUUID} from 'node:crypto';
import type {Audit} from './audit.js';
import {timestamp, type Clock} from '../clock.js';
import type {ApiKey, Invite, OperatorAuth, OperatorStore, Role} from './operators.js';

const DAY_MS = 86_400_000;
/** How long a link to join is good. */
const INVITE_DAYS = 7;
/** Of a key, shown ever after. */
const HINT_LENGTH = 8;

/** Programs' keys begin with this, so that a leaked one is found by scanners. */
export const API_KEY_PREFIX = 'aiwk_';

/** Why nobody joined. */
export type JoinRefusal = 'INVITE_UNKNOWN' | 'EMAIL_TAKEN' | 'EMAIL_DIFFERS';

/** How somebody who joins is known from then on. */
export interface Newcomer {
  register: OperatorAuth['register'];
  audit: (accountId: string, operatorId: string) => Promise<void>;
}

/** Only what cannot be turned back into the token is stored. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Lets people in by links that work once, and programs by keys. */
export class Invitations {
  readonly #store: OperatorStore;
  readonly #clock: Pick<Clock, 'now'>;

  constructor(store: OperatorStore, clock: Pick<Clock, 'now'>) {
    this.#store = store;
    this.#clock = clock;
  }

  /** The token of a link that makes one person a member. It is shown once. */
  async invite(
    accountId: string,
    role: Role,
    {email = null, audit}: {email?: string | null; audit: Audit},
  ): Promise<{invite: Invite; token: string}> {
    const token = randomBytes(24).toString('base64url');
    const now = this.#clock.now();
    const invite: Invite = {
      id: randomUUID(),
      accountId,
      role,
      email: email && email.trim().toLowerCase(),
      createdAt: timestamp(now),
      expiresAt: timestamp(now + INVITE_DAYS * DAY_MS),
    };
    await this.#store.invite({...invite, tokenHash: hashOf(token)});
    await audit('operator.invite', null, {role});
    return {invite, token};
  }

  /** What a link leads to; null: it was used, taken back, or is too old. */
  find(token: string): Promise<Invite | null> {
    return this.#store.inviteByHash(hashOf(token), timestamp(this.#clock.now()));
  }

  /** The new operator's id. The link is used up by whoever is first. */
  async join(
    token: string,
    person: {name: string; email: string; password: string},
    {register, audit}: Newcomer,
  ): Promise<{operatorId: string} | JoinRefusal> {
    const invite = await this.find(token);
    if (!invite) return 'INVITE_UNKNOWN';
    const email = person.email.trim().toLowerCase();
    if (invite.email !== null && invite.email !== email) return 'EMAIL_DIFFERS';
    const operatorId = await register({...person, email});
    if (operatorId === null) return 'EMAIL_TAKEN';
    if (!(await this.#store.takeInvite(invite.id))) return 'INVITE_UNKNOWN';
    const at = timestamp(this.#clock.now());
    await this.#store.join(operatorId, invite.accountId, invite.role, at);
    await audit(invite.accountId, operatorId);
    return {operatorId};
  }

  /** A program's key, in clear this once. */
  async createKey(
    accountId: string,
    {name, role, audit}: {name: string; role: Role; audit: Audit},
  ): Promise<ApiKey & {key: string}> {
    const secret = API_KEY_PREFIX + randomBytes(24).toString('base64url');
    const key: ApiKey = {
      id: randomUUID(),
      name,
      role,
      hint: secret.slice(0, API_KEY_PREFIX.length + HINT_LENGTH),
      createdAt: timestamp(this.#clock.now()),
      usedAt: null,
    };
    await this.#store.addKey({...key, accountId, keyHash: hashOf(secret)});
    await audit('api-key.create', null, {name, role});
    return {...key, key: secret};
  }
}
