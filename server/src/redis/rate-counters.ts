import {MemoryStore, type ClientRateLimitInfo, type Options, type Store} from 'express-rate-limit';
import {RedisStore, type RedisReply} from 'rate-limit-redis';
import type {RedisClient} from './connection.js';

/** Counts requests in Redis, for all processes; in this one alone while Redis is away. */
export function createRateCounters(redis: RedisClient): (name: string) => Store {
  return name => new SharedCounter(redis, `aiw:rate:${name}:`);
}

class SharedCounter implements Store {
  readonly #shared: RedisStore;
  readonly #own = new MemoryStore();

  constructor(redis: RedisClient, prefix: string) {
    this.#shared = new RedisStore({
      prefix,
      sendCommand: (...command) => redis.sendCommand<RedisReply>(command),
    });
  }

  init(options: Options): void {
    // A script that is not loaded now is loaded with the first request.
    this.#shared.init(options).catch(() => {});
    this.#own.init(options);
  }

  increment(key: string): Promise<ClientRateLimitInfo> {
    return this.#shared.increment(key).catch(() => this.#own.increment(key));
  }

  decrement(key: string): Promise<void> {
    return this.#shared.decrement(key).catch(() => this.#own.decrement(key));
  }

  resetKey(key: string): Promise<void> {
    return this.#shared.resetKey(key).catch(() => this.#own.resetKey(key));
  }
}
