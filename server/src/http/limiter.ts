import type {Request, RequestHandler} from 'express';
import {ipKeyGenerator, MemoryStore, rateLimit, type Store} from 'express-rate-limit';
import type {RateLimit} from './rate-limit-setting.js';
import {Problem, sendProblem} from './problem.js';

/** So many requests an address. */
export interface Limiter {
  check: RequestHandler;
  /** Takes a request back that is not to count. */
  forgive(request: Request): Promise<void>;
}

/** Makes what counts the requests of one limit, for every process that shares it. */
export type RateCounters = (name: string) => Store;

/**
 * @param limit - Null: everything passes.
 * @param store - Counts the requests.
 */
export function createLimiter(limit: RateLimit | null, store: Store = new MemoryStore()): Limiter {
  if (!limit) return {check: (_request, _response, next) => next(), forgive: async () => {}};
  const check = rateLimit({
    windowMs: limit.windowMs,
    limit: limit.count,
    standardHeaders: 'draft-6',
    legacyHeaders: false,
    store,
    keyGenerator: addressKey,
    // Whether the header is believed is the operator's setting, checked at start.
    validate: {xForwardedForHeader: false},
    handler: (_request, response) => {
      sendProblem(
        response,
        new Problem(429, 'Too many requests from this address. Wait as long as Retry-After says.'),
      );
    },
  });
  return {check, forgive: async request => void (await store.decrement(addressKey(request)))};
}

/** An IPv4 address, or the /64 that is the least an IPv6 customer is given. */
export function addressKey(request: Request): string {
  return ipKeyGenerator(withoutPort(request.ip ?? ''), 64);
}

/** Some proxies write `203.0.113.7:4711`: each connection would have a limit of its own. */
function withoutPort(address: string): string {
  return /^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? address.replace(/^([\d.]+):\d+$/, '$1');
}
