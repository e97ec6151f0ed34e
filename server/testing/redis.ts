import {spawn, spawnSync, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createClient} from '@redis/client';
import {freePort} from './free-port.js';

/** A Redis of the tests' own, on loopback, in memory only. */
export class TestRedis {
  readonly url: string;
  readonly #port: number;
  readonly #folder: string;
  #child: ChildProcess | null = null;

  private constructor(port: number, folder: string) {
    this.#port = port;
    this.#folder = folder;
    this.url = `redis://127.0.0.1:${port}`;
  }

  /**
   * Starts one; it is gone with the process at the latest.
   *
   * @throws {Error} Where this machine has no Redis; it says how to get one.
   */
  static async start(): Promise<TestRedis> {
    const folder = mkdtempSync(join(tmpdir(), 'aiw-redis-'));
    const redis = new TestRedis(await freePort(), folder);
    process.once('exit', () => {
      redis.#child?.kill('SIGKILL');
      rmSync(folder, {recursive: true, force: true});
    });
    await redis.launch();
    return redis;
  }

  /** Starts it again on the same port, with nothing in it. */
  async launch(): Promise<void> {
    const settings = {
      port: this.#port,
      bind: '127.0.0.1',
      dir: this.#folder,
      save: '',
      appendonly: 'no',
    };
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
    this.#child = spawn(program(), args, {stdio: 'ignore'});
    while (!(await this.#answers())) await new Promise(again => setTimeout(again, 20));
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    this.#child = null;
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  }

  /** A connection of the test's own, closed by it. */
  async client() {
    const client = createClient({url: this.url, socket: {reconnectStrategy: false}});
    client.on('error', () => {});
    await client.connect();
    return client;
  }

  async #answers(): Promise<boolean> {
    try {
      (await this.client()).destroy();
      return true;
    } catch {
      return false;
    }
  }
}

/** `REDIS_BIN`, else what the machine has: Valkey speaks the same language. */
function program(): string {
  const own = process.env['REDIS_BIN'];
  const known = [...(own ? [own] : []), 'redis-server', 'valkey-server'];
  const found = known.find(name => spawnSync(name, ['--version']).status === 0);
  if (found) return found;
  throw new Error(
    'This test needs a Redis. Get one with `apt-get install redis-server` or `brew install redis`, or name its program in REDIS_BIN.',
  );
}
