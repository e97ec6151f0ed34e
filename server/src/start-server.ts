import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Kysely} from 'kysely';
import type {Logger} from 'pino';
import {defaultMaxCalls} from './capacity.js';
import type {Config} from './config.js';
import {seedDemo} from './demo.js';
import {inviteFirstOwner} from './first-owner.js';
import {keepWidgets} from './kept-widgets.js';
import {findDirectories, type Directories} from './directories.js';
import {systemClock, type Clock} from './domain/clock.js';
import type {ConversationEngine} from './domain/calls/conversation.js';
import {createLogger} from './logger.js';
import {createMetrics, serveMetrics} from './metrics.js';
import {createObserver, type Observer} from './observer.js';
import {openOperator} from './operator.js';
import {openSharedState} from './shared-state.js';
import {openKnowledge} from './store/knowledge.js';
import type {Database} from './store/schema.js';
import {PATIENCE, wire, type Patience} from './wire.js';

/** What a server is started from. */
export interface StartOptions {
  config: Config;
  /** Absent: the agent of this package. */
  engine?: ConversationEngine;
  logger?: Logger;
  clock?: Clock;
  directories?: Directories;
  patience?: Patience;
}

/** A server that listens. */
export interface RunningServer {
  /** Its local address, without a trailing slash. */
  url: string;
  hasDemo: boolean;
  /** Makes the first operator, once; null: there is somebody who can sign in. */
  setUpToken: string | null;
  /** Where Prometheus finds what is counted; null: nothing is. */
  metricsUrl: string | null;
  /** Resolves when the first call will be as quick as the next. */
  ready: Promise<void>;
  /** Tells the calls `shutdown`, then closes everything in order. Safe to call twice. */
  close(): Promise<void>;
}

/** Longest wait for the agent to let go, in milliseconds. */
const ENGINE_CLOSE_MS = 1500;

/** Wires and starts a server. It listens at once; the voice warms up meanwhile. */
export async function startServer({
  config,
  engine: givenEngine,
  logger = createLogger(),
  clock = systemClock,
  directories = findDirectories(),
  patience = PATIENCE,
}: StartOptions): Promise<RunningServer> {
  if (!config.rateLimits) logger.warn('AIW_RATE_LIMITS is off: anybody may call without limit.');
  const operator = await openOperator(config);
  const {store, widgets} = operator;
  await widgets.resealSecrets();
  const setUpToken = await inviteFirstOwner(operator);
  const demoToken = await seedDemo(widgets, directories.demoContent, config.publicUrl);
  const maxCalls = config.maxCalls ?? defaultMaxCalls();
  const metrics = config.metrics && createMetrics({calls: () => calls.counts, maxCalls});
  const observer = createObserver(logger, metrics);
  const shared = await openSharedState(config, store.processes.id, {clock, logger, observer});
  const engine = givenEngine ?? (await ownEngine(operator.db, config, {logger, observer}));
  const parts = {
    ...{config, operator, engine, observer, clock, directories, demoToken, maxCalls, patience},
    ...shared,
    keptWidgets: keepWidgets(directories.embed, config.dataDir, code =>
      logger.warn(
        `This version of the widget could not be kept in the data directory (${code}): pages that pin it will lose it with the next upgrade. Check that AIW_DATA_DIR can be written to.`,
      ),
    ),
  };
  const {server, calls, streams, jobs, lease} = wire(parts);
  let metricsServer: Server | null = null;
  try {
    await lease.beat();
    await shared.directory.start(sessionId => calls.letGo(sessionId));
    metricsServer = metrics && config.metrics && (await serveMetrics(metrics, config.metrics));
    await listen(server, config);
  } catch (error) {
    metricsServer?.close();
    await engine.close();
    await shared.directory.close();
    await store.close();
    throw error;
  }
  for (const job of [...jobs, lease]) job.start();
  const closeAll = async (): Promise<void> => {
    // It listens meanwhile: whoever asks is told that it stops, and goes elsewhere.
    await calls.close('shutdown');
    const closed = new Promise<void>(resolve => server.close(() => resolve()));
    await streams.close();
    server.closeAllConnections();
    metricsServer?.closeAllConnections();
    metricsServer?.close();
    await closed;
    await Promise.all(jobs.map(job => job.stop()));
    await Promise.race([engine.close(), delay(clock, ENGINE_CLOSE_MS)]);
    await lease.stop();
    await shared.directory.close();
    await store.close();
  };
  let closing: Promise<void> | null = null;
  const close = () => (closing ??= closeAll());
  return {
    url: localUrl(server),
    ...{setUpToken, hasDemo: demoToken !== null},
    metricsUrl: metricsServer && `${localUrl(metricsServer)}/metrics`,
    ready: engine.warm(),
    close,
  };
}

/** Loaded only where it is needed: it brings native parts along. */
async function ownEngine(
  db: Kysely<Database>,
  {voice, turnModel, llm}: Config,
  {logger, observer}: {logger: Logger; observer: Observer},
): Promise<ConversationEngine> {
  const {createConversationEngine} = await import('./voice/index.js');
  return createConversationEngine({
    logger,
    knowledge: await openKnowledge(db),
    config: {voice, turnModel, llm},
    onTurnTimings: timings => observer.turn(timings),
  });
}

function listen(server: Server, {port, host}: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function localUrl(server: Server): string {
  const {address, port, family} = server.address() as AddressInfo;
  // Listening everywhere, it is reached here.
  if (address === '0.0.0.0' || address === '::') return `http://localhost:${port}`;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

function delay(clock: Clock, ms: number): Promise<void> {
  return new Promise(resolve => void clock.after(ms, resolve));
}
