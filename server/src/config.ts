import {resolve} from 'node:path';
import {z} from 'zod';
import {DEFAULT_RATE_LIMITS, parseRateLimits, type RateLimits} from './http/rate-limit-setting.js';

/** Everything the environment decides, checked once at start. */
export interface Config {
  port: number;
  host: string;
  /** Absolute path of the directory for database, key file and caches. */
  dataDir: string;
  /** Of Postgres; null: SQLite, in the data directory. */
  databaseUrl: string | null;
  /** Null: this process is the whole server. */
  redisUrl: string | null;
  /** Without a trailing slash; null: taken from each request. */
  publicUrl: string | null;
  /** Value of Express's `trust proxy`. */
  trustProxy: false | number | string;
  /** Null: no limits. */
  rateLimits: RateLimits | null;
  requireOrigin: boolean;
  /** 32 bytes; null: the key file in the data directory. */
  masterKey: Buffer | null;
  /** The key before the last rotation, still good for opening and checking. */
  previousMasterKey: Buffer | null;
  /** Voice sessions at once; null: from cores and memory. */
  maxCalls: number | null;
  voice: 'auto' | 'off';
  /** Whether LiveKit's end-of-turn model listens too. */
  turnModel: boolean;
  /** An OpenAI-compatible endpoint; null: the embedded brain. */
  llm: {baseUrl: string; apiKey: string | null; model: string | null} | null;
  /** Where Prometheus finds what is counted; null: nothing is. */
  metrics: {port: number; host: string} | null;
  /** Whether operators' own systems may be on private networks. */
  privateWebhooks: boolean;
  stt: 'embedded';
  tts: 'embedded';
}

const DEFAULT_PORT = 8787;

/** The environment is wrong. The message names every fault with its fix. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** A variable set to nothing counts as not set, as Compose files and shells write it so. */
const given = (value: string | undefined) => (value === '' ? undefined : value);

const key = z
  .string()
  .regex(
    /^[0-9a-f]{64}$/i,
    'must be 32 bytes as 64 hexadecimal digits, as `openssl rand -hex 32` prints them',
  )
  .transform(hex => Buffer.from(hex, 'hex'));

const httpUrl = z.url({
  protocol: /^https?$/,
  hostname: /./,
  error: 'must be an http or https URL, such as https://voice.acme.com',
});

const flag = z
  .enum(['true', 'false', '1', '0'], {error: 'must be true or false'})
  .transform(value => value === 'true' || value === '1');

const ADDRESS = /^(loopback|linklocal|uniquelocal|[0-9a-f.:]+(\/\d{1,3})?)$/i;
const trustProxy = z.string().transform((value, context): number | string => {
  if (/^\d{1,2}$/.test(value)) return Number(value);
  const addresses = value.split(',').map(part => part.trim());
  if (addresses.every(part => ADDRESS.test(part))) return addresses.join(',');
  context.addIssue(
    'must be the number of proxies in front of the server, or their addresses, such as 1 or "loopback, 10.0.0.0/8"',
  );
  return z.NEVER;
});

const rateLimits = z.string().transform((value, context): RateLimits | null => {
  const limits = parseRateLimits(value);
  if (typeof limits !== 'string') return limits;
  context.addIssue(limits);
  return z.NEVER;
});

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .pipe(z.number().min(least, `must be at least ${least}`).max(most, `must be at most ${most}`));

const embeddedOnly = (what: string) =>
  z.literal('embedded', {error: `must be "embedded": this version brings its own ${what} only`});

const environment = z.object({
  PORT: wholeNumber(0, 65_535).optional(),
  HOST: z.string().optional(),
  AIW_DATA_DIR: z.string().optional(),
  AIW_DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      hostname: /./,
      error: 'must be the URL of a Postgres database, such as postgres://aiw:password@db/aiw',
    })
    .optional(),
  AIW_REDIS_URL: z
    .url({
      protocol: /^rediss?$/,
      hostname: /./,
      error: 'must be the URL of a Redis, such as redis://:password@cache:6379',
    })
    .optional(),
  AIW_PUBLIC_URL: httpUrl.transform(url => url.replace(/\/+$/, '')).optional(),
  AIW_TRUST_PROXY: trustProxy.optional(),
  AIW_RATE_LIMITS: rateLimits.optional(),
  AIW_REQUIRE_ORIGIN: flag.optional(),
  AIW_MASTER_KEY: key.optional(),
  AIW_MASTER_KEY_PREVIOUS: key.optional(),
  AIW_MAX_CALLS: wholeNumber(0, 10_000).optional(),
  AIW_METRICS_PORT: wholeNumber(0, 65_535).optional(),
  AIW_METRICS_HOST: z.string().optional(),
  AIW_WEBHOOK_PRIVATE: flag.optional(),
  AIW_VOICE: z.enum(['auto', 'off'], {error: 'must be auto or off'}).optional(),
  AIW_TURN_MODEL: z.enum(['on', 'off'], {error: 'must be on or off'}).optional(),
  AIW_LLM_BASE_URL: httpUrl.optional(),
  AIW_LLM_API_KEY: z.string().optional(),
  AIW_LLM_MODEL: z.string().optional(),
  AIW_STT: embeddedOnly('ears').optional(),
  AIW_TTS: embeddedOnly('mouth').optional(),
  LIVEKIT_URL: z
    .never({
      error:
        'is not supported: in this version a conversation runs over a WebSocket in this process only; unset it',
    })
    .optional(),
  LIVEKIT_API_KEY: z.string().optional(),
  LIVEKIT_API_SECRET: z.string().optional(),
});

type Environment = z.output<typeof environment>;

/**
 * Reads the environment.
 *
 * @throws {ConfigError} With one line a wrong variable.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const known = Object.keys(environment.shape);
  const result = environment.safeParse(
    Object.fromEntries(known.map(name => [name, given(env[name])])),
  );
  const faults = result.success
    ? crossFaults(result.data)
    : result.error.issues.map(({path, message}) => `${String(path[0])} ${message}.`);
  if (!result.success || faults.length > 0) {
    throw new ConfigError(
      ['The server cannot start, because the environment is wrong:', ...faults].join('\n  - '),
    );
  }
  return toConfig(result.data);
}

/** `AIW_*` variables that nothing reads: likely misspelt. Those of a host site are left alone. */
export function unknownVariables(env: Readonly<Record<string, string | undefined>>): string[] {
  return Object.keys(env).filter(
    name => name.startsWith('AIW_') && name !== 'AIW_WIDGET_SECRET' && !(name in environment.shape),
  );
}

function crossFaults(env: Environment): string[] {
  const faults = [];
  if (!env.AIW_LLM_BASE_URL && (env.AIW_LLM_MODEL || env.AIW_LLM_API_KEY)) {
    faults.push(
      'AIW_LLM_BASE_URL is missing: name the endpoint, or unset the other AIW_LLM_ variables.',
    );
  }
  if (env.AIW_METRICS_HOST && env.AIW_METRICS_PORT === undefined) {
    faults.push('AIW_METRICS_PORT is missing: name the port, or unset AIW_METRICS_HOST.');
  }
  const port = env.PORT ?? DEFAULT_PORT;
  if (env.AIW_METRICS_PORT !== undefined && env.AIW_METRICS_PORT === port && port !== 0) {
    faults.push('AIW_METRICS_PORT is the port of the server itself: choose another.');
  }
  if (env.AIW_MASTER_KEY_PREVIOUS && !env.AIW_MASTER_KEY) {
    faults.push('AIW_MASTER_KEY is missing: a previous key needs the current one beside it.');
  }
  return faults;
}

function toConfig(env: Environment): Config {
  return {
    port: env.PORT ?? DEFAULT_PORT,
    host: env.HOST ?? '127.0.0.1',
    dataDir: resolve(env.AIW_DATA_DIR ?? './data'),
    databaseUrl: env.AIW_DATABASE_URL ?? null,
    redisUrl: env.AIW_REDIS_URL ?? null,
    publicUrl: env.AIW_PUBLIC_URL ?? null,
    trustProxy: env.AIW_TRUST_PROXY ?? false,
    rateLimits: env.AIW_RATE_LIMITS === undefined ? DEFAULT_RATE_LIMITS : env.AIW_RATE_LIMITS,
    requireOrigin: env.AIW_REQUIRE_ORIGIN ?? true,
    masterKey: env.AIW_MASTER_KEY ?? null,
    previousMasterKey: env.AIW_MASTER_KEY_PREVIOUS ?? null,
    maxCalls: env.AIW_MAX_CALLS ?? null,
    metrics:
      env.AIW_METRICS_PORT === undefined
        ? null
        : {port: env.AIW_METRICS_PORT, host: env.AIW_METRICS_HOST ?? '127.0.0.1'},
    privateWebhooks: env.AIW_WEBHOOK_PRIVATE ?? false,
    voice: env.AIW_VOICE ?? 'auto',
    turnModel: env.AIW_TURN_MODEL === 'on',
    llm: env.AIW_LLM_BASE_URL
      ? {
          baseUrl: env.AIW_LLM_BASE_URL,
          apiKey: env.AIW_LLM_API_KEY ?? null,
          model: env.AIW_LLM_MODEL ?? null,
        }
      : null,
    stt: 'embedded',
    tts: 'embedded',
  };
}
