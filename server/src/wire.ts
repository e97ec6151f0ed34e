import {createServer, type Server} from 'node:http';
import type {Config} from './config.js';
import type {Directories} from './directories.js';
import type {KeptWidget} from './domain/widgets/kept-widget.js';
import type {CallDirectory} from './domain/calls/call-directory.js';
import {Calls} from './domain/calls/calls.js';
import {createCaptures} from './domain/records/captures.js';
import {createChallenges} from './domain/admission/challenge.js';
import type {Clock} from './domain/clock.js';
import type {ConversationEngine} from './domain/calls/conversation.js';
import {PauseWatch} from './domain/calls/pause-watch.js';
import {ProcessLease} from './domain/process-lease.js';
import {SeenWidgets} from './domain/widgets/seen-widgets.js';
import {RetentionJob} from './domain/records/retention.js';
import {createSessionTokens} from './domain/admission/session-token.js';
import {Sessions} from './domain/admission/sessions.js';
import {WebhookCourier} from './domain/webhooks/webhook-courier.js';
import {createApp} from './http/app.js';
import type {RateCounters} from './http/limiter.js';
import {StreamServer} from './http/stream.js';
import type {Observer} from './observer.js';
import type {Operator} from './operator.js';
import {operatorServices} from './operator-services.js';
import {createWebhookSender} from './outbound/send-webhook.js';
import {isAway} from './store/postgres.js';

/** What {@link wire} connects. */
export interface Parts {
  config: Config;
  operator: Operator;
  engine: ConversationEngine;
  observer: Observer;
  clock: Clock;
  directories: Directories;
  keptWidgets: readonly KeptWidget[];
  demoToken: string | null;
  directory: CallDirectory;
  /** Where requests are counted; null: in this process. */
  rateCounters: RateCounters | null;
  /** Voice calls at once. */
  maxCalls: number;
  patience: Patience;
}

/** Something that a server does by itself, again and again. */
export interface Job {
  start(): void;
  stop(): Promise<void>;
}

/** A server that does not listen yet. */
export interface Wired {
  server: Server;
  calls: Calls;
  streams: StreamServer;
  jobs: readonly Job[];
  /** Stopped last: what it holds is given up by then. */
  lease: ProcessLease;
}

/** How long a visitor's headers may take, and a whole request, in milliseconds. */
export interface Patience {
  headersMs: number;
  requestMs: number;
}

/** Bodies are of 64 KiB at most. */
export const PATIENCE: Patience = {headersMs: 10_000, requestMs: 20_000};
/** Longer than a proxy keeps its connections, so that none is closed under a request. */
const KEEP_ALIVE_MS = 65_000;
const LOOK_FOR_SLOW_MS = 1000;

/** Domain, routes and streams over one HTTP server. */
export function wire({config, operator, observer, ...parts}: Parts): Wired {
  const {store, keys, widgets} = operator;
  const {engine, clock, maxCalls, patience, directory} = parts;
  const onUnexpected = (error: unknown) => observer.unexpected(error);
  const calls = new Calls({
    ...{engine, clock, maxCalls},
    store: store.sessions,
    usage: store.usage,
    directory,
    callsPerAddress: config.rateLimits?.sessions.count ?? null,
    journal: observer.journal,
  });
  const challenges = createChallenges(keys, clock);
  const tokens = createSessionTokens(keys, clock);
  const {requireOrigin} = config;
  const streams = new StreamServer({
    ...{calls, tokens, clock, onUnexpected, requireOrigin},
    onRefused: code => observer.streamRefused(code),
  });
  const app = createApp({
    ...parts,
    ...{config, store, challenges, tokens, onUnexpected},
    onAnswered: entry => observer.answered(entry),
    isAway,
    isClosing: () => calls.isClosed,
    dashboard: operatorServices({config, operator, observer, ...parts}, calls),
    seen: new SeenWidgets(store.widgets, clock, onUnexpected),
    captures: createCaptures(store.captures, clock),
    sessions: new Sessions({
      ...{widgets, challenges, tokens, calls, clock},
      store: store.sessions,
      usage: store.usage,
    }),
  });
  const server = createServer(
    {
      headersTimeout: patience.headersMs,
      requestTimeout: patience.requestMs,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: Math.min(LOOK_FOR_SLOW_MS, patience.headersMs),
    },
    app,
  );
  streams.attach(server);
  const lease = new ProcessLease({store: store.processes, clock, onError: onUnexpected});
  const jobs = jobsOf({config, operator, observer, ...parts}, calls);
  return {server, calls, streams, jobs, lease};
}

function jobsOf({config, operator, observer, clock}: Parts, calls: Calls): Job[] {
  const {store, keys} = operator;
  const onError = (error: unknown) => observer.unexpected(error);
  return [
    new PauseWatch({calls, widgets: store.widgets, clock, onError}),
    new WebhookCourier({
      ...{keys, clock, onError},
      outbox: store.outbox,
      send: createWebhookSender(config.privateWebhooks),
      publicUrl: config.publicUrl,
      onAttempt: isDelivered => observer.webhook(isDelivered),
    }),
    new RetentionJob({
      ...{clock, onError},
      store: store.retention,
      onSwept: swept => observer.swept(swept),
    }),
  ];
}
