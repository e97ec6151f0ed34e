import type {Condition, Engagement, Trigger} from '../contract/index.js';
import type {FiringHistory, Signals} from './ports.js';
import {urlMatches} from './url-match.js';

const DAY_MS = 86_400_000;

/** What keeps a rule from firing. */
export type Obstacle =
  /** `index` is the condition's place in the rule. */
  | {kind: 'unmet'; index: number; condition: Condition}
  /** A condition of a type that this version does not know: never satisfied. */
  | {kind: 'unknown'; index: number; condition: Condition}
  /** A rule without conditions never fires. */
  | {kind: 'empty'}
  /** It fired in this browser session (`perSession`). */
  | {kind: 'session'}
  /** It fired less than `perDays` ago; ms since the epoch. */
  | {kind: 'days'; untilMs: number};

/** One rule and everything that keeps it from firing: nothing where it may. */
export interface Verdict {
  trigger: Trigger;
  obstacles: Obstacle[];
}

/** Which rule fires, and how each was judged, in order of precedence. */
export interface Evaluation {
  /** Null where none does. */
  trigger: Trigger | null;
  verdicts: Verdict[];
}

/** No rule has fired yet. */
export const NO_FIRINGS: FiringHistory = {inSession: [], lastFiredMs: {}};

/**
 * The rule to fire: all of its conditions hold, no cooldown suppresses it, and none of a higher
 * priority (of equal ones, none earlier in the list) could fire instead (§4).
 *
 * @param now - ms since the epoch.
 */
export function firstSatisfied(
  triggers: readonly Trigger[],
  signals: Signals,
  history: FiringHistory,
  now: number,
): Evaluation {
  const verdicts = [...triggers]
    .sort((a, b) => b.priority - a.priority)
    .map(trigger => ({trigger, obstacles: obstaclesOf(trigger, signals, history, now)}));
  const open = verdicts.find(({obstacles}) => obstacles.length === 0);
  return {trigger: open?.trigger ?? null, verdicts};
}

/** The history after a rule has fired; keeps no more than cooldowns need. */
export function withFiring(
  history: FiringHistory,
  {id, cooldown}: Trigger,
  now: number,
): FiringHistory {
  const {inSession, lastFiredMs} = history;
  return {
    inSession: cooldown?.perSession && !inSession.includes(id) ? [...inSession, id] : inSession,
    lastFiredMs: cooldown?.perDays ? {...lastFiredMs, [id]: now} : lastFiredMs,
  };
}

/**
 * Whether a session opened by this rule is believable: what its conditions need was recorded
 * (§4.4). `engagement.dwell_ms` counts from the load of the page, so that it is never less than a
 * page-view's. What leaves no trace in an engagement (URL, visits) is taken as given.
 */
export function couldHaveFired({conditions}: Trigger, engagement: Engagement): boolean {
  const {pointer_events, key_events, scroll_events, touch_events, dwell_ms} = engagement;
  const events = pointer_events + key_events + scroll_events + touch_events;
  const isTraced = (condition: Condition): boolean => {
    switch (condition.type) {
      case 'dwellSeconds':
        return dwell_ms >= condition.gte * 1000;
      case 'scrollDepth':
        return scroll_events > 0;
      case 'exitIntent':
        return pointer_events > 0;
      case 'urlMatches':
      case 'idleSeconds':
      case 'repeatVisitor':
        return true;
      default:
        return false;
    }
  };
  return events > 0 && conditions.length > 0 && conditions.every(isTraced);
}

function obstaclesOf(
  {id, conditions, cooldown}: Trigger,
  signals: Signals,
  {inSession, lastFiredMs}: FiringHistory,
  now: number,
): Obstacle[] {
  const obstacles: Obstacle[] = conditions.length === 0 ? [{kind: 'empty'}] : [];
  conditions.forEach((condition, index) => {
    const holds = isMet(condition, signals);
    if (!holds) obstacles.push({kind: holds === null ? 'unknown' : 'unmet', index, condition});
  });
  if (cooldown?.perSession && inSession.includes(id)) obstacles.push({kind: 'session'});
  const last = Object.hasOwn(lastFiredMs, id) ? lastFiredMs[id] : -Infinity;
  const untilMs = last + (cooldown?.perDays ?? 0) * DAY_MS;
  // A firing in the future comes of a clock set back since: it suppresses nothing.
  if (now < untilMs && last <= now) obstacles.push({kind: 'days', untilMs});
  return obstacles;
}

/** Null: a type that this version does not know. */
function isMet(condition: Condition, signals: Signals): boolean | null {
  switch (condition.type) {
    case 'urlMatches':
      return urlMatches(condition.pattern, signals.url);
    case 'dwellSeconds':
      return signals.dwellMs >= condition.gte * 1000;
    case 'scrollDepth':
      return signals.scrollDepth >= condition.gte;
    case 'exitIntent':
      return signals.exitIntent;
    case 'idleSeconds':
      return signals.idleMs !== null && signals.idleMs >= condition.gte * 1000;
    case 'repeatVisitor':
      return signals.visitCount >= (condition.visitCountGte ?? 2);
    default:
      return null;
  }
}
