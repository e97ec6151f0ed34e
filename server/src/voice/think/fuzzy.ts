import {stem} from './words.js';

/**
 * How alike two words are, 1 for the same stem, 0 for nothing in common.
 *
 * Sound counts as much as spelling: what comes from speech is misheard, not mistyped.
 */
function closeness(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [stem(a), stem(b)];
  if (left === right) return 0.98;
  const longest = Math.max(left.length, right.length);
  if (longest < 4 || /\d/.test(a + b)) return 0;
  const spelling = 1 - distance(left, right) / longest;
  const [soundLeft, soundRight] = [soundOf(left), soundOf(right)];
  const soundLongest = Math.max(soundLeft.length, soundRight.length, 1);
  const sound = 1 - distance(soundLeft, soundRight) / soundLongest;
  // Sound alone makes "plan" of "plane" and of "pollen": spelling has its say.
  return Math.min(0.95, (spelling + Math.max(spelling, sound)) / 2);
}

/** Number of edits, adjacent swaps included, between two words. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({length: b.length + 1}, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let cost = Math.min(
        previous[column] + 1,
        current[column - 1] + 1,
        previous[column - 1] + same,
      );
      const isSwap = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (row > 1 && column > 1 && isSwap) cost = Math.min(cost, before[column - 2] + 1);
      current.push(cost);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length];
}

/** A rough key of how an English word sounds. */
function soundOf(word: string): string {
  return word
    .replace(/^kn/, 'n')
    .replace(/^wr/, 'r')
    .replace(/ph/g, 'f')
    .replace(/gh(?=[t]|$)/g, '')
    .replace(/(?:ck|q|x|c(?![eiyh]))/g, 'k')
    .replace(/(?:c(?=[eiy])|z)/g, 's')
    .replace(/(?:sh|ch|tch|tion|sion)/g, 'S')
    .replace(/th/g, 'T')
    .replace(/[dt]/g, 't')
    .replace(/[bp]/g, 'p')
    .replace(/[vf]/g, 'f')
    .replace(/[gj]/g, 'g')
    .replace(/(?<=.)[aeiouyhw]+/g, '')
    .replace(/(.)\1+/g, '$1');
}

/**
 * Replaces words that the knowledge does not have by those it has that sound like them.
 *
 * @param known Words that make sense; those of three letters or fewer are never the target.
 * @param isCommon Words that nothing is a mishearing of, and that are none themselves.
 */
export function correctWords(
  words: readonly string[],
  known: ReadonlySet<string>,
  isCommon: (word: string) => boolean,
): string[] {
  return words.map(word => {
    if (known.has(word) || known.has(stem(word)) || isCommon(word) || word.length < 4) return word;
    let best = word;
    let bestScore = 0.78;
    for (const candidate of known) {
      if (candidate.length < 4 || isCommon(candidate)) continue;
      const score = closeness(candidate, word);
      if (score > bestScore) [best, bestScore] = [candidate, score];
    }
    return best;
  });
}
