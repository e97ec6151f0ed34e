/** `npm run bench -- <name> [--json]`: measures the built product; nothing here is a test. */
import {benchConversation} from './conversation.js';
import {benchCrash} from './crash.js';
import {benchHttp} from './http.js';
import {benchLists} from './lists.js';
import {benchPage} from './page/page.js';
import {benchSoak} from './soak.js';
import {benchStreams} from './streams.js';

const BENCHES: Readonly<Record<string, () => Promise<object>>> = {
  page: benchPage,
  conversation: benchConversation,
  http: benchHttp,
  crash: benchCrash,
  soak: benchSoak,
  streams: benchStreams,
  lists: benchLists,
};

const args = process.argv.slice(2);
const name = args.find(arg => !arg.startsWith('-'));
const bench = name === undefined ? undefined : BENCHES[name];
if (!bench) {
  console.error(`Which one? npm run bench -- ${Object.keys(BENCHES).join(' | ')} [--json]`);
  process.exit(2);
}
const report = await bench();
if (args.includes('--json')) console.log(JSON.stringify(report));
else console.log(formatted(report));

function formatted(report: object, indent = ''): string {
  return Object.entries(report)
    .map(([key, value]) =>
      typeof value === 'object' && value !== null && !('median' in value)
        ? `${indent}${key}\n${formatted(value as object, `${indent}  `)}`
        : `${indent}${key.padEnd(28 - indent.length)} ${
            typeof value === 'object' ? spread(value as Record<string, number>) : String(value)
          }`,
    )
    .join('\n');
}

function spread({median, min, p95, max, count}: Record<string, number>): string {
  return `median ${median}, p95 ${p95}, ${min}–${max}, n=${count}`;
}
