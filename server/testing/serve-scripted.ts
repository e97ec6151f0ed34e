import {loadConfig} from '../src/config.js';
import {createLogger} from '../src/logger.js';
import {stopOnSignal} from '../src/serve.js';
import {startServer} from '../src/start-server.js';
import {ScriptedEngine} from './scripted-engine.js';

/** A server in a process of its own, to be killed by a test; prints its address. */
const server = await startServer({
  config: loadConfig(process.env),
  logger: createLogger('silent'),
  engine: new ScriptedEngine(),
});
stopOnSignal(server);
process.stdout.write(`${server.url}\n`);
