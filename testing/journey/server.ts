import {execFile, spawn, type ChildProcess} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

const DIST = fileURLToPath(new URL('../../server/dist/', import.meta.url));
const run = promisify(execFile);

/** In characters. Each request is a line of the log. */
const MAX_OUTPUT = 20_000;

/** A row of `aiw-server captures list --json`. */
export interface StoredCapture {
  id: string;
  sessionId: string;
  kind: string;
  value: string;
  source: string;
}

/** The built server in a process of its own, on a data directory of its own. */
export class ServerProcess {
  readonly url: string;
  readonly #port: number;
  readonly dataDir: string;
  readonly #env: Record<string, string>;
  #child: ChildProcess | null = null;
  /** The link that makes the first operator, as it is printed; empty: there is somebody. */
  setUpUrl = '';
  /** The last of what it printed, for a failed test's message. */
  output = '';

  private constructor(port: number, dataDir: string, env: Record<string, string>) {
    this.#port = port;
    this.dataDir = dataDir;
    this.#env = env;
    this.url = `http://localhost:${port}`;
  }

  /** Starts one and waits until it is ready for calls. */
  static async start(env: Record<string, string> = {}): Promise<ServerProcess> {
    const dataDir = await mkdtemp(join(tmpdir(), 'aiw-'));
    const server = new ServerProcess(await freePort(), dataDir, env);
    await server.launch();
    return server;
  }

  /** Process id while it runs. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts the process again on the same port and data, as an operator would. */
  async launch(): Promise<void> {
    const child = spawn(process.execPath, [join(DIST, 'main.js')], {env: this.#environment()});
    this.#child = child;
    // A test that was cut off leaves no server behind.
    const stop = () => child.kill('SIGKILL');
    process.once('exit', stop);
    child.once('exit', () => process.off('exit', stop));
    const ready = new Promise<void>((resolve, reject) => {
      let isReady = false;
      const read = (chunk: Buffer) => {
        this.output = (this.output + String(chunk)).slice(-MAX_OUTPUT);
        if (isReady || !this.output.includes('Ready for calls.')) return;
        isReady = true;
        resolve();
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', code =>
        reject(new Error(`The server left with ${code}:\n${this.output}`)),
      );
    });
    await ready;
    const path = /\/dashboard\/join#\S+/.exec(this.output)?.[0];
    this.setUpUrl = path ? this.url + path : '';
    this.output = '';
  }

  /** Ends the process: `SIGTERM` as an operator does, `SIGKILL` as a power cut does. */
  async kill(signal: 'SIGTERM' | 'SIGKILL' | 'SIGINT'): Promise<number | null> {
    const child = this.#child;
    if (!child || child.exitCode !== null) return child?.exitCode ?? null;
    this.#child = null;
    const exit = new Promise<number | null>(resolve => child.once('exit', resolve));
    child.kill(signal);
    return exit;
  }

  /** Runs `aiw-server … --json` on the same data directory. */
  async command<T>(...args: string[]): Promise<T> {
    const argv = [join(DIST, 'cli.js'), ...args, '--json'];
    const {stdout} = await run(process.execPath, argv, {env: this.#environment()});
    return JSON.parse(stdout) as T;
  }

  /** Captures in the database. */
  async captures(): Promise<StoredCapture[]> {
    return (await this.command<{captures: StoredCapture[]}>('captures', 'list')).captures;
  }

  /** Stops it and removes its data. */
  async close(): Promise<void> {
    await this.kill('SIGTERM');
    await rm(this.dataDir, {recursive: true, force: true});
  }

  #environment(): NodeJS.ProcessEnv {
    return {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: `${this.#port}`,
      HOST: '127.0.0.1',
      AIW_DATA_DIR: this.dataDir,
      AIW_RATE_LIMITS: 'off',
      ...this.#env,
    };
  }
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise(resolve => probe.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('No port.');
  return address.port;
}
