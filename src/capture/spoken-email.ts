import {ANY_AT, clausesOf, isAround, isOf, SURE_AT} from './clauses.js';
import type {CaptureLanguage} from './language.js';
import {normalizeCapture} from './normalize.js';
import {fold, type Token} from './tokens.js';

/** What cannot begin a local part, and what stands before one without a space. */
const AROUND_LOCAL = /^.*[^\p{L}\p{M}\p{N}._%+&'-]|^[^\p{L}\p{N}_]+/gu;
/** An address of the web with a password, of a repository, or the name of a picture. */
const CODE =
  /\/\/|@[^:]+:[^\s]|@\d+x\.|@[^@]*\.(?:png|jpe?g|gif|svg|webp|pdf|css|js|ts|json|html?)$/i;
/** More words than this run together are a sentence, not a name. */
const MOST_WORDS = 3;

/** The first email address in an utterance; a later one only where the visitor corrects it. */
export function spokenEmail(
  tokens: readonly Token[],
  language: CaptureLanguage,
  expected: boolean,
): string | null {
  const hinted = expected || tokens.some(({text}) => language.emailHints.has(text));
  let found: string | null = null;
  let takenBack = true;
  for (const clause of clausesOf(tokens, language)) {
    for (const [index, word] of clause.entries()) {
      takenBack ||= isOf(language.corrections, word);
      const address = takenBack && ANY_AT.test(word) && addressAt(clause, index, language, hinted);
      if (!address) continue;
      found = address;
      takenBack = false;
    }
  }
  return found;
}

function addressAt(
  clause: readonly string[],
  index: number,
  language: CaptureLanguage,
  hinted: boolean,
): string | null {
  const word = clause[index];
  if (CODE.test(word)) return null;
  // "reach me at jane at …": the first "at" leads in.
  const [domainStart = '', last = '', ...leading] = word.split(ANY_AT).reverse();
  if (isOf(language.articles, domainStart.split('.')[0])) return null;
  let domain = domainStart;
  let end = index + 1;
  // Recognisers cut names up: "g mail dot com", "acme corp dot com".
  while (!domain.includes('.') && end < index + MOST_WORDS && end < clause.length) {
    domain += clause[end++];
  }
  const written = word.includes('@');
  const names = written || leading.length > 0 ? [] : wordsBefore(clause, index, last, language);
  const local = [...names, last].join('').replace(AROUND_LOCAL, '');
  if (written) return normalizeCapture('email', `${local}@${hostOf(domain, language)}`);
  if (!/\p{L}/u.test(local) || /^\d+\./.test(domain)) return null;
  const start = index - names.length;
  const isMeant =
    word.includes(SURE_AT) ||
    isAddress({clause, start, end, local, names: [...names, last], leading}, language, hinted);
  if (!isMeant) return null;
  const mailbox = local.replace(/./gu, letter => language.letters[letter] ?? letter);
  const host = hostOf(withoutAccents(domain), language);
  return normalizeCapture('email', `${fold(mailbox)}@${host}`);
}

/** What "at" stands between, for {@link isAddress}. */
interface Candidate {
  clause: readonly string[];
  /** Of its words in the clause: the first, and the one behind the last. */
  start: number;
  end: number;
  local: string;
  names: readonly string[];
  leading: readonly string[];
}

/** Whether "at" is part of an address here, and not followed by a place. */
function isAddress(
  {clause, start, end, local, names, leading}: Candidate,
  language: CaptureLanguage,
  hinted: boolean,
): boolean {
  const isStated = hinted && leading.length === 0 && isOf(language.equals, clause[start - 1] ?? '');
  if (!isStated && names.some(name => isPlace(name, language))) return false;
  // Marks and digits make an address of it; else the words around it must.
  if (/[^\p{L}\p{M}]/u.test(local) || leading.length > 0) return true;
  const context = hinted ? clause.slice(Math.max(0, start - 1), start) : clause.slice(0, start);
  if (!hinted) context.push(...clause.slice(end));
  // "My email at masses Tom at garden dot com": a lead-in that was misheard is none the less one.
  return context.every(word => isAround(word, language) || (hinted && ANY_AT.test(word)));
}

/** The words that belong to a local part: "is Jane Doe at …", but not "contact our team Jane at …". */
function wordsBefore(
  clause: readonly string[],
  index: number,
  local: string,
  language: CaptureLanguage,
): readonly string[] {
  let start = index;
  if (isPlace(local, language)) return [];
  while (start > 0 && !isAround(clause[start - 1], language)) start--;
  const ledIn = start === 0 || isOf(language.leadIns, clause[start - 1]);
  return ledIn && index - start < MOST_WORDS ? clause.slice(start, index) : [];
}

/** A domain without what follows it in the sentence, and with what was misheard put right. */
function hostOf(domain: string, {misheard}: CaptureLanguage): string {
  const [host = ''] = /^[\p{L}\p{M}\p{N}.-]*[\p{L}\p{M}\p{N}]/u.exec(domain) ?? [];
  return host.replace(/[^.]+$/, last => (Object.hasOwn(misheard, last) ? misheard[last] : last));
}

/** Accents that a recogniser adds; an umlaut is heard, and there are domains with one. */
function withoutAccents(domain: string): string {
  return domain
    .normalize('NFD')
    .replace(/(?!\u0308)\p{M}/gu, '')
    .normalize('NFC');
}

/** A word that no mailbox is called by, so that "at" after it means a place. */
function isPlace(word: string, language: CaptureLanguage): boolean {
  const {mailboxes, places} = language;
  return !isOf(mailboxes, word) && (isOf(places, word) || isAround(word, language));
}
