/**
 * How soon the dashboard's lists answer with 10,000 conversations and 100,000 turns in the store,
 * beside a store with ten: as an operator asks them, over HTTP, on SQLite.
 */
import {randomUUID} from 'node:crypto';
import {join} from 'node:path';
import SQLite from 'better-sqlite3';
import {ServerProcess} from '../testing/journey/server.js';
import {summary, type Summary} from './statistics.js';

/** Longest answer of any list, in milliseconds. */
const BAR_MS = 100;
const SIZES = [10, 10_000] as const;
const TURNS_EACH = 10;
const ROUNDS = 30;
/** A lead in so many conversations. */
const LEAD_EACH = 5;

const PERSON = {name: 'Ada', email: 'ada@example.com', password: 'correct horse battery'};
const WORDS = 'what does the starter plan cost when are you open do you deliver on sunday'.split(
  ' ',
);

/** Every list, by what it is called here. */
const LISTS: Readonly<Record<string, (widget: string) => string>> = {
  conversations: () => '/conversations',
  'conversations, last page': () => '/conversations?offset=LAST',
  'conversations of a widget': widget => `/conversations?widget=${widget}`,
  'conversations with a lead': () => '/conversations?having=lead',
  'conversations without answer': () => '/conversations?having=unanswered',
  'conversations, text found often': () => '/conversations?text=sunday',
  'conversations, text found once': () => '/conversations?text=needle',
  'conversations, text not found': () => '/conversations?text=nothing-like-it',
  leads: () => '/leads',
  'leads by name': () => '/leads?order=name',
  'leads, text not found': () => '/leads?text=nothing-like-it',
  'usage of 30 days': widget => `/widgets/${widget}/usage?days=30`,
  deliveries: () => '/deliveries',
  'audit log': () => '/audit',
};

/** `npm run bench -- lists` */
export async function benchLists(): Promise<object> {
  const [few, many] = SIZES;
  const small = await measure(few);
  const large = await measure(many);
  const slowestP95 = Math.max(...Object.values(large).map(({p95}) => p95));
  if (slowestP95 > BAR_MS) process.exitCode = 1;
  return {
    unit: 'ms, over HTTP',
    bar: `p95 of every list at most ${BAR_MS}`,
    slowestP95,
    [`${many} conversations, ${many * TURNS_EACH} turns`]: large,
    [`${few} conversations`]: small,
  };
}

async function measure(size: number): Promise<Record<string, Summary>> {
  const server = await ServerProcess.start({AIW_VOICE: 'off', AIW_METRICS: 'off'});
  try {
    const cookie = await becomeOperator(server);
    const ask = async (path: string) => {
      const response = await fetch(`${server.url}/api/operator${path}`, {headers: {cookie}});
      if (!response.ok) throw new Error(`${path} answered ${response.status}`);
      await response.arrayBuffer();
    };
    const made = await server.command<{id: string}>(
      ...['widget', 'create', '--domain', 'acme.com', '--page-url', 'https://acme.com/', '--live'],
    );
    fill(join(server.dataDir, 'aiw.sqlite'), made.id, size);
    const answers: Record<string, Summary> = {};
    for (const [list, pathOf] of Object.entries(LISTS)) {
      const path = pathOf(made.id).replace('LAST', String(Math.max(0, size - 50)));
      await ask(path);
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const start = performance.now();
        await ask(path);
        times.push(performance.now() - start);
      }
      answers[list] = summary(times);
    }
    return answers;
  } finally {
    await server.close();
  }
}

/** Becomes the first operator; what the browser would send from then on. */
async function becomeOperator(server: ServerProcess): Promise<string> {
  const token = new URL(server.setUpUrl).hash.slice(1);
  const response = await fetch(`${server.url}/api/operator/join`, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({...PERSON, token}),
  });
  return response.headers
    .getSetCookie()
    .map(line => line.split(';', 1)[0])
    .join('; ');
}

/** Conversations of the last thirty days, each with its turns. */
function fill(file: string, widgetId: string, size: number): void {
  const db = new SQLite(file);
  const {revision} = db
    .prepare('select published_revision_id as revision from widgets where id = ?')
    .get(widgetId) as {revision: string};
  const session = db.prepare(
    `insert into sessions (id, widget_id, revision_id, origin, mode, engagement, page_url, page_title,
      page_referrer, started_at, used_at, ended_at, end_reason)
     values (?, ?, ?, 'https://acme.com', 'text', '{}', ?, 'Pricing', '', ?, ?, ?, 'visitor')`,
  );
  const turn = db.prepare(
    'insert into turns (session_id, id, position, role, text, at, latency_ms, is_unanswered) values (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const capture = db.prepare(
    `insert into captures (session_id, id, kind, value, source, prefilled, created_at)
     values (?, ?, ?, ?, 'agent_asked', 0, ?)`,
  );
  const conversation = (index: number) => {
    const id = randomUUID();
    const at = new Date(Date.now() - ((index + 1) / size) * 29 * 86_400_000).toISOString();
    session.run(id, widgetId, revision, `https://acme.com/pricing?visit=${index}`, at, at, at);
    for (let place = 0; place < TURNS_EACH; place++) {
      const isAnswer = place % 2 === 1;
      const words = [...WORDS.slice(place), ...WORDS.slice(0, place), String(index)].join(' ');
      const text = index === size - 1 && place === 4 ? `${words} needle` : words;
      const latency = isAnswer ? 300 + ((index * 7 + place) % 400) : null;
      const isUnanswered = isAnswer && (index + place) % 40 === 0 ? 1 : null;
      const role = isAnswer ? 'agent' : 'visitor';
      turn.run(id, `t${place}`, place + 1, role, text, at, latency, isUnanswered);
    }
    if (index % LEAD_EACH > 0) return;
    capture.run(id, randomUUID(), 'email', `visitor-${index}@example.com`, at);
    capture.run(id, randomUUID(), 'name', `Visitor ${(index * 7919) % size}`, at);
  };
  db.transaction(() => {
    for (let index = 0; index < size; index++) conversation(index);
  })();
  db.close();
}
