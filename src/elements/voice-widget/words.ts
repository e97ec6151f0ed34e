import {warnOnce} from '../../errors.js';
import {en} from '../../locales/en.js';
import {languageFor, loadStrings} from '../../locales/languages.js';
import {readTexts, withTexts} from '../../locales/overrides.js';
import type {Strings} from '../../locales/strings.js';

/** By what a widget's language is chosen. */
export interface Wishes {
  /** The element's own `lang`. */
  lang: string;
  /** The site's own words: JSON, or an object. */
  textContents: unknown;
  /** The agent's language. */
  locale: string | undefined;
}

/**
 * The words a visitor reads: in the element's `lang`, else the first of the browser's languages
 * that there is, else the agent's, else English; with the site's own in place of some.
 */
export async function wordsFor({lang, textContents, locale}: Wishes): Promise<Strings> {
  const strings = await loadStrings(languageFor([lang, ...navigator.languages, locale])).catch(
    () => en,
  );
  if (!textContents) return strings;
  const texts = readTexts(textContents);
  if (!texts) {
    warnOnce('', 'text-contents is ignored: it is not JSON of the form {"send": "Send it"}.');
    return strings;
  }
  return withTexts(strings, texts, path =>
    warnOnce('', `text-contents: the widget has no text "${path}". See docs/languages.md.`),
  );
}
