import {startInspected, type Memory} from './memory.js';
import {capture, startSession, TextVisitor} from './text-visitor.js';

/** `AIW_SOAK_MINUTES=2` for a quick look. */
const MINUTES = Number(process.env['AIW_SOAK_MINUTES'] ?? 10);
/** Before the first look: caches fill, and code is compiled. */
const WARM_SHARE = 0.2;
const VISITORS = 12;
/** Sessions that nobody came back to are over by then. */
const QUIET_MS = 35_000;
const QUESTIONS = ['What does the starter plan cost?', 'Do you deliver?', 'Thank you'];

/** Visitors who call, drop, come back, leave a contact detail and hang up, for minutes: what stays. */
export async function benchSoak(): Promise<object> {
  const {server, token, probe, close} = await startInspected();
  try {
    const counts = {calls: 0, drops: 0, captures: 0, abandoned: 0};
    const minutes = async (share: number) => {
      await load(server.url, token, {counts, until: Date.now() + share * MINUTES * 60_000});
      await new Promise(later => setTimeout(later, QUIET_MS));
      return probe.measure();
    };
    const before = await minutes(WARM_SHARE);
    const after = await minutes(1 - WARM_SHARE);
    return {minutes: MINUTES, ...counts, before, after, growth: growthOf(before, after)};
  } finally {
    await close();
  }
}

interface Counts {
  calls: number;
  drops: number;
  captures: number;
  abandoned: number;
}

async function load(
  url: string,
  token: string,
  {counts, until}: {counts: Counts; until: number},
): Promise<void> {
  const visitor = async () => {
    while (Date.now() < until) await call(url, token, counts);
  };
  await Promise.all(Array.from({length: VISITORS}, visitor));
}

/** One call, with a drop in two of three, and an end in nine of ten. */
async function call(url: string, token: string, counts: Counts): Promise<void> {
  const session = await startSession(url, token);
  const visitor = new TextVisitor(session);
  await visitor.connect();
  counts.calls++;
  for (const question of QUESTIONS) {
    await visitor.ask(question);
    if (counts.calls % 3 > 0) {
      visitor.drop();
      counts.drops++;
      await visitor.connect();
    }
  }
  await capture(url, session);
  counts.captures++;
  if (counts.calls % 10 === 0) {
    visitor.drop();
    counts.abandoned++;
  } else await visitor.end();
}

function growthOf(before: Memory, after: Memory): object {
  const share = (from: number, to: number) => `${Math.round((1000 * (to - from)) / from) / 10} %`;
  return {
    heap: share(before.heapMB, after.heapMB),
    resident: share(before.residentMB, after.residentMB),
  };
}
