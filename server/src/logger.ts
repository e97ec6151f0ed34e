import pino, {type Logger} from 'pino';

/**
 * The server's log: JSON lines on standard error.
 *
 * Ids, codes and durations only: no words, contact details, addresses, tokens or secrets. Lines
 * are written beside the work; those of a process that ends are written before.
 */
export function createLogger(level: 'info' | 'silent' = 'info'): Logger {
  return pino(
    {level, base: null, timestamp: pino.stdTimeFunctions.isoTime},
    pino.destination({dest: 2, sync: false}),
  );
}
