const formats = new Map<string, Intl.DateTimeFormat>();

/** The visitor's own way to write a time of day, in the words' language: 9:41 AM, 09:41. */
export function shortTime(at: number, lang: string): string {
  const locale = navigator.languages.find(own => own.split('-')[0] === lang.split('-')[0]) ?? lang;
  const format =
    formats.get(locale) ?? new Intl.DateTimeFormat(locale, {hour: 'numeric', minute: '2-digit'});
  formats.set(locale, format);
  return format.format(at);
}
