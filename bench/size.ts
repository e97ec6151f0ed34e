/** `npm run size [--json]`: the bytes a visitor's browser fetches, brotli, and what they count. */
import {readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {dashboardSize} from './dashboard-size.js';

const EMBED = fileURLToPath(new URL('../dist/embed/', import.meta.url));

/** What must not be exceeded, in bytes. */
const BUDGETS = {beforeInteraction: 12_000, wholeCall: 60_000};

const [version] = readdirSync(join(EMBED, 'chunks'));
if (!version) throw new Error('Nothing is built: npm run build.');
const chunks = join(EMBED, 'chunks', version);

/** Files that `file` imports, directly or not; those of dynamic imports apart. */
function graph(file: string, dynamic: boolean, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const code = readFileSync(join(chunks, file), 'utf8');
  const statics = code.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g);
  const dynamics = dynamic ? code.matchAll(/import\("\.\/([^"]+)"\)/g) : [];
  for (const [, name] of [...statics, ...dynamics]) if (name) graph(name, dynamic, seen);
  return seen;
}

const bytesOf = (path: string) => statSync(`${path}.br`).size;
const tag = {'aiw-voice-widget.js': bytesOf(join(EMBED, 'aiw-voice-widget.js'))};
const listed = (files: Iterable<string>) =>
  Object.fromEntries([...files].map(file => [file, bytesOf(join(chunks, file))]));
const sum = (files: Record<string, number>) =>
  Object.values(files).reduce((total, bytes) => total + bytes, 0);

const launcher = {...tag, ...listed(graph('embed.js', false))};
const all = listed([...graph('embed.js', true), 'audio.worklet.js']);
/** Kinds of chunks of which a visitor's browser fetches one language at most. */
const PER_LANGUAGE = ['words-', 'hears-'];
/** The heaviest language counts. */
const heaviest = PER_LANGUAGE.flatMap(kind =>
  Object.entries(all)
    .filter(([file]) => file.startsWith(kind))
    .sort(([, a], [, b]) => b - a)
    .slice(0, 1),
);
/** Chunks that a call does without: where operator or page have something to add, or somebody opens them. */
const ON_DEMAND = [
  'auto-open.js',
  'client-tools.js',
  'consent.define.js',
  'devices.define.js',
  'diagnose.js',
  'download.js',
  'host-page.js',
  'looks.js',
  'menu-items.js',
  'page-guide.js',
  'page-limits.js',
  'storage-mode.js',
];
const isPerLanguage = (file: string) => PER_LANGUAGE.some(kind => file.startsWith(kind));
const call = {
  ...tag,
  ...Object.fromEntries(
    Object.entries(all).filter(([file]) => !isPerLanguage(file) && !ON_DEMAND.includes(file)),
  ),
  ...Object.fromEntries(heaviest),
};
const onDemand = Object.fromEntries(
  Object.entries(all).filter(([file]) => ON_DEMAND.includes(file)),
);
const report = {
  unit: 'bytes, brotli',
  beforeInteraction: {budget: BUDGETS.beforeInteraction, total: sum(launcher), files: launcher},
  wholeCall: {budget: BUDGETS.wholeCall, total: sum(call), files: call},
  onDemand: {total: sum(onDemand), files: onDemand},
  dashboard: dashboardSize(),
};

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(report));
} else {
  for (const [name, {total, files, ...bar}] of [
    ['Before any interaction: the tag, the launcher with its orb, Lit', report.beforeInteraction],
    [
      'A whole call over WebSocket: the same, panel, call, audio worklet, the heaviest language',
      report.wholeCall,
    ],
    ['On demand, beside a call', report.onDemand],
    ['The dashboard, by its first view: the heaviest counts', report.dashboard],
  ] as const) {
    const limit = 'budget' in bar ? ` of ${bar.budget}` : '';
    console.log(`${name}\n  ${total}${limit} bytes, brotli`);
    for (const [file, bytes] of Object.entries(files)) console.log(`  ${file.padEnd(28)}${bytes}`);
  }
}
const isOver = [report.beforeInteraction, report.wholeCall, report.dashboard].some(
  ({total, budget}) => total > budget,
);
if (isOver) {
  console.error('Over budget.');
  process.exit(1);
}
