import {APIError} from 'better-auth';
import type {Kysely} from 'kysely';
import type {Cookies, OperatorAuth, SignIn, SignInRefusal} from '../domain/operators/operators.js';
import {createBetterAuth, type BetterAuth} from './better-auth.js';

/** Operators' passwords and signed-in browsers, kept by the auth library. */
export function createOperatorAuth(
  db: Kysely<never>,
  options: {secret: string; baseUrl: string; isSecure: boolean},
): OperatorAuth {
  const auth = createBetterAuth(db, options);
  const {api} = auth;
  return {
    async register({name, email, password}) {
      // The library hides that an address is taken, which is right for strangers only.
      const {internalAdapter} = await auth.$context;
      if (await internalAdapter.findUserByEmail(email.toLowerCase())) return null;
      const {user} = await api.signUpEmail({body: {name, email, password}});
      return user.id;
    },
    signIn: (credentials, headers) => signIn(auth, credentials, headers),
    async signOut(headers) {
      return (await api.signOut({headers, returnHeaders: true})).headers.getSetCookie();
    },
    async current(headers) {
      const found = await api.getSession({headers});
      if (!found) return null;
      const {user, session} = found;
      return {
        operatorId: user.id,
        name: user.name,
        email: user.email,
        hasSecondFactor: user.twoFactorEnabled === true,
        signInId: session.id,
      };
    },
    changePassword: ({current, next}, headers) =>
      unlessRefused(async () => {
        const body = {currentPassword: current, newPassword: next, revokeOtherSessions: true};
        const changed = await api.changePassword({body, headers, returnHeaders: true});
        return changed.headers.getSetCookie();
      }),
    signIns: headers => signIns(auth, headers),
    async endSignIn(id, headers) {
      const session = (await api.listSessions({headers})).find(one => one.id === id);
      if (!session) return false;
      await api.revokeSession({headers, body: {token: session.token}});
      return true;
    },
    beginSecondFactor: (password, headers) =>
      unlessRefused(async () => {
        const begun = await api.enableTwoFactor({headers, body: {password}, returnHeaders: true});
        const {response} = begun;
        if (!('totpURI' in response)) throw new Error('The second factor is no authenticator app.');
        const {totpURI: uri, backupCodes} = response;
        return {uri, backupCodes, cookies: begun.headers.getSetCookie()};
      }),
    confirmSecondFactor: (code, headers) =>
      unlessRefused(async () => {
        const done = await api.verifyTOTP({headers, body: {code}, returnHeaders: true});
        return done.headers.getSetCookie();
      }),
    endSecondFactor: (password, headers) =>
      unlessRefused(async () => {
        const done = await api.disableTwoFactor({headers, body: {password}, returnHeaders: true});
        return done.headers.getSetCookie();
      }),
  };
}

async function signIn(
  {api}: BetterAuth,
  {email, password, code}: {email: string; password: string; code?: string},
  headers: Headers,
): Promise<{cookies: Cookies} | {refusal: SignInRefusal; cookies: Cookies}> {
  const refused = (refusal: SignInRefusal) => ({refusal, cookies: []});
  const signedIn = await unlessRefused(() =>
    api.signInEmail({body: {email, password}, headers, returnHeaders: true}),
  );
  if (!signedIn) return refused('WRONG_CREDENTIALS');
  const cookies = signedIn.headers.getSetCookie();
  if (!('twoFactorRedirect' in signedIn.response)) return {cookies};
  if (!code) return refused('SECOND_FACTOR_REQUIRED');
  const withPassword = new Headers(headers);
  withPassword.set('cookie', cookies.map(cookie => cookie.split(';', 1)[0]).join('; '));
  const isApp = /^\d{6}$/.test(code);
  const verified = await unlessRefused(() =>
    isApp
      ? api.verifyTOTP({body: {code}, headers: withPassword, returnHeaders: true})
      : api.verifyBackupCode({body: {code}, headers: withPassword, returnHeaders: true}),
  );
  return verified ? {cookies: verified.headers.getSetCookie()} : refused('WRONG_CODE');
}

async function signIns({api}: BetterAuth, headers: Headers): Promise<SignIn[]> {
  return (await api.listSessions({headers})).map(session => ({
    id: session.id,
    at: session.createdAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
    address: session.ipAddress || null,
    browser: session.userAgent || null,
  }));
}

/** Null where the library refuses; what else goes wrong is thrown on. */
async function unlessRefused<Result>(task: () => Promise<Result>): Promise<Result | null> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return null;
    throw error;
  }
}
