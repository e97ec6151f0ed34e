import type {NavTarget} from '../contract/index.js';
import {ENGLISH, type NavigationWords} from './english.js';

/** The target that a phrase means. */
export interface NavMatch {
  target: NavTarget;
  /** 0 to 1: how much of its name was said, and how much of what was said is its name. */
  score: number;
}

/** Below this a name was hardly said. */
const LEAST_SCORE = 0.6;
/** Two places this close are a question, not an answer. */
const CLEAR_LEAD = 0.03;
/** How much the share of the name that was said weighs against the share of the phrase. */
const NAME_WEIGHT = 0.65;
/** Longer utterances are cut, as no request is that long. */
const MOST_WORDS = 60;

/**
 * The target whose label or alias fits free text best, forgiving a recogniser's slips; null where
 * none fits or two fit alike. The longer of two names that were said wins.
 *
 * @example matchTarget('can you show me the prising page', targets) // the target "Pricing"
 */
export function matchTarget(
  phrase: string,
  targets: readonly NavTarget[],
  words: NavigationWords = ENGLISH,
): NavMatch | null {
  const said = wordsOf(phrase).slice(0, MOST_WORDS);
  const matches = targets
    .map(target => ({target, score: scoreOf(target, said, words)}))
    .filter(({score}) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score);
  const best = matches[0];
  if (best === undefined) return null;
  const rival = matches.find(({target}) => !isSamePlace(target, best.target));
  return rival !== undefined && best.score - rival.score < CLEAR_LEAD ? null : best;
}

/**
 * Whether an utterance asks to be shown something: "take me to …", "where is …", "open …", or
 * names a page and nothing else: "contact page, please".
 */
export function asksToNavigate(utterance: string, words: NavigationWords = ENGLISH): boolean {
  const text = utterance
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 2000);
  const isBare = words.bare.test(text.replace(/[.!? ]+$/, ''));
  return (isBare || words.asks.test(text)) && !words.asksNot.test(text);
}

function isSamePlace(a: NavTarget, b: NavTarget): boolean {
  return a.url === b.url && a.sectionSelector === b.sectionSelector;
}

function scoreOf(target: NavTarget, said: readonly string[], words: NavigationWords): number {
  const names = [target.label, ...(target.aliases ?? [])];
  // "Check out" is said as one word too.
  const spellings = names.map(wordsOf).flatMap(name => [name, [name.join('')]]);
  return Math.max(...spellings.map(name => scoreName(name, said, words)));
}

function scoreName(
  name: readonly string[],
  said: readonly string[],
  words: NavigationWords,
): number {
  const telling = (list: readonly string[]) => list.filter(word => !words.stop.has(word));
  const content = telling(said);
  // A name of stop words only, such as "About us", is looked for as it stands.
  const bare = telling(name).length === 0;
  const wanted = bare ? name : telling(name);
  const heard = [...(bare ? said : content), ...pairs(said)];
  let sum = 0;
  for (const word of wanted) {
    sum += Math.max(0, ...heard.map(other => likeness(word, other, words)));
  }
  if (sum === 0) return 0;
  const phrase = Math.max(1, content.length + (bare ? wanted.length : 0));
  const share = Math.min(1, (bare && content.length === 0 ? wanted.length : sum) / phrase);
  return NAME_WEIGHT * (sum / wanted.length) + (1 - NAME_WEIGHT) * share;
}

/** Recognisers cut words up: "star to" may be "starter". */
function pairs(list: readonly string[]): string[] {
  return list.slice(1).map((word, index) => list[index] + word);
}

/** 1 for forms of one word, less for a slip or two in a long one, else 0. */
function likeness(a: string, b: string, words: NavigationWords): number {
  if (a === b || words.stem(a) === words.stem(b)) return 1;
  const length = Math.max(a.length, b.length);
  const allowed = length < 5 ? 0 : length < 7 || a[0] !== b[0] ? 1 : 2;
  const distance = editDistance(a, b, allowed);
  return distance > allowed ? 0 : 1 - distance / length;
}

/** Edits and swaps of neighbours (optimal string alignment); above `limit` any larger number. */
function editDistance(a: string, b: string, limit: number): number {
  if (limit === 0 || Math.abs(a.length - b.length) > limit) return limit + 1;
  const rows: number[][] = [Array.from({length: b.length + 1}, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = a[i - 1] === b[j - 1] ? 0 : 1;
      let edits = Math.min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + changed);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) edits = Math.min(edits, rows[i - 2][j - 2] + 1);
      row.push(edits);
    }
    rows.push(row);
  }
  return rows[a.length][b.length];
}

function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase();
  return plain.slice(0, 2000).match(/[\p{L}\p{N}]{1,40}/gu) ?? [];
}
