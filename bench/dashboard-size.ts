import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const ASSETS = fileURLToPath(new URL('../server/dist/dashboard/assets/', import.meta.url));

/** Most of a first view's script, in bytes. */
const BUDGET = 150_000;

const IMPORT = /(?:from|import)\s*"\.\/([^"]+)"/g;
const LATER = /import\("\.\/([^"]+)"\)/g;

const namesIn = (file: string, pattern: RegExp) =>
  [...readFileSync(join(ASSETS, file), 'utf8').matchAll(pattern)].flatMap(([, name]) => name ?? []);

/** A file with all that it cannot do without. */
function graph(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const name of namesIn(file, IMPORT)) graph(name, seen);
  return seen;
}

/** What an operator's browser fetches for the heaviest of the dashboard's views, where it is the first. */
export function dashboardSize() {
  const main = existsSync(ASSETS)
    ? readdirSync(ASSETS).find(name => /^main-[\w-]+\.js$/.test(name))
    : undefined;
  if (!main) throw new Error('Nothing is built: npm run build.');
  const frame = graph(main);
  const views = namesIn(main, LATER).map(view => {
    const files = [...new Set([...frame, ...graph(view)])];
    const bytes = files.map(file => statSync(join(ASSETS, `${file}.br`)).size);
    return {view: view.replace(/-[\w-]{8}\.js$/, ''), total: bytes.reduce((a, b) => a + b, 0)};
  });
  const all = Object.fromEntries(
    views.sort((a, b) => b.total - a.total).map(({view, total}) => [view, total]),
  );
  return {budget: BUDGET, total: Math.max(...Object.values(all)), files: all};
}
