import {betterAuth} from 'better-auth';
import {twoFactor} from 'better-auth/plugins/two-factor';
import type {Kysely} from 'kysely';

/** Shortest password, in characters. */
const MIN_PASSWORD = 10;
/** Days that a browser stays signed in without being used. */
const SESSION_DAYS = 14;
const DAY_SECONDS = 86_400;

const dates = {createdAt: 'created_at', updatedAt: 'updated_at'};

/** The library's models, under the names that the tables here have. */
const TABLES = {
  user: {modelName: 'operators', fields: {...dates, emailVerified: 'email_verified'}},
  session: {
    modelName: 'operator_sessions',
    fields: {
      ...dates,
      userId: 'user_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
    },
  },
  account: {
    modelName: 'operator_credentials',
    fields: {
      ...dates,
      accountId: 'account_id',
      providerId: 'provider_id',
      userId: 'user_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
    },
  },
  verification: {
    modelName: 'operator_verifications',
    fields: {...dates, expiresAt: 'expires_at'},
  },
};

/**
 * The auth library over this server's own tables. Its own routes are not served: the operators' API
 * calls it.
 *
 * @param secret - Signs cookies and encrypts second factors.
 * @param isSecure - Whether cookies are for https alone.
 */
export function createBetterAuth(
  db: Kysely<never>,
  {secret, baseUrl, isSecure}: {secret: string; baseUrl: string; isSecure: boolean},
) {
  return betterAuth({
    appName: 'aiw-voice-widget',
    // The rows hold text and whole numbers only, on Postgres too: as the library keeps them on SQLite.
    database: {db, type: 'sqlite', transaction: false},
    baseURL: baseUrl,
    secret,
    telemetry: {enabled: false},
    logger: {disabled: true},
    // Counted before it is asked, in the one place where this server counts.
    rateLimit: {enabled: false},
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      minPasswordLength: MIN_PASSWORD,
      maxPasswordLength: 128,
    },
    ...TABLES,
    session: {...TABLES.session, expiresIn: SESSION_DAYS * DAY_SECONDS, updateAge: DAY_SECONDS},
    advanced: {
      cookiePrefix: 'aiw',
      useSecureCookies: isSecure,
      // Pages of other sites neither ask with these, nor lead here with them.
      defaultCookieAttributes: {httpOnly: true, sameSite: 'strict', path: '/api/operator'},
      ipAddress: {ipAddressHeaders: ['x-aiw-address']},
    },
    plugins: [
      twoFactor({
        issuer: 'aiw-voice-widget',
        twoFactorTable: 'operator_two_factors',
        schema: {
          user: {fields: {twoFactorEnabled: 'two_factor_enabled'}},
          twoFactor: {
            modelName: 'operator_two_factors',
            fields: {
              userId: 'user_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
  });
}

/** The auth library, set up. */
export type BetterAuth = ReturnType<typeof createBetterAuth>;
