import {randomUUID} from 'node:crypto';
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';
import autocannon, {type Request} from 'autocannon';
import type {ResolveResponse} from '../src/contract/index.js';
import {ServerProcess} from '../testing/journey/server.js';
import {median} from './statistics.js';
import {HEADERS, post, sessionBody, WIDGET_ARGS} from './text-visitor.js';

const ROUNDS = 5;
const SECONDS = 4;
const CONNECTIONS = 16;
/** Sessions and captures that a round makes, on each side; a whole number for each connection. */
const PAIRS = 1600;

/** The limiter counts and refuses nobody. */
const UNREACHED = 'resolve=1000000/1m,sessions=1000000/1h,captures=1000000/1h';

interface Rate {
  /** Of a second. */
  rate: number;
  p99Ms: number;
}

/**
 * Resolve, and session with capture, against Express doing the least for the same answers; the
 * sides take turns, and what counts is their ratio.
 */
export async function benchHttp(): Promise<object> {
  const resolves: [ours: Rate, theirs: Rate][] = [];
  const stores: [ours: Rate, theirs: Rate][] = [];
  const {server, token} = await startServer();
  const body = JSON.stringify({token});
  const sample = JSON.stringify(await post(server.url, '/api/widget/resolve', {token}));
  const baseline = await startBaseline(sample);
  try {
    for (let round = 0; round < ROUNDS; round++) {
      resolves.push([await resolveRate(server.url, body), await resolveRate(baseline.url, body)]);
    }
    for (let round = 0; round < ROUNDS; round++) stores.push(await storeRates(baseline.url));
  } finally {
    baseline.child.kill();
    await server.close();
  }
  return {
    rounds: ROUNDS,
    connections: CONNECTIONS,
    resolve: compared(resolves),
    sessionAndCapture: compared(stores),
  };
}

/** On a server of its own: sessions that nobody joins end, and cost it, half a minute later. */
async function storeRates(baseline: string): Promise<[ours: Rate, theirs: Rate]> {
  const {server, token} = await startServer();
  try {
    return [
      await storeRate(server.url, await challenges(server.url, token)),
      await storeRate(baseline, await challenges(server.url, token)),
    ];
  } finally {
    await server.close();
  }
}

async function startServer(): Promise<{server: ServerProcess; token: string}> {
  const server = await ServerProcess.start({AIW_VOICE: 'off', AIW_RATE_LIMITS: UNREACHED});
  const {token} = await server.command<{token: string}>(...WIDGET_ARGS);
  return {server, token};
}

function compared(rounds: readonly [ours: Rate, theirs: Rate][]) {
  const two = (value: number) => Math.round(value * 100) / 100;
  return {
    ratio: two(median(rounds.map(([ours, theirs]) => ours.rate / theirs.rate))),
    perSecond: Math.round(median(rounds.map(([ours]) => ours.rate))),
    perSecondOfBaseline: Math.round(median(rounds.map(([, theirs]) => theirs.rate))),
    p99Ms: two(median(rounds.map(([ours]) => ours.p99Ms))),
    p99MsOfBaseline: two(median(rounds.map(([, theirs]) => theirs.p99Ms))),
  };
}

async function resolveRate(url: string, body: string): Promise<Rate> {
  const {requests, latency, non2xx, errors} = await autocannon({
    ...{url: `${url}/api/widget/resolve`, method: 'POST', headers: HEADERS, body},
    ...{connections: CONNECTIONS, duration: SECONDS},
  });
  if (non2xx + errors > 0) throw new Error(`${non2xx} refused, ${errors} failed.`);
  return {rate: requests.average, p99Ms: latency.p99};
}

/** Each connection starts a session and stores a capture in it, again and again. */
async function storeRate(url: string, bodies: string[]): Promise<Rate> {
  // By our own clock: the load generator's counts whole seconds.
  const startedAt = performance.now();
  let lastAt = startedAt;
  const requests: Request[] = [
    {
      method: 'POST',
      path: '/api/sessions',
      headers: HEADERS,
      setupRequest: request => ({...request, body: bodies.pop() ?? '{}'}),
      onResponse: (_status, body, context) => Object.assign(context, JSON.parse(body)),
    },
    {
      method: 'POST',
      onResponse: () => (lastAt = performance.now()),
      setupRequest(request, context) {
        const {sessionId, sessionToken} = context as Record<string, string>;
        return {
          ...request,
          path: `/api/sessions/${sessionId}/captures`,
          headers: {...HEADERS, authorization: `Bearer ${sessionToken}`},
          body: JSON.stringify({
            ...{id: randomUUID(), kind: 'email', value: 'jane@example.com'},
            ...{source: 'agent_asked', prefilled: false},
          }),
        };
      },
    },
  ];
  const {latency, non2xx, errors} = await autocannon({
    ...{url, connections: CONNECTIONS, amount: bodies.length * 2, requests},
  });
  if (non2xx + errors > 0) throw new Error(`${non2xx} refused, ${errors} failed.`);
  return {rate: (PAIRS * 1000) / (lastAt - startedAt), p99Ms: latency.p99};
}

/** Bodies of so many session requests, each with a challenge of its own. */
async function challenges(url: string, token: string): Promise<string[]> {
  const bodies: string[] = [];
  const one = async () => {
    const {challenge} = await post<ResolveResponse>(url, '/api/widget/resolve', {token});
    bodies.push(JSON.stringify(sessionBody(token, challenge.value)));
  };
  while (bodies.length < PAIRS) await Promise.all(Array.from({length: 50}, one));
  return bodies;
}

async function startBaseline(sample: string): Promise<{url: string; child: ChildProcess}> {
  const program = fileURLToPath(new URL('./baseline.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, sample], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {url: String(line).trim(), child};
}
