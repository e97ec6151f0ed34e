import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Kysely} from 'kysely';
import type {Logger} from 'pino';
import {defaultMaxCalls} from './capacity.js';
import type {Config} from './config.js';
import {seedDemo} from './demo.js';
import {findDirectories, type Directories} from './directories.js';
import {Calls, type CallJournal} from './domain/calls.js';
import {createCaptures} from './domain/captures.js';
import {createChallenges} from './domain/challenge.js';
import {systemClock, timestamp, type Clock} from './domain/clock.js';
import type {ConversationEngine} from './domain/conversation.js';
import {PauseWatch} from './domain/pause-watch.js';
import {RetentionJob} from './domain/retention.js';
import {createSessionTokens} from './domain/session-token.js';
import {Sessions} from './domain/sessions.js';
import {WebhookCourier} from './domain/webhook-courier.js';
import {createApp} from './http/app.js';
import {StreamServer} from './http/stream.js';
import {createLogger} from './logger.js';
import {createWebhookSender} from './outbound/send-webhook.js';
import {openOperator, type Operator} from './operator.js';
import {SqliteKnowledge} from './store/knowledge.js';
import type {Database} from './store/schema.js';

/** What a server is started from. */
export interface StartOptions {
  config: Config;
  /** Absent: the agent of this package. */
  engine?: ConversationEngine;
  logger?: Logger;
  clock?: Clock;
  directories?: Directories;
}

/** A server that listens. */
export interface RunningServer {
  /** Its local address, without a trailing slash. */
  url: string;
  hasDemo: boolean;
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
}: StartOptions): Promise<RunningServer> {
  if (!config.rateLimits) logger.warn('AIW_RATE_LIMITS is off: anybody may call without limit.');
  const operator = await openOperator(config);
  const {store, widgets} = operator;
  await widgets.resealSecrets();
  await store.sessions.endOpen('shutdown', timestamp(clock.now()));
  const demoToken = await seedDemo(widgets, directories.demoContent, config.publicUrl);
  const engine = givenEngine ?? (await ownEngine(operator.db, config, logger));
  const parts = {config, operator, engine, logger, clock, directories, demoToken};
  const {server, calls, streams, pauses, courier, retention} = wire(parts);
  try {
    await listen(server, config);
  } catch (error) {
    await engine.close();
    await store.close();
    throw error;
  }
  pauses.start();
  courier.start();
  retention.start();
  const closeAll = async (): Promise<void> => {
    pauses.stop();
    const closed = new Promise<void>(resolve => server.close(() => resolve()));
    await calls.close('shutdown');
    await streams.close();
    server.closeAllConnections();
    await closed;
    await Promise.all([courier.stop(), retention.stop()]);
    await Promise.race([engine.close(), delay(clock, ENGINE_CLOSE_MS)]);
    await store.close();
  };
  let closing: Promise<void> | null = null;
  const close = () => (closing ??= closeAll());
  return {url: localUrl(server), hasDemo: demoToken !== null, ready: engine.warm(), close};
}

/** What {@link wire} connects. */
interface Parts {
  config: Config;
  operator: Operator;
  engine: ConversationEngine;
  logger: Logger;
  clock: Clock;
  directories: Directories;
  demoToken: string | null;
}

/** Domain, routes and streams over one HTTP server that does not listen yet. */
function wire({config, operator, logger, ...parts}: Parts): {
  server: Server;
  calls: Calls;
  streams: StreamServer;
  pauses: PauseWatch;
  courier: WebhookCourier;
  retention: RetentionJob;
} {
  const {store, keys, widgets} = operator;
  const {engine, clock} = parts;
  const onUnexpected = (error: unknown) => logger.error({err: error}, 'unexpected error');
  const calls = new Calls({
    engine,
    clock,
    store: store.sessions,
    usage: store.usage,
    maxCalls: config.maxCalls ?? defaultMaxCalls(),
    callsPerAddress: config.rateLimits?.sessions.count ?? null,
    journal: journalOf(logger),
  });
  const challenges = createChallenges(keys, clock);
  const tokens = createSessionTokens(keys, clock);
  const {requireOrigin} = config;
  const streams = new StreamServer({calls, tokens, clock, onUnexpected, requireOrigin});
  const app = createApp({
    ...parts,
    config,
    store,
    challenges,
    tokens,
    onUnexpected,
    captures: createCaptures(store.captures, clock),
    sessions: new Sessions({
      ...{widgets, challenges, tokens, calls, clock},
      store: store.sessions,
      usage: store.usage,
    }),
  });
  const server = createServer(app);
  streams.attach(server);
  const pauses = new PauseWatch({calls, widgets: store.widgets, clock, onError: onUnexpected});
  const courier = new WebhookCourier({
    ...{keys, clock, onError: onUnexpected},
    outbox: store.outbox,
    send: createWebhookSender(config.privateWebhooks),
  });
  const retention = new RetentionJob({
    ...{clock, onError: onUnexpected},
    store: store.retention,
    onSwept: swept => logger.info(swept, 'what is kept no longer was removed'),
  });
  return {server, calls, streams, pauses, courier, retention};
}

/** Loaded only where it is needed: it brings native parts along. */
async function ownEngine(
  db: Kysely<Database>,
  {voice, turnModel, llm}: Config,
  logger: Logger,
): Promise<ConversationEngine> {
  const {createConversationEngine} = await import('./voice/index.js');
  return createConversationEngine({
    logger,
    knowledge: new SqliteKnowledge(db),
    config: {voice, turnModel, llm},
  });
}

function journalOf(logger: Logger): CallJournal {
  return {
    started: call => logger.info(call, 'call started'),
    ended: call => logger.info(call, 'call ended'),
    usage: notice =>
      logger.warn(
        notice,
        notice.level === 'stop'
          ? "a widget's minutes of the day are used up: its calls end, and none starts"
          : "most of a widget's minutes of the day are used",
      ),
    failed: (error, sessionId) => logger.error({err: error, sessionId}, 'a call was not recorded'),
  };
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
