import type {NavTarget} from '../../../../src/contract/index.js';
import {matchTarget, type NavMatch} from '../../../../src/navigation/match.js';

/** What a phrase leads to: a place, a question between some, or nothing. */
export type Choice =
  {kind: 'goes'; match: NavMatch} | {kind: 'asks'; between: NavMatch[]} | {kind: 'none'};

const MOST_ASKED = 4;

/** What the agent makes of a phrase, by the rule that it goes by in a call. */
export function chosenBy(phrase: string, targets: readonly NavTarget[]): Choice {
  const match = matchTarget(phrase, targets);
  if (match) return {kind: 'goes', match};
  // Each fits by itself: it is too close between them.
  const between = targets
    .flatMap(target => matchTarget(phrase, [target]) ?? [])
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_ASKED);
  return between.length > 0 ? {kind: 'asks', between} : {kind: 'none'};
}
