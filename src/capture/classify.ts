import type {CaptureKind} from '../contract/index.js';
import type {CaptureLanguage} from './language.js';
import {ENGLISH} from './languages/english.js';
import {spokenEmail} from './spoken-email.js';
import {spokenPhone} from './spoken-phone.js';
import {fold, tokenize} from './tokens.js';

/** Longer utterances are cut: nobody gives a contact detail after that much. */
const MOST_CHARACTERS = 4000;

const KINDS = ['email', 'phone', 'name'] as const satisfies readonly CaptureKind[];

/** A contact detail that the visitor said unasked. Never a name (§6.1). */
export interface Volunteered {
  kind: 'email' | 'phone';
  /** In the form of `normalizeCapture`. */
  value: string;
}

/** What is known of whoever is heard. */
export interface Hearing {
  /** ISO 3166 alpha-2, where it is known: phone numbers then become E.164. */
  country?: string;
  /** What was asked for just before: less evidence is then needed. */
  expected?: CaptureKind | null;
  /** English, unless another has been loaded. */
  language?: CaptureLanguage;
}

/**
 * What the agent asks for: the keyword of a sentence that ends in `?` (§6.1). Of several sentences
 * the last question decides; where it asks for two things, the first of them.
 *
 * @example askedFor("I can have somebody follow up. What's your email?") // 'email'
 * @example askedFor('We sent you an email.') // null: not a question
 */
export function askedFor(sentence: string, language = ENGLISH): CaptureKind | null {
  const question = lastQuestion(fold(sentence.slice(-MOST_CHARACTERS)), language);
  if (question === null) return null;
  const text = question.replace(/’/g, "'").replace(language.asksNot, ' ');
  let asked: CaptureKind | null = null;
  let first = Infinity;
  for (const kind of KINDS) {
    const place = text.search(language.asks[kind]);
    // "name and email": a name alone is no way to reach anybody.
    if (place < 0 || place >= first || (kind === 'name' && asked !== null)) continue;
    asked = kind;
    first = place;
  }
  return asked;
}

/**
 * The email address or phone number in a visitor's words, written, spoken or spelled out (§6.1);
 * an email where there are both. Prices, dates, order numbers and the like are none.
 *
 * @example volunteered('jane underscore doe at gmail dot com') // email, jane_doe@gmail.com
 * @example volunteered('meet me at the dot com office') // null
 */
export function volunteered(
  utterance: string,
  {country, expected = null, language = ENGLISH}: Hearing = {},
): Volunteered | null {
  const tokens = tokenize(utterance.slice(0, MOST_CHARACTERS), language);
  const email = spokenEmail(tokens, language, expected === 'email');
  if (email !== null) return {kind: 'email', value: email};
  const phone = spokenPhone(tokens, language, country, expected === 'phone');
  return phone === null ? null : {kind: 'phone', value: phone};
}

/** From the end of the sentence before it to its question mark; null where there is none. */
function lastQuestion(text: string, language: CaptureLanguage): string | null {
  let end = -1;
  for (const {index} of text.matchAll(/[?？؟](?![\p{L}\p{N}=&/%])/gu)) end = index;
  if (end < 0) return null;
  let start = end;
  // "?!" and "??" belong to one question.
  while (start > 0 && /[?？؟!]/.test(text.charAt(start - 1))) start--;
  while (start > 0 && !endsSentence(text, start - 1, language)) start--;
  return text.slice(start, end);
}

function endsSentence(text: string, index: number, {abbreviations}: CaptureLanguage): boolean {
  const mark = text.charAt(index);
  if (mark === '\n' || mark === '。' || mark === '？') return true;
  if (!/[.!?؟…]/.test(mark) || !/\s/.test(text.charAt(index + 1))) return false;
  const word = /[a-z.]*$/.exec(text.slice(Math.max(0, index - 8), index));
  return mark !== '.' || !abbreviations.has(word?.[0] ?? '');
}
