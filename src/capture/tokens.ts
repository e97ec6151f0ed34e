import type {CaptureLanguage} from './language.js';

/** A word, a run of digits or a single mark of an utterance. */
export interface Token {
  /** Folded: what a language's words are compared with. */
  readonly text: string;
  /** As it was written. */
  readonly raw: string;
  readonly kind: 'word' | 'digits' | 'mark';
  /** Whether it touches the token before it. */
  readonly glued: boolean;
  /** The digits it stands for, written or spoken. */
  readonly digits?: string;
}

const TOKEN = /[\p{L}\p{M}]+(?:['’]\p{L}+)*|\d+|\S/gu;

/** "J-A-N-E" and "J.A.N.E.": a word spelled out. */
const SPELLED = /\b[a-z](?:-[a-z]\b){2,}|\b(?:[a-z]\.){3,}(?=\s)/gi;
/** "J. Smith", "J, A, N, E": an initial or a letter, whose mark means nothing. */
const LETTER_MARK = /\b([a-z])[.,] (?=[a-z])/gi;

/** Lower case without accents, as words are compared: recognisers and typists drop accents. */
export function fold(text: string): string {
  return text.toLowerCase().replace(/ß/g, 'ss').normalize('NFD').replace(/\p{M}/gu, '');
}

/** Cuts an utterance into tokens; a number of two words, such as "forty two", is one. */
export function tokenize(utterance: string, language: CaptureLanguage): Token[] {
  let text = utterance.replace(/’/g, "'").replace(SPELLED, spelled => spelled.replace(/[-.]/g, ''));
  text = text.replace(LETTER_MARK, '$1 ');
  for (const [said, meant] of language.phrases) text = text.replace(said, meant);
  const tokens = Array.from(text.matchAll(TOKEN), ({0: raw, index}): Token => {
    const kind = /^\d/.test(raw) ? 'digits' : /^[\p{L}\p{M}]/u.test(raw) ? 'word' : 'mark';
    const glued = index > 0 && !/\s/.test(text.charAt(index - 1));
    const word = fold(raw);
    const said = Object.hasOwn(language.numbers, word) ? language.numbers[word] : undefined;
    return {text: word, raw, kind, glued, digits: kind === 'digits' ? raw : said};
  });
  return mergeNumbers(tokens, language).map((token, index, merged) => {
    // "oh" is a zero beside digits and a letter elsewhere.
    const isZero = language.softZero.has(token.text) && isBesideDigits(merged, index, language);
    return isZero ? {...token, digits: '0'} : token;
  });
}

/** One letter, as in a word spelled out. */
export function isLetter(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.text.length === 1;
}

/** Whether a clause ends at this mark, that is, it is not inside a written address or number. */
export function endsClause(tokens: readonly Token[], index: number): boolean {
  return /^[.,;:!?…]$/.test(tokens[index]?.text ?? '') && !tokens[index + 1]?.glued;
}

/** "forty", "two" → 42; "treinta", "y", "cinco" → 35; "eight", "hundred" → 800. */
function mergeNumbers(tokens: readonly Token[], language: CaptureLanguage): Token[] {
  const merged: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    const last = merged.at(-1);
    const isJoint = language.and.has(token.text) && last?.digits;
    const digits = last && digitsOfBoth(last, isJoint ? tokens[index + 1] : token, language);
    if (digits) {
      merged.splice(-1, 1, {...last, digits});
      if (isJoint) index++;
    } else {
      merged.push(token);
    }
  }
  return merged;
}

/** The digits of two tokens that are one number; undefined where they are two. */
function digitsOfBoth(
  {kind, digits}: Token,
  next: Token | undefined,
  language: CaptureLanguage,
): string | undefined {
  if (!digits || next?.kind !== 'word') return undefined;
  if (Object.hasOwn(language.zeros, next.text)) {
    return digits.length <= 2 ? digits + language.zeros[next.text] : undefined;
  }
  const isOne = kind === 'word' && next.digits && language.joins(+digits, +next.digits);
  return isOne ? `${+digits + +next.digits}` : undefined;
}

function isBesideDigits(
  tokens: readonly Token[],
  index: number,
  language: CaptureLanguage,
): boolean {
  return [tokens[index - 1], tokens[index + 1]].some(
    other => other && (other.digits || language.softZero.has(other.text)),
  );
}
