import {ConfigError, loadConfig, unknownVariables} from './config.js';
import {KeyError} from './domain/keys.js';
import {RedisError} from './redis/redis-error.js';
import {DatabaseError} from './store/postgres.js';
import {createLogger} from './logger.js';
import {startServer, type RunningServer} from './start-server.js';

/** Longest time a shutdown may take, in milliseconds. */
const SHUTDOWN_MS = 4500;

/** Starts the server of the environment, and stops it by SIGINT or SIGTERM. */
export async function serve(): Promise<void> {
  const logger = createLogger();
  try {
    const config = loadConfig(process.env);
    for (const name of unknownVariables(process.env)) {
      logger.warn(`${name} is no variable of this server. Check its spelling, or unset it.`);
    }
    const server = await startServer({config, logger});
    stopOnSignal(server);
    announce(server, config.publicUrl ?? server.url);
    await server.ready;
    process.stdout.write('Ready for calls.\n');
  } catch (error) {
    process.stderr.write(`${wordsOf(error)}\n`);
    process.exit(1);
  }
}

function announce({hasDemo, metricsUrl, setUpToken}: RunningServer, url: string): void {
  const lines = [
    ...(hasDemo ? [`Demo site   ${url}/`] : []),
    `Server      ${url}`,
    setUpToken === null
      ? `Dashboard   ${url}/dashboard/`
      : `Dashboard   ${url}/dashboard/join#${setUpToken} (makes your account, once)`,
    `Script tag  ${url}/aiw-voice-widget.js`,
    ...(metricsUrl ? [`Metrics     ${metricsUrl}`] : []),
    'Loading the voice …',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Ends the process by SIGINT or SIGTERM, in order; a second signal ends it at once. */
export function stopOnSignal(server: Pick<RunningServer, 'close'>): void {
  let isStopping = false;
  const stop = () => {
    // Asked twice, it does not wait for the calls.
    if (isStopping) process.exit(130);
    isStopping = true;
    setTimeout(() => process.exit(0), SHUTDOWN_MS).unref();
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${wordsOf(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function wordsOf(error: unknown): string {
  const expected = [ConfigError, DatabaseError, KeyError, RedisError];
  if (expected.some(kind => error instanceof kind)) return (error as Error).message;
  const {code, stack} = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return 'The port is taken. Stop the program that has it, or choose another with PORT.';
  }
  if (code === 'EACCES') return 'The port may not be used. Choose one above 1023 with PORT.';
  return stack ?? String(error);
}
