import express, {type Express, type RequestHandler} from 'express';
import {MAX_BODY_BYTES} from '../../../src/contract/index.js';
import type {Captures} from '../domain/records/captures.js';
import type {Challenges} from '../domain/admission/challenge.js';
import type {Clock} from '../domain/clock.js';
import type {KeptWidget} from '../domain/widgets/kept-widget.js';
import type {ConversationEngine} from '../domain/calls/conversation.js';
import type {Store} from '../domain/store.js';
import type {SessionTokens} from '../domain/admission/session-token.js';
import type {SeenWidgets} from '../domain/widgets/seen-widgets.js';
import type {Sessions} from '../domain/admission/sessions.js';
import {requireOrigin} from './admission.js';
import {captureHandler} from './captures.js';
import {cors} from './cors.js';
import {dashboardRoutes} from './dashboard.js';
import {demoRoutes} from './demo-site.js';
import {embedRoutes} from './embed.js';
import {feedbackHandler} from './feedback.js';
import {healthRoutes} from './health.js';
import {createLimiter, type Limiter, type RateCounters} from './limiter.js';
import {openApiRoutes} from './openapi/routes.js';
import {notFound, onlyMethod, problemHandler} from './problem.js';
import {operatorRoutes} from './operator/router.js';
import type {OperatorServices} from './operator/route.js';
import type {RateLimit, RateLimits} from './rate-limit-setting.js';
import {requestLog, type RequestEntry} from './request-log.js';
import {resolveHandler} from './resolve.js';
import {secureHeaders} from './secure-headers.js';
import {sessionHandler} from './sessions.js';

/** What of the server's configuration concerns HTTP. */
export interface HttpSettings {
  /** Value of Express's `trust proxy`. */
  trustProxy: false | number | string;
  /** Null: no limits. */
  rateLimits: RateLimits | null;
  requireOrigin: boolean;
  /** Null: taken from each request. */
  publicUrl: string | null;
}

/** What the routes are wired from. */
export interface AppOptions {
  config: HttpSettings;
  store: Store;
  sessions: Sessions;
  captures: Captures;
  challenges: Challenges;
  tokens: SessionTokens;
  engine: ConversationEngine;
  clock: Clock;
  /** Where the widget's bundles and the demo site lie. */
  directories: {embed: string; demo: string; dashboard: string};
  /** Versions of the widget that pages may have pinned. */
  keptWidgets: readonly KeptWidget[];
  demoToken: string | null;
  dashboard: OperatorServices;
  seen: SeenWidgets;
  /** Null: requests are counted in this process. */
  rateCounters: RateCounters | null;
  onUnexpected: (error: unknown) => void;
  onAnswered: (entry: RequestEntry) => void;
  /** Whether an error is of a store that cannot be reached now. */
  isAway: (error: unknown) => boolean;
  /** Whether a shutdown has begun. */
  isClosing: () => boolean;
}

/** Every HTTP route of the server; the stream apart. */
export function createApp(options: AppOptions): Express {
  const {config, directories, store, engine, isClosing} = options;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  app.use(requestLog(options.onAnswered));
  app.use(secureHeaders());
  app.use(publicApi(options));
  app.use(operatorRoutes(options.dashboard, signInLimiter(options)));
  app.use(healthRoutes({store, engine, isClosing}));
  app.use(embedRoutes(directories.embed, options.keptWidgets));
  app.use(openApiRoutes());
  app.use('/api', notFound);
  app.use(dashboardRoutes(directories.dashboard));
  app.use(demoRoutes(directories.demo, options.demoToken));
  app.use(notFound);
  app.use(problemHandler(options.onUnexpected, options.isAway));
  return app;
}

/** Tries to sign in, or to join: passwords and links are not to be guessed. */
const SIGN_IN_LIMIT: RateLimit = {count: 10, windowMs: 60_000};

function signInLimiter({config, rateCounters}: AppOptions): Limiter {
  return createLimiter(config.rateLimits && SIGN_IN_LIMIT, rateCounters?.('sign-in'));
}

/** What the widget calls from any site. */
function publicApi({config, store, rateCounters, ...options}: AppOptions): express.Router {
  const limiter = (name: keyof RateLimits, counted: string = name) =>
    createLimiter(config.rateLimits && config.rateLimits[name], rateCounters?.(counted));
  const guards = ({check}: Limiter): RequestHandler[] => [
    check,
    requireOrigin(config.requireOrigin),
    // Any type: `text/plain` spares a browser the preflight.
    express.json({limit: MAX_BODY_BYTES, type: () => true}),
  ];
  const router = express.Router();
  const paths = [
    '/api/widget/resolve',
    '/api/sessions',
    '/api/sessions/:id/captures',
    '/api/sessions/:id/feedback',
  ];
  router.all(paths, cors);
  const {widgets, sessions: sessionStore} = store;
  const sessionLimiter = limiter('sessions');
  const ofSession = {...options, sessions: sessionStore};
  router.post(
    '/api/widget/resolve',
    ...guards(limiter('resolve')),
    resolveHandler({...options, widgets}),
  );
  router.post(
    '/api/sessions',
    ...guards(sessionLimiter),
    sessionHandler({
      ...options,
      widgets,
      limiter: sessionLimiter,
      publicUrl: config.publicUrl,
    }),
  );
  router.post(
    '/api/sessions/:id/captures',
    ...guards(limiter('captures')),
    captureHandler(ofSession),
  );
  // As many as captures, and counted apart: no verdict costs a lead.
  router.post(
    '/api/sessions/:id/feedback',
    ...guards(limiter('captures', 'feedback')),
    feedbackHandler(ofSession),
  );
  router.all(paths, onlyMethod('POST'));
  return router;
}
