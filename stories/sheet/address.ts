/** What a sheet of stories shows, and how. */
export interface SheetAddress {
  /** One file of stories; all where absent. */
  file: string | undefined;
  /** Names of stories; all where absent. */
  names: readonly string[] | undefined;
  scheme: 'light' | 'dark' | undefined;
  dir: 'ltr' | 'rtl';
  /** In the middle of the window, without its name. */
  alone: boolean;
  /** Properties of the element that differ from the story's. */
  changes: Readonly<Record<string, string>>;
}

const CHANGE = 'p.';

/** Reads `?file=&story=a,b&scheme=dark&dir=rtl&alone&p.label=Hi`. */
export function sheetAddress(query: URLSearchParams): SheetAddress {
  const scheme = query.get('scheme');
  return {
    file: query.get('file') ?? undefined,
    names: query.get('story')?.split(','),
    scheme: scheme === 'light' || scheme === 'dark' ? scheme : undefined,
    dir: query.get('dir') === 'rtl' ? 'rtl' : 'ltr',
    alone: query.has('alone'),
    changes: Object.fromEntries(
      [...query]
        .filter(([name]) => name.startsWith(CHANGE))
        .map(([name, value]) => [name.slice(CHANGE.length), value]),
    ),
  };
}

/** The query that {@link sheetAddress} reads. */
export function sheetQuery(address: SheetAddress): URLSearchParams {
  const {file, names, scheme, dir, alone, changes} = address;
  return new URLSearchParams({
    ...(file && {file}),
    ...(names && {story: names.join(',')}),
    ...(scheme && {scheme}),
    ...(dir === 'rtl' && {dir}),
    ...(alone && {alone: ''}),
    ...Object.fromEntries(
      Object.entries(changes).map(([name, value]) => [`${CHANGE}${name}`, value]),
    ),
  });
}
