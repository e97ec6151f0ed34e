import type {Trigger} from '../../../../src/contract/index.js';
import {firstSatisfied, NO_FIRINGS, type Evaluation} from '../../../../src/triggers/evaluate.js';
import type {FiringHistory, Signals} from '../../../../src/triggers/ports.js';

/** How long a scenario is, in seconds. */
export const LENGTH = 120;

/** What a made-up visitor does on one page; times in seconds after its load. */
export interface Scenario {
  url: string;
  /** Visits so far, this one included. */
  visits: number;
  /** How far they scroll in the end, 0 to 1, and when they begin and end to. */
  scroll: {depth: number; from: number; until: number};
  /** When they touch or move anything for the last time; null: they never do. */
  lastActivity: number | null;
  /** When the pointer leaves towards the top; null: it does not. */
  exitAt: number | null;
  /** Ids of rules that have fired before: in this visit, or on a day before. */
  fired: {inSession: readonly string[]; daysAgo: Readonly<Record<string, number>>};
}

export const SCENARIO: Scenario = {
  url: 'https://www.acme.com/pricing',
  visits: 1,
  scroll: {depth: 0.7, from: 5, until: 40},
  lastActivity: 45,
  exitAt: null,
  fired: {inSession: [], daysAgo: {}},
};

/** What the page's sensors would tell at a second of the scenario. */
export function signalsAt(scenario: Scenario, second: number): Signals {
  const {url, visits, scroll, lastActivity, exitAt} = scenario;
  const length = Math.max(0.001, scroll.until - scroll.from);
  const share = Math.min(1, Math.max(0, (second - scroll.from) / length));
  const began =
    scroll.depth > 0 ? Math.min(scroll.from, lastActivity ?? scroll.from) : lastActivity;
  // The visitor is active from the first event to the last; then the idle clock runs.
  const isBegun = began !== null && second >= began;
  const last = Math.max(lastActivity ?? 0, scroll.depth > 0 ? scroll.until : 0, exitAt ?? 0);
  const idleSeconds = isBegun ? Math.max(0, second - Math.min(last, second)) : null;
  return {
    url,
    dwellMs: second * 1000,
    scrollDepth: second < scroll.from ? 0 : scroll.depth * share,
    exitIntent: exitAt !== null && second >= exitAt,
    idleMs: idleSeconds === null ? null : idleSeconds * 1000,
    visitCount: visits,
  };
}

const DAY_MS = 86_400_000;

/** How every rule stands at a second, by the very code that runs on a page. */
export function standAt(
  triggers: readonly Trigger[],
  scenario: Scenario,
  second: number,
): Evaluation {
  const now = second * 1000;
  const {inSession, daysAgo} = scenario.fired;
  const history: FiringHistory = {
    ...NO_FIRINGS,
    inSession: [...inSession],
    lastFiredMs: Object.fromEntries(
      Object.entries(daysAgo).map(([id, days]) => [id, now - days * DAY_MS]),
    ),
  };
  return firstSatisfied(triggers, signalsAt(scenario, second), history, now);
}

/** The second at which a rule fires first, and which; null: none does. One fires a page-view. */
export function firstFiring(
  triggers: readonly Trigger[],
  scenario: Scenario,
): {second: number; trigger: Trigger} | null {
  for (let second = 0; second <= LENGTH; second++) {
    const {trigger} = standAt(triggers, scenario, second);
    if (trigger) return {second, trigger};
  }
  return null;
}
