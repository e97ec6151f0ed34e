import type {CaptureLanguage} from '../language.js';
import {forLocales} from '../locale.js';
import {ENGLISH} from './english.js';

const LOADERS: Readonly<Record<string, () => Promise<CaptureLanguage>>> = {
  de: () => import('./german.js').then(({GERMAN}) => GERMAN),
  es: () => import('./spanish.js').then(({SPANISH}) => SPANISH),
  fr: () => import('./french.js').then(({FRENCH}) => FRENCH),
  it: () => import('./italian.js').then(({ITALIAN}) => ITALIAN),
  pt: () => import('./portuguese.js').then(({PORTUGUESE}) => PORTUGUESE),
};

/**
 * The language of the first of `locales` that there are words for, each a module of its own;
 * English, which every page has, where there is none. Rejects where the module cannot be fetched.
 */
export async function loadLanguage(
  ...locales: readonly (string | undefined)[]
): Promise<CaptureLanguage> {
  return (await forLocales(LOADERS, ...locales)?.()) ?? ENGLISH;
}
