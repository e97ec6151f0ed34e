import {correctWords} from './fuzzy.js';
import {isCommonWord} from './common-words.js';
import type {Library, TableRow} from './library.js';
import {extremeRow} from './extremes.js';
import {isStopWord, meaningfulWords, stem, wordsOf} from './words.js';

/** What kind of thing would answer a question. */
export type AnswerKind = 'price' | 'hours' | 'time' | 'contact' | 'place' | 'any';

/** A question as the brain understands it. */
export interface Question {
  /** As said, corrected for mishearing. */
  words: string[];
  /** Stems that carry the meaning. */
  terms: string[];
  kind: AnswerKind;
  /** Rows of tables that it names. */
  rows: TableRow[];
  /** Begins like "and …", "what about …", or says "it" or "that". */
  isFollowUp: boolean;
  /** Wants rows by name: "which plan has …?". */
  asksWhich: boolean;
}

const FOLLOW_UP =
  /^(?:(?:ok(?:ay)?|so|well|um|uh)\s+)?(?:and|or|what about|how about|but|(?:(?:on|in|for|with) )?(?:which|what) (?:ones?|\w+)$)(?!\w)/;
const POINTING = /\b(?:it|its|that|they|them|those)\b/;
const PRICE =
  /\b(?:how much|cost|costs|price|prices|pricing|priced|expensive|cheap|cheapest|fee|fees|pay)\b/;
const HOURS = /\b(?:hours|open|opening|what time|closed|weekends?|sundays?|saturdays?)\b/;
const TIME = /\b(?:when|how long|how soon|how fast|how quick(?:ly)?|days)\b/;
const PLACE =
  /\bwhere (?:are|is|s|re) (?:you|(?:your|the) (?:office|company|headquarters|team|place))\b|\b(?:located|location|headquarters|based)\b|(?<!(?:mail|web|ip|my) )\baddress\b/;
const CONTACT = /\b(?:e ?mail|(?:tele)?phone(?! support)|call|address|contact|reach)\b/;

/** Understands what was said, with the knowledge's own words in mind. */
export function understand(text: string, library: Library): Question {
  const spoken = repairPhrases(wordsOf(text).join(' ')).split(' ').filter(Boolean);
  const words = correctWords(
    spoken,
    library.vocabulary,
    word => isCommonWord(word) || isStopWord(word),
  );
  const plain = words.join(' ');
  const nouns = new Set(library.rows.flatMap(({noun}) => wordsOf(noun)).map(stem));
  const which = /\b(?:which|what) (?:of (?:the|your) )?(\w+)\b/.exec(plain);
  const asksWhich = which !== null && nouns.has(stem(which[1]));
  const extreme = extremeRow(plain, library.rows);
  const kind = kindOf(plain);
  const terms = [...new Set(meaningfulWords(extreme?.rest ?? plain).map(stem))];
  return {
    words,
    terms: terms.length === 0 && kind === 'place' ? ['address'] : terms,
    // "Which plan has phone support?" wants a plan, not a number to call.
    kind: asksWhich && kind !== 'price' ? 'any' : kind,
    rows: extreme ? [extreme.row] : rowsIn(words, library),
    asksWhich,
    isFollowUp: FOLLOW_UP.test(plain) || POINTING.test(plain),
  };
}

function kindOf(plain: string): AnswerKind {
  if (PRICE.test(plain)) return 'price';
  if (HOURS.test(plain)) return 'hours';
  if (TIME.test(plain)) return 'time';
  if (PLACE.test(plain)) return 'place';
  return CONTACT.test(plain) ? 'contact' : 'any';
}

/**
 * Two words that a recogniser makes of one, such as "start a plan" of "starter plan", and
 * phrases for which there is one word.
 */
function repairPhrases(plain: string): string {
  return plain
    .replace(/\bstart(?:ed)? (?:a|to|or|the) plan/g, 'starter plan')
    .replace(/\bstar (?:to|a|the) plan/g, 'starter plan')
    .replace(/\bpro plane?\b/g, 'pro plan')
    .replace(/\b(\w+) planned\b/g, '$1 plan')
    .replace(/\bmoney back\b/g, 'refund')
    .replace(/\b(?:take|get) (?:my|our) (?:data )?\w* ?(?:with|out|along)\b/g, 'export')
    .replace(/\b(?:2fa|two (?:factor|step))(?: authentication)?\b/g, 'two step')
    .replace(/\bpick(?:ing)? (?:it |them )?up\b|\bcollect in person\b/g, 'pickup')
    .replace(/\b(?:sign(?:ing)? up|get started|getting started)\b/g, 'start')
    .replace(/\bnon ?profits?\b/g, 'charity')
    .replace(/\b(?:log|sign) in\b|\blogin\b/g, 'account');
}

function rowsIn(words: readonly string[], library: Library): TableRow[] {
  // Not by stems: "start" is no "Starter".
  const said = new Set(words.flatMap(word => [word, word.replace(/s$/, '')]));
  return library.rows.filter(({name}) => {
    const parts = meaningfulWords(name);
    return parts.length > 0 && parts.every(part => said.has(part));
  });
}
