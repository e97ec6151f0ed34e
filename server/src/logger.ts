import pino, {type Logger} from 'pino';

/**
 * The server's log: JSON lines on standard error.
 *
 * Ids, codes and durations only: no words, contact details, addresses, tokens or secrets.
 */
export function createLogger(level: 'info' | 'silent' = 'info'): Logger {
  return pino({level, base: null, timestamp: pino.stdTimeFunctions.isoTime}, pino.destination(2));
}
