import {PHONE_PLANS} from './countries.js';
import type {CaptureLanguage} from './language.js';
import {normalizePhone} from './phone.js';
import {endsClause, type Token} from './tokens.js';

/** How far a word may stand from a number that it explains, in tokens. */
const NEAR = 8;

/** Years, dates, decimals, IP addresses, amounts, cards, US social security and ZIP numbers. */
const OTHER_SHAPES = [
  /^(?:(?:19|20)\d\d(?:\D|$))+$/,
  /^(?:(?:19|20)\d\d\D\d\d?\D\d\d?|\d\d?\D\d\d?\D(?:19|20)\d\d)$/,
  /^\d+\.\d+(?:,.*)?$/,
  /^(?:\d{1,3}\.){3}\d{1,3}$/,
  /^\d{1,3}(?:,\d{3})+$/,
  /^(?:\d{4}\D\d{6}\D\d{5}|(?:\d{4}\D){3}\d{1,4})$/,
  /^(?:\d{3}-\d\d-\d{4}|\d{5}-\d{4})$/,
];
/** An amount in much of the world; a telephone number only where something says so. */
const GROUPED = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;

/** Countries with a trunk prefix that is left out of numbers written at home. */
const TRUNK_OPTIONAL = new Set(['AR', 'BR', 'CN', 'IN']);

/** Digits said or written in one go. */
interface Run {
  /** Token indices: the first, and the one behind the last. */
  start: number;
  end: number;
  /** The digits and the marks between them, one space where there is no mark: `415 555-2671`. */
  text: string;
  /** Whether all of it was said in language. */
  spoken: boolean;
}

/** The first telephone number in an utterance, as {@link normalizePhone} writes it. */
export function spokenPhone(
  tokens: readonly Token[],
  language: CaptureLanguage,
  country: string | undefined,
  expected: boolean,
): string | null {
  for (let index = 0; index < tokens.length; index++) {
    if (!tokens[index].digits) continue;
    const run = readRun(tokens, index, language);
    index = run.end - 1;
    const digits = run.text.replace(/\D/g, '');
    const {text: before = ''} = tokens[run.start - 1] ?? {};
    const plus = before === '+' || language.plus.has(before) ? '+' : '';
    if (plus) run.start -= 1;
    if (digits.length < 7 || !standsFree(tokens, run)) continue;
    const number = normalizePhone(plus + digits, country);
    // Commas between spoken numbers are breaths.
    const isOther = !plus && !run.spoken && OTHER_SHAPES.some(shape => shape.test(run.text));
    if (number === null || isOther) continue;
    const hint =
      hintOf(tokens, run.end, 1, language) ?? hintOf(tokens, run.start - 1, -1, language);
    if (hint ?? (expected || plus || looksLikePhone(run, digits, country))) return number;
  }
  return null;
}

function readRun(tokens: readonly Token[], start: number, language: CaptureLanguage): Run {
  const run: Run = {start, end: start, text: '', spoken: true};
  let gap = '';
  for (let index = start; index < tokens.length && gap.length < 4; index++) {
    const {text, digits, kind} = tokens[index];
    if (digits) {
      run.text += (run.text && (gap || ' ') + digits) || digits;
      run.spoken &&= kind === 'word';
      run.end = index + 1;
      gap = '';
    } else if (language.dot.has(text) || (text === '.' && tokens[index + 1]?.glued)) {
      gap += '.';
    } else if (/^[(),/\u2010-\u2015-]$/.test(text)) {
      gap += text;
    } else if (!language.pauses.has(text)) {
      break;
    }
  }
  return run;
}

/** Not part of a word, a price, a time, an address or a longer code. */
function standsFree(tokens: readonly Token[], {start, end}: Run): boolean {
  const before = tokens[start - 1]?.text ?? ' ';
  const after = tokens[end];
  const isGlued = tokens[start].glued && !/[:("'“‘,;<[]/.test(before);
  if (isGlued || /^[#$€£¥₹@=]$/.test(before)) return false;
  if (after === undefined) return true;
  const isTime = after.text === ':' && tokens[end + 1]?.glued;
  const runsOn = after.glued && !/^[.,;:!?)"'”’>\]…-]$/.test(after.text);
  return !isTime && !runsOn && !/^[%$€£¥₹]$/.test(after.text);
}

/**
 * What the words before (`step` -1) or after a number make of it: true a telephone number, false
 * another one, undefined neither. "Order number" is no hint at a telephone, "my number" is.
 */
function hintOf(
  tokens: readonly Token[],
  from: number,
  step: 1 | -1,
  language: CaptureLanguage,
): boolean | undefined {
  let hint: boolean | undefined;
  for (let index = from; Math.abs(index - from) < NEAR; index += step) {
    const text = tokens[index]?.text;
    if (text === undefined || (endsClause(tokens, index) && !/[,:]/.test(text))) break;
    if (step > 0 && index === from) {
      if (language.units.has(text)) return false;
      // Only what is said of this very number counts: "… is my order number".
      if (!language.leadIns.has(text)) break;
    }
    if (language.otherNumbers.has(text)) return false;
    if (language.phoneHints.has(text)) return true;
    if (language.number.has(text)) hint = true;
  }
  return hint;
}

/** Whether nothing but its form already makes it a telephone number. */
function looksLikePhone({text, spoken}: Run, digits: string, country = ''): boolean {
  if (spoken) return true;
  if (GROUPED.test(text)) return false;
  if (digits.startsWith('0')) return digits.length > 8;
  return isNational(text, digits, country.toUpperCase()) || isAmerican(text, digits);
}

/** Whether a number without a leading zero is written as at home in a country. */
function isNational(text: string, digits: string, country: string): boolean {
  const plan = Object.hasOwn(PHONE_PLANS, country) ? PHONE_PLANS[country] : undefined;
  if (!plan || digits.length < 8 || !normalizePhone(digits, country)?.startsWith('+')) return false;
  const [, trunk] = plan;
  if (trunk === '') return text !== digits;
  return trunk === '1' || TRUNK_OPTIONAL.has(country)
    ? digits.length >= 10
    : digits.startsWith(trunk);
}

/** North America, without a country known. */
function isAmerican(text: string, digits: string): boolean {
  const {length} = digits;
  const fits = length === 10 || (length === 11 && digits.startsWith('1'));
  return /^\d{3}-\d{4}$/.test(text) || (fits && /^1?\W?[2-9]/.test(text) && !/\D\d{3}$/.test(text));
}
