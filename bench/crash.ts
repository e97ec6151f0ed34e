import {randomUUID} from 'node:crypto';
import {loadConfig} from '../server/src/config.js';
import {openOperator} from '../server/src/operator.js';
import {TestPostgres} from '../server/testing/postgres.js';
import {ServerProcess} from '../testing/journey/server.js';
import {traceSyncs} from './sync-trace.js';
import {capture, RefusedError, startSession, WIDGET_ARGS} from './text-visitor.js';

/** `AIW_CRASH_KILLS=20` for a quick look. */
const KILLS = Number(process.env['AIW_CRASH_KILLS'] ?? 200);
const WRITERS = 8;
/** A kill comes at a random moment of this time after the server is up, in milliseconds. */
const KILL_WITHIN_MS = 400;
const PATIENCE_MS = 60_000;

/**
 * Kills a server again and again while visitors confirm contact details, and counts what became of
 * those that it had acknowledged; then traces that each was synced before it was acknowledged.
 */
export async function benchCrash(): Promise<object> {
  const postgres = await TestPostgres.start({isDurable: true});
  const stores = {
    sqlite: {},
    postgres: {AIW_DATABASE_URL: await postgres.database()},
  };
  const report: Record<string, object> = {};
  try {
    for (const [name, env] of Object.entries(stores)) {
      const pids = name === 'postgres' && postgres.pid ? [postgres.pid] : [];
      report[name] = await crash({...env, AIW_VOICE: 'off', AIW_RATE_LIMITS: 'off'}, pids);
    }
  } finally {
    await postgres.stop();
  }
  return {kills: KILLS, writers: WRITERS, ...report};
}

async function crash(env: Record<string, string>, databasePids: number[]): Promise<object> {
  const server = await ServerProcess.start(env);
  try {
    const {token} = await server.command<{token: string}>(...WIDGET_ARGS);
    const session = await startSession(server.url, token);
    const load = new Load(server.url, session);
    load.start();
    for (let kill = 0; kill < KILLS; kill++) {
      await new Promise(later => setTimeout(later, Math.random() * KILL_WITHIN_MS));
      await server.kill('SIGKILL');
      await server.launch();
    }
    await load.stop();
    const {store} = await openOperator(loadConfig({...env, AIW_DATA_DIR: server.dataDir}));
    const rows = await store.captures.list(session.sessionId);
    await store.close();
    return {
      ...load.against(rows),
      ...(await traceSyncs([server.pid ?? 0, ...databasePids], () =>
        capture(server.url, session, {id: randomUUID()}),
      )),
    };
  } finally {
    await server.close();
  }
}

/** Visitors who confirm contact details, each until it is acknowledged, as the widget does. */
class Load {
  readonly #url: string;
  readonly #session: Parameters<typeof capture>[1];
  readonly #acknowledged = new Map<string, string>();
  #repeated = 0;
  #isStopped = false;
  #writers: Promise<void>[] = [];

  constructor(url: string, session: Parameters<typeof capture>[1]) {
    this.#url = url;
    this.#session = session;
  }

  start(): void {
    this.#writers = Array.from({length: WRITERS}, async () => {
      while (!this.#isStopped) await this.#confirm();
    });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all(this.#writers);
  }

  /** What the rows say of what was acknowledged. */
  against(rows: readonly {id: string; value: string}[]): object {
    const found = new Map<string, string[]>();
    for (const {id, value} of rows) found.set(id, [...(found.get(id) ?? []), value]);
    const acknowledged = [...this.#acknowledged];
    return {
      acknowledged: acknowledged.length,
      repeated: this.#repeated,
      lost: acknowledged.filter(([id, value]) => found.get(id)?.[0] !== value).length,
      twice: acknowledged.filter(([id]) => (found.get(id)?.length ?? 0) > 1).length,
    };
  }

  async #confirm(): Promise<void> {
    const id = randomUUID();
    const value = `jane-${id}@example.com`;
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        await capture(this.#url, this.#session, {id, value});
        this.#acknowledged.set(id, value);
        return;
      } catch (error) {
        if (error instanceof RefusedError && error.status < 500) throw error;
        if (Date.now() > deadline) throw error;
        this.#repeated++;
        await new Promise(later => setTimeout(later, 20));
      }
    }
  }
}
