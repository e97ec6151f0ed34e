const NAMES = new Intl.DisplayNames('en', {type: 'language', fallback: 'none'});

/** “Austrian German” of `de-AT`; empty: there is no such language. */
export function languageName(tag: string): string {
  try {
    return NAMES.of(tag.trim()) ?? '';
  } catch {
    return '';
  }
}
