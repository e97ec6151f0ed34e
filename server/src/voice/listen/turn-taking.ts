import {completenessOf} from './completeness.js';

/** Silence after which a finished-sounding turn is over, in milliseconds. */
const FINISHED_MS = 320;
/**
 * A breath in mid-sentence is about 700 ms; the soft end of the word before it and the soft
 * start of the one after count as silence, too.
 */
const UNSURE_MS = 1_150;
/** Somebody who stopped at "the" is looking for a word. */
const UNFINISHED_MS = 1_600;

/** Below this the end-of-turn model says that more will come; above, that it is over. */
const MODEL_THRESHOLD = 0.36;

/**
 * How long a visitor must be silent until the turn counts as over, in milliseconds.
 *
 * Quick answers and patience pull against each other; words decide which it is, and the
 * end-of-turn model, which hears the melody, where it is loaded.
 *
 * @param text What was heard of the turn.
 * @param probability Of the end of the turn, 0 to 1, by the model; null without it.
 */
export function silenceUntilOver(text: string, probability: number | null): number {
  const words = {finished: FINISHED_MS, unsure: UNSURE_MS, unfinished: UNFINISHED_MS};
  const byWords = words[completenessOf(text)];
  if (probability === null) return byWords;
  if (probability >= MODEL_THRESHOLD) return byWords === UNSURE_MS ? FINISHED_MS : byWords;
  return Math.max(byWords, UNSURE_MS);
}
