import {en} from './en.js';
import type {Strings} from './strings.js';

/** Fetches the widget's words, one language at a time; English is there already. */
const FETCH = {
  ar: async () => (await import('./ar.js')).ar,
  de: async () => (await import('./de.js')).de,
  en: () => Promise.resolve(en),
  es: async () => (await import('./es.js')).es,
  fr: async () => (await import('./fr.js')).fr,
  he: async () => (await import('./he.js')).he,
  it: async () => (await import('./it.js')).it,
  ja: async () => (await import('./ja.js')).ja,
  pt: async () => (await import('./pt.js')).pt,
  zh: async () => (await import('./zh.js')).zh,
} as const satisfies Readonly<Record<string, () => Promise<Strings>>>;

/** A language that the widget speaks of itself in: its primary subtag. */
export type Language = keyof typeof FETCH;

/** All of them. */
export const LANGUAGES = Object.keys(FETCH) as Language[];

/** Subtags of old that browsers may still give. */
const RENAMED = new Map<string, Language>([['iw', 'he']]);

/** The first of these BCP 47 tags whose language there is; English where there is none. */
export function languageFor(wanted: readonly (string | undefined)[]): Language {
  for (const tag of wanted) {
    const primary = tag?.trim().toLowerCase().split(/[-_]/)[0] ?? '';
    const language = RENAMED.get(primary) ?? LANGUAGES.find(known => known === primary);
    if (language) return language;
  }
  return 'en';
}

/** The widget's words in a language. Rejects where they cannot be fetched. */
export function loadStrings(language: Language): Promise<Strings> {
  return FETCH[language]();
}
