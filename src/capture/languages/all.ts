import type {CaptureLanguage} from '../language.js';
import {forLocales} from '../locale.js';
import {ENGLISH} from './english.js';
import {FRENCH} from './french.js';
import {GERMAN} from './german.js';
import {ITALIAN} from './italian.js';
import {PORTUGUESE} from './portuguese.js';
import {SPANISH} from './spanish.js';

const LANGUAGES = {de: GERMAN, es: SPANISH, fr: FRENCH, it: ITALIAN, pt: PORTUGUESE};

/** What `loadLanguage` would load, at once: for servers, where weight is no matter. */
export function languageOf(...locales: readonly (string | null | undefined)[]): CaptureLanguage {
  return forLocales<CaptureLanguage>(LANGUAGES, ...locales) ?? ENGLISH;
}
