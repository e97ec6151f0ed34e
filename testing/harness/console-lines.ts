/** Collects what is warned of in the console from now on; `restore` gives the console back. */
export function consoleLines(): {lines: string[]; restore: () => void} {
  const {warn} = console;
  const lines: string[] = [];
  console.warn = (...words: unknown[]) => {
    // Lit's own line in development is none of the widget's.
    if (!String(words[0]).startsWith('Lit is in dev mode')) lines.push(String(words[0]));
  };
  return {
    lines,
    restore: () => {
      console.warn = warn;
    },
  };
}
