import type {CaptureLanguage, WordClass} from './language.js';
import {endsClause, fold, isLetter, type Token} from './tokens.js';

/** Stands for an "@" that was said, or written as before a handle: "follow @acme". */
const SAID_AT = '\u0001';
/** Stands for an "@" that was said by a word that means nothing else. */
export const SURE_AT = '\u0002';
/** An "@", written or said. */
export const ANY_AT = /[@\u0001\u0002]/;
/** Marks where two pieces belong together, whatever stands between them. */
const STICK = '\0';
/** After these, a dot and a space are a recogniser's slip: "gmail. com". */
const COMMON_TOP_LEVEL = /^(?:com|net|org|io|co|uk|de|edu|gov|info|biz)$/;

/**
 * The utterance as lists of words, with what was said for a mark put in its place and what was
 * spelled out run together: "it's j dot doe at x dot com" becomes `it's`, `j.doe@x.com`.
 */
export function clausesOf(tokens: readonly Token[], language: CaptureLanguage): string[][] {
  const pieces = tokens.map((token, index) => {
    const mark = markOf(tokens, index, language);
    if (mark) return STICK + mark + STICK;
    if (endsClause(tokens, index)) return '\n';
    const text = token.digits ?? (isWritten(tokens, index) ? token.raw : token.raw.toLowerCase());
    if (token.glued) return text;
    return (sticks(tokens, index, language) ? STICK : ' ') + text;
  });
  const text = pieces.join('').replace(/ *\0[ \0]*/g, '');
  return text.split('\n').map(clause => clause.split(' ').filter(Boolean));
}

/** A local part keeps its capitals where it is written out: "Jane.Doe@x.com". */
function isWritten(tokens: readonly Token[], index: number): boolean {
  let end = index + 1;
  while (tokens[end]?.glued && tokens[end].text !== '@') end++;
  return tokens[end]?.glued === true;
}

function markOf(
  tokens: readonly Token[],
  index: number,
  language: CaptureLanguage,
): string | undefined {
  const {text, glued} = tokens[index];
  const next = tokens[index + 1];
  const before = tokens[index - 1]?.text ?? '';
  // "punkt at": Austria.
  const isTopLevel = before === '.' || language.dot.has(before);
  if (language.atSign.has(text)) return SURE_AT;
  if (language.at.has(text) && !isTopLevel) return SAID_AT;
  if (text === '@') return glued || !next?.glued ? text : SAID_AT;
  if (language.dot.has(text)) return '.';
  if (text === '.' && next && !next.glued && (!glued || COMMON_TOP_LEVEL.test(next.text)))
    return '.';
  return Object.hasOwn(language.marks, text) ? language.marks[text] : undefined;
}

/** Whether a token belongs to the one before it: letters being spelled, a number in a name. */
function sticks(tokens: readonly Token[], index: number, language: CaptureLanguage): boolean {
  const token = tokens[index];
  const before = tokens[index - 1];
  if (before === undefined || before.kind === 'mark' || language.at.has(before.text)) return false;
  if (isLetter(before)) {
    // "I", "a" and "é o" are words, unless they are being spelled.
    const isWord = (other: Token | undefined) => language.letterWords.has(other?.text ?? '');
    if (!isWord(before)) return true;
    const twoBefore = tokens[index - 2];
    if (isLetter(twoBefore) && !isWord(twoBefore)) return true;
    return isLetter(token) && (!isWord(token) || isLetter(tokens[index + 1]));
  }
  return token.digits !== undefined && !isAround(before.text, language);
}

/** A word that stands around addresses and is no part of them. */
export function isAround(word: string, language: CaptureLanguage): boolean {
  return isOf(language.fillers, word) || isOf(language.leadIns, word);
}

/** Whether a word of a clause, which keeps its accents, is one of `words`. */
export function isOf(words: WordClass, word: string): boolean {
  return words.has(fold(word));
}
