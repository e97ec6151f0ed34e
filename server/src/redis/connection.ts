import {createClient} from '@redis/client';
import {RedisError} from './redis-error.js';

const CONNECT_MS = 5000;
/** A command that has no answer by then fails: a call must not wait for it. */
const COMMAND_MS = 2000;
const RECONNECT_MAX_MS = 2000;

/** Two connections to one Redis: a connection that listens can do nothing else. */
export interface Redis {
  commands: RedisClient;
  listener: RedisClient;
  close(): void;
}

/** A connection that fails what it is asked while Redis is away, and comes back by itself. */
export type RedisClient = ReturnType<typeof connectionTo>;

/**
 * Connects as it is asked.
 *
 * @param onAway - Redis was lost; told once until it is back.
 * @throws {RedisError}
 */
export async function openRedis(url: string, onAway: (error: unknown) => void): Promise<Redis> {
  let isOpen = false;
  const commands = connectionTo(url, () => isOpen);
  const listener = connectionTo(url, () => isOpen);
  for (const client of [commands, listener]) {
    let isAway = false;
    client.on('ready', () => (isAway = false));
    client.on('error', (error: unknown) => {
      if (isOpen && !isAway) onAway(error);
      isAway = true;
    });
  }
  const close = () => {
    for (const client of [commands, listener]) if (client.isOpen) client.destroy();
  };
  try {
    await withinTime(Promise.all([commands.connect(), listener.connect()]));
    await commands.ping();
  } catch (error) {
    close();
    throw explainRedis(error);
  }
  isOpen = true;
  return {commands, listener, close};
}

/** @param comesBack - Whether a lost connection is made anew; at the start it is not. */
function connectionTo(url: string, comesBack: () => boolean) {
  return createClient({
    url,
    name: 'aiw-server',
    disableOfflineQueue: true,
    commandOptions: {timeout: COMMAND_MS},
    socket: {
      connectTimeout: CONNECT_MS,
      reconnectStrategy: (tries, cause) =>
        comesBack() ? Math.min(RECONNECT_MAX_MS, 50 * 2 ** tries) : cause,
    },
  });
}

/** At the start nobody waits for a Redis that may never come. */
async function withinTime(connected: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error('No answer.'), {code: 'ETIMEDOUT'})),
      CONNECT_MS,
    );
  });
  // What comes of it later is nobody's concern.
  connected.catch(() => {});
  try {
    await Promise.race([connected, late]);
  } finally {
    clearTimeout(timer);
  }
}

function explainRedis(error: unknown): RedisError {
  const {socketError = error} = error as {socketError?: unknown};
  const {code, message = ''} = socketError as {code?: string; message?: string};
  const isRefused = /^(WRONGPASS|NOAUTH|NOPERM)\b/.exec(message)?.[1];
  const advice = isRefused
    ? 'Check the user and the password'
    : 'Check the address, and that Redis runs and takes connections';
  return new RedisError(
    `The Redis of AIW_REDIS_URL cannot be used (${isRefused ?? code ?? 'no code'}). ${advice}.`,
  );
}
