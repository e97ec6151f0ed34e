/** So many requests an address in so much time. */
export interface RateLimit {
  count: number;
  windowMs: number;
}

/** The limited endpoints (§8.2). */
export type RateLimits = Readonly<Record<'resolve' | 'sessions' | 'captures', RateLimit>>;

const UNITS: Readonly<Record<string, number>> = {s: 1000, m: 60_000, h: 3_600_000};

/** §8.2. */
export const DEFAULT_RATE_LIMITS: RateLimits = {
  resolve: {count: 60, windowMs: UNITS.m},
  sessions: {count: 30, windowMs: UNITS.h},
  captures: {count: 60, windowMs: UNITS.h},
};

/**
 * Reads `resolve=60/1m,sessions=30/1h`; endpoints not named keep their default.
 *
 * @returns The limits, null for `off`, or a sentence that says what is wrong.
 */
export function parseRateLimits(setting: string): RateLimits | null | string {
  if (setting.trim() === 'off') return null;
  const limits: Record<string, RateLimit> = {...DEFAULT_RATE_LIMITS};
  for (const part of setting.split(',')) {
    const match = /^\s*(\w+)\s*=\s*([1-9]\d{0,6})\s*\/\s*([1-9]\d{0,3})([smh])\s*$/.exec(part);
    const unit = match && UNITS[match[4]];
    if (!match || !unit || !(match[1] in DEFAULT_RATE_LIMITS)) {
      return 'must be off, or limits such as resolve=60/1m,sessions=30/1h,captures=60/1h';
    }
    limits[match[1]] = {count: Number(match[2]), windowMs: Number(match[3]) * unit};
  }
  return limits as RateLimits;
}
