import {startInspected} from './memory.js';
import {startSession, TextVisitor} from './text-visitor.js';

const FIRST = 100;
const STREAMS = 2000;
/** Longer than two pings: who does not answer them is gone by then. */
const ALIVE_MS = 35_000;
const AT_ONCE = 20;

/** Streams of visitors who have not said anything yet, on one process: what each takes. */
export async function benchStreams(): Promise<object> {
  const {server, token, probe, close} = await startInspected();
  try {
    const visitors: TextVisitor[] = [];
    await open(server.url, token, FIRST, visitors);
    const first = await probe.measure();
    await open(server.url, token, STREAMS, visitors);
    const all = await probe.measure();
    await new Promise(later => setTimeout(later, ALIVE_MS));
    const each = (before: number, after: number) =>
      Math.round((10 * 1024 * (after - before)) / (STREAMS - FIRST)) / 10;
    return {
      streams: STREAMS,
      alive: visitors.filter(({isConnected}) => isConnected).length,
      residentKBEach: each(first.residentMB, all.residentMB),
      heapKBEach: each(first.heapMB, all.heapMB),
      residentMB: all.residentMB,
    };
  } finally {
    await close();
  }
}

async function open(
  url: string,
  token: string,
  total: number,
  visitors: TextVisitor[],
): Promise<void> {
  const one = async () => {
    const visitor = new TextVisitor(await startSession(url, token));
    await visitor.connect();
    visitors.push(visitor);
  };
  while (visitors.length < total) await Promise.all(Array.from({length: AT_ONCE}, one));
}
