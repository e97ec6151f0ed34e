import type {CaptureKind} from '../contract/index.js';

/** A set of words, or a rule for one: all folded by `fold`. */
export interface WordClass {
  has(word: string): boolean;
}

/** What a language says for the marks, digits and hints of contact details. All of it folded. */
export interface CaptureLanguage {
  /** By kind, what a question holds that asks for it; the kind whose word comes first wins. */
  readonly asks: Readonly<Record<CaptureKind, RegExp>>;
  /** What a question holds that only looks as if it asked: cut out before {@link asks} is tried. */
  readonly asksNot: RegExp;
  /** Abbreviations whose dot ends no sentence. */
  readonly abbreviations: WordClass;
  /** Set phrases, rewritten before anything else, in text that is not folded; flags `gi`. */
  readonly phrases: readonly (readonly [said: RegExp, meant: string])[];

  /** Words for "@" that may mean a place as well, such as "at". */
  readonly at: WordClass;
  /** Words for "@" that mean nothing else, such as "arroba". */
  readonly atSign: WordClass;
  /** Words for ".". */
  readonly dot: WordClass;
  /** Words for the other marks in an address. */
  readonly marks: Readonly<Record<string, string>>;
  /** What a recogniser writes for a top-level domain. */
  readonly misheard: Readonly<Record<string, string>>;
  /** How letters with an accent are written in a mailbox where it is not by dropping the accent. */
  readonly letters: Readonly<Record<string, string>>;
  /** Letters that are words as well, so that they spell nothing alone: "a", "I". */
  readonly letterWords: WordClass;

  /** Number words, as their digits. */
  readonly numbers: Readonly<Record<string, string>>;
  /** Whether two numbers said one after the other are one: forty, two. */
  readonly joins: (first: number, second: number) => boolean;
  /** Words between two such numbers: treinta "y" cinco. */
  readonly and: WordClass;
  /** Zero only beside other digits, such as "oh". */
  readonly softZero: WordClass;
  /** "hundred", "thousand", as the zeros they add. */
  readonly zeros: Readonly<Record<string, string>>;
  /** Words for the "+" before a calling code. */
  readonly plus: WordClass;

  /** Words that say that an address follows. */
  readonly equals: WordClass;
  /** These and all other words right before an address. */
  readonly leadIns: WordClass;
  /** Words around an address that are not part of it. */
  readonly fillers: WordClass;
  /** Words after which "at" means a place. */
  readonly places: WordClass;
  /** Mailboxes that are ordinary words as well. */
  readonly mailboxes: WordClass;
  /** No domain begins with these when spoken. */
  readonly articles: WordClass;
  /** Words that take back what was just said. */
  readonly corrections: WordClass;
  /** Words that speak of an email address. */
  readonly emailHints: WordClass;

  /** Words for a number that may be a telephone's: "my number". */
  readonly number: WordClass;
  /** Words that speak of a telephone. */
  readonly phoneHints: WordClass;
  /** Words that speak of another kind of number. */
  readonly otherNumbers: WordClass;
  /** What is counted or paid: a number before one of these is an amount. */
  readonly units: WordClass;
  /** Words said in the middle of a number. */
  readonly pauses: WordClass;
}

/** The words of a list, separated by spaces. */
export const words = (list: string): WordClass => new Set(list.split(' '));

/** Words from 0 to 19, then the tens from 20 to 90, with their digits. */
export function numbersTo99(list: string): Record<string, string> {
  return Object.fromEntries(
    list.split(' ').map((word, index) => [word, `${index < 20 ? index : (index - 18) * 10}`]),
  );
}

/** Twenty to ninety and one to nine. */
export function joinsTens(first: number, second: number): boolean {
  return first % 10 === 0 && first % 100 > 19 && second > 0 && second < 10;
}
