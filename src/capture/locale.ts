/** A BCP 47 tag, as a page, a browser or a widget's settings give it. */
type Locale = string | null | undefined;

/** The first of `locales` that `languages` has an entry for, by its primary language. */
export function forLocales<T>(
  languages: Readonly<Record<string, T>>,
  ...locales: readonly Locale[]
): T | undefined {
  const code = locales
    .map(locale => /^[a-z]{2}(?![a-z])/i.exec(locale ?? '')?.[0].toLowerCase() ?? '')
    .find(known => Object.hasOwn(languages, known));
  return code ? languages[code] : undefined;
}

/**
 * The country that a locale names, as ISO 3166 alpha-2. A language alone names none: German is not
 * Germany.
 */
export function regionOf(locale: Locale): string | undefined {
  const [, region] = /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})(?![a-z])/i.exec(locale ?? '') ?? [];
  return region?.toUpperCase();
}
