/** What somebody may do in an account; each may what the ones before may. */
export const ROLES = ['viewer', 'editor', 'owner'] as const;

/**
 * `viewer`: sees widgets, leads and conversations. `editor`: changes widgets and talks to visitors.
 * `owner`: secrets, people, keys, and what cannot be undone.
 */
export type Role = (typeof ROLES)[number];

/** Whether somebody of this role may do what takes `least`. */
export function may(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}

/** Who asks: somebody signed in, or a program with a key. */
export interface Member {
  /** Of the operator; null: a program. */
  operatorId: string | null;
  accountId: string;
  role: Role;
  /** As the audit log has it: `operator:` and their id, or `key:` and its id. */
  actor: string;
}

/** One of the people of an account. */
export interface Person {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** RFC 3339. */
  joinedAt: string;
}

/** A tenant. */
export interface Account {
  id: string;
  name: string;
}

/** A link that makes one operator, without its token. */
export interface Invite {
  id: string;
  accountId: string;
  role: Role;
  /** Null: whoever has the link. */
  email: string | null;
  createdAt: string;
  expiresAt: string;
}

/** A program's key, without the key. */
export interface ApiKey {
  id: string;
  name: string;
  role: Role;
  /** Its first characters. */
  hint: string;
  createdAt: string;
  usedAt: string | null;
}

/** People, invitations and keys. */
export interface OperatorStore {
  /** Whether anybody can sign in. */
  isSetUp(): Promise<boolean>;
  /** The account that was there first. */
  firstAccount(): Promise<Account>;
  createAccount(name: string): Promise<Account>;
  account(id: string): Promise<Account | null>;
  renameAccount(id: string, name: string): Promise<void>;
  memberOf(operatorId: string): Promise<{accountId: string; role: Role} | null>;
  people(accountId: string): Promise<Person[]>;
  /** False: there is no such person in the account, or nobody would be its owner. */
  setRole(accountId: string, operatorId: string, role: Role): Promise<boolean>;
  /** Removes the person and everything they sign in with. False: as {@link setRole}. */
  remove(accountId: string, operatorId: string): Promise<boolean>;

  invite(invite: Invite & {tokenHash: string}): Promise<void>;
  invites(accountId: string, now: string): Promise<Invite[]>;
  inviteByHash(tokenHash: string, now: string): Promise<Invite | null>;
  /** False: it was used or taken back meanwhile. */
  takeInvite(id: string): Promise<boolean>;
  /** Takes back. False: there is no such invitation in the account. */
  withdraw(accountId: string, id: string): Promise<boolean>;
  /** Makes an operator a member, in place of what they were before. */
  join(operatorId: string, accountId: string, role: Role, at: string): Promise<void>;

  addKey(key: ApiKey & {accountId: string; keyHash: string}): Promise<void>;
  keys(accountId: string): Promise<ApiKey[]>;
  keyByHash(keyHash: string, at: string): Promise<(ApiKey & {accountId: string}) | null>;
  /** False: there is no such key in the account. */
  removeKey(accountId: string, id: string): Promise<boolean>;
}

/** Somebody who is signed in. */
export interface SignedIn {
  operatorId: string;
  name: string;
  email: string;
  hasSecondFactor: boolean;
  /** Of this sign-in, to tell it from others. */
  signInId: string;
}

/** A browser in which an operator is signed in. */
export interface SignIn {
  id: string;
  /** RFC 3339. */
  at: string;
  expiresAt: string;
  address: string | null;
  browser: string | null;
}

/** What the browser is to keep: values of `Set-Cookie`. */
export type Cookies = readonly string[];

/** Why somebody was not let in; `SECOND_FACTOR_REQUIRED`: with the code they are. */
export type SignInRefusal = 'WRONG_CREDENTIALS' | 'SECOND_FACTOR_REQUIRED' | 'WRONG_CODE';

/** Passwords, second factors and signed-in browsers, whatever keeps them. */
export interface OperatorAuth {
  /** Makes an operator who can sign in. Null: the address is taken. */
  register(operator: {name: string; email: string; password: string}): Promise<string | null>;
  signIn(
    credentials: {email: string; password: string; code?: string},
    headers: Headers,
  ): Promise<{cookies: Cookies} | {refusal: SignInRefusal; cookies: Cookies}>;
  signOut(headers: Headers): Promise<Cookies>;
  /** Null: nobody is. */
  current(headers: Headers): Promise<SignedIn | null>;
  /** False: the present one is wrong. Other browsers are signed out. */
  changePassword(
    passwords: {current: string; next: string},
    headers: Headers,
  ): Promise<Cookies | null>;
  signIns(headers: Headers): Promise<SignIn[]>;
  /** False: there is no such sign-in of theirs. */
  endSignIn(id: string, headers: Headers): Promise<boolean>;
  /** Begins a second factor: the address for an authenticator app. Null: the password is wrong. */
  beginSecondFactor(
    password: string,
    headers: Headers,
  ): Promise<{uri: string; backupCodes: string[]; cookies: Cookies} | null>;
  /** From now on the code is asked for. Null: the code is wrong. */
  confirmSecondFactor(code: string, headers: Headers): Promise<Cookies | null>;
  /** Null: the password is wrong. */
  endSecondFactor(password: string, headers: Headers): Promise<Cookies | null>;
}
