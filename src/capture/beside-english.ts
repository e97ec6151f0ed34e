import type {CaptureLanguage, WordClass} from './language.js';
import {ENGLISH} from './languages/english.js';

/** A language's own words; what it leaves out is English. */
export type OwnWords = Partial<CaptureLanguage> & Pick<CaptureLanguage, 'asks' | 'asksNot'>;

/**
 * A language with English beside it: visitors mix the two in addresses, and an agent may speak
 * English on a page in another language. Where both know a word, the language's own meaning counts.
 */
export function besideEnglish(own: OwnWords): CaptureLanguage {
  const letterWords = own.letterWords ?? ENGLISH.letterWords;
  const both = (a: WordClass | undefined, b: WordClass): WordClass =>
    a ? {has: word => a.has(word) || b.has(word)} : b;
  const classes = Object.entries(ENGLISH).flatMap(([key, value]) =>
    isWordClass(value) ? [[key, both(own[key as ClassKey], value)] as const] : [],
  );
  const either = (a: RegExp, b: RegExp) => new RegExp(`${a.source}|${b.source}`, a.flags);
  return {
    ...ENGLISH,
    ...own,
    ...(Object.fromEntries(classes) as Pick<CaptureLanguage, ClassKey>),
    asks: {
      email: either(own.asks.email, ENGLISH.asks.email),
      phone: either(own.asks.phone, ENGLISH.asks.phone),
      name: either(own.asks.name, ENGLISH.asks.name),
    },
    asksNot: either(own.asksNot, ENGLISH.asksNot),
    phrases: [...(own.phrases ?? []), ...ENGLISH.phrases],
    marks: {...ENGLISH.marks, ...own.marks},
    numbers: {...ENGLISH.numbers, ...own.numbers},
    zeros: {...ENGLISH.zeros, ...own.zeros},
    // "5 o 6" is no zero where "o" is a word.
    softZero: both(own.softZero, {
      has: word => ENGLISH.softZero.has(word) && !letterWords.has(word),
    }),
  };
}

type ClassKey = {
  [K in keyof CaptureLanguage]: CaptureLanguage[K] extends WordClass ? K : never;
}[keyof CaptureLanguage];

function isWordClass(value: unknown): value is WordClass {
  return value instanceof Set;
}
