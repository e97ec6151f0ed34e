import type {Logger} from 'pino';
import type {CallJournal} from './domain/calls/calls.js';
import type {Swept} from './domain/records/retention.js';
import type {RequestEntry, Route} from './http/request-log.js';
import type {Metrics} from './metrics.js';
import {isAway} from './store/postgres.js';
import type {TurnTimings} from './voice/index.js';

/** Told of what happens in a server; it holds ids, codes and durations, and nothing of a visitor. */
export interface Observer {
  journal: CallJournal;
  answered(entry: RequestEntry): void;
  turn(timings: TurnTimings): void;
  streamRefused(code: number): void;
  webhook(isDelivered: boolean): void;
  swept(swept: Swept): void;
  unexpected(error: unknown): void;
}

/** Asked for again and again, and of no interest when they succeed. */
const QUIET: readonly Route[] = ['/healthz', '/readyz', 'script', 'chunks', 'dashboard', 'other'];

/** Tells the log, and the metrics where there are some. */
export function createObserver(logger: Logger, metrics: Metrics | null): Observer {
  return {
    journal: journalOf(logger, metrics),
    answered(entry) {
      metrics?.request(entry);
      const isQuiet = QUIET.includes(entry.route) && entry.status < 500;
      if (isQuiet) logger.debug(entry, 'request');
      else if (entry.status >= 500) logger.warn(entry, 'request');
      else logger.info(entry, 'request');
    },
    turn: timings => metrics?.turn(timings),
    streamRefused(code) {
      metrics?.streamRefused(code);
      logger.info({code}, 'stream refused');
    },
    webhook: isDelivered => metrics?.webhook(isDelivered),
    swept: swept => logger.info(swept, 'what is kept no longer was removed'),
    unexpected: unexpectedTo(logger),
  };
}

/** How often it is said that the database is away, in milliseconds: every request would say it. */
const AWAY_MS = 30_000;

function unexpectedTo(logger: Logger): (error: unknown) => void {
  let saidAt = -Infinity;
  return error => {
    if (!isAway(error)) {
      logger.error({err: error}, 'unexpected error');
      return;
    }
    if (performance.now() - saidAt < AWAY_MS) return;
    saidAt = performance.now();
    const {code} = error as {code?: string};
    logger.error({code}, 'the database cannot be reached');
  };
}

function journalOf(logger: Logger, metrics: Metrics | null): CallJournal {
  return {
    started(call) {
      metrics?.callStarted(call.mode);
      logger.info(call, 'call started');
    },
    takenOver(call) {
      metrics?.callTakenOver();
      logger.info(call, 'call taken over');
    },
    ended(call) {
      metrics?.callEnded(call.reason, call.seconds);
      logger.info(call, 'call ended');
    },
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
