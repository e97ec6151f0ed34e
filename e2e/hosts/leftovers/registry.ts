/** Says of something that was begun what it is, or null once it is over. */
type Describe = () => string | null;

/** The page's `window` with its account of what was begun. */
export type WatchedWindow = Window &
  typeof globalThis & {
    hostBegun: Map<unknown, Describe>;
    /** What is not over, in words. */
    hostLeftovers: () => string[];
  };

/** Goes into a page first: opens the account and remembers the page's markup. */
export function openAccount(): void {
  const page = window as WatchedWindow;
  const serializer = new XMLSerializer();
  let markup = '';
  document.addEventListener('readystatechange', () => {
    // Once the page is parsed, and before a deferred tag runs.
    if (document.readyState === 'interactive') markup = serializer.serializeToString(document);
  });
  page.hostBegun = new Map();
  page.hostLeftovers = () => {
    const left = [...page.hostBegun.values()].map(describe => describe());
    if (serializer.serializeToString(document) !== markup) left.push('nodes or attributes');
    if (document.adoptedStyleSheets.length > 0) left.push('style sheets');
    return left.filter(found => found !== null).sort();
  };
}
