import type {Logger} from 'pino';
import type {Config} from './config.js';
import {LocalDirectory, type CallDirectory} from './domain/calls/call-directory.js';
import type {Clock} from './domain/clock.js';
import type {RateCounters} from './http/limiter.js';
import type {Observer} from './observer.js';

/** What the processes of one server share beside the store. */
export interface SharedState {
  directory: CallDirectory;
  /** Null: requests are counted in this process. */
  rateCounters: RateCounters | null;
}

/**
 * In Redis, where there is one; else this process is the whole server.
 *
 * @param processId - Of this process in the store.
 * @throws {RedisError}
 */
export async function openSharedState(
  {redisUrl}: Config,
  processId: string,
  {clock, logger, observer}: {clock: Clock; logger: Logger; observer: Observer},
): Promise<SharedState> {
  if (redisUrl === null) return {directory: new LocalDirectory(), rateCounters: null};
  const [{openRedis}, {RedisDirectory}, {createRateCounters}] = await loadRedis();
  const redis = await openRedis(redisUrl, error => {
    const {code = 'no code'} = error as {code?: string};
    logger.warn({code}, 'Redis is away: until it is back, limits are those of this process');
  });
  const onError = (error: unknown) => observer.unexpected(error);
  return {
    directory: new RedisDirectory({redis, processId, clock, onError}),
    rateCounters: createRateCounters(redis.commands),
  };
}

/** Most servers have none: its client is loaded where it is used. */
function loadRedis() {
  return Promise.all([
    import('./redis/connection.js'),
    import('./redis/call-directory.js'),
    import('./redis/rate-counters.js'),
  ]);
}
