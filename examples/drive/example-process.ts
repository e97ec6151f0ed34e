import {execFile, spawn, type ChildProcess} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {freePort} from '../../testing/journey/server.js';
import {until} from '../../testing/journey/visitor.js';
import type {Example, Settings} from './examples.js';

const run = promisify(execFile);

/** An example's production build on its own server. */
export class ExampleProcess {
  readonly url: string;
  readonly #child: ChildProcess;
  #output = '';

  private constructor(child: ChildProcess, port: number) {
    this.url = `http://localhost:${port}`;
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', chunk => (this.#output = (this.#output + String(chunk)).slice(-5000)));
    }
    process.once('exit', this.#kill);
  }

  /** Builds it, and serves it on a port of its own. */
  static async start(example: Example, settings: Settings): Promise<ExampleProcess> {
    const cwd = fileURLToPath(new URL(`../${example.name}/`, import.meta.url));
    const env = {...plainEnvironment(), ...settings};
    if (example.build) await build(cwd, env, example.build(settings));
    const port = await freePort();
    const [command = '', ...args] = example.serve(port);
    // A group of its own, to be ended as one: npm starts the server as a child.
    const child = spawn(command, args, {cwd, env: {...env, PORT: `${port}`}, detached: true});
    const started = new ExampleProcess(child, port);
    await started.#answers();
    return started;
  }

  async close(): Promise<void> {
    process.off('exit', this.#kill);
    if (this.#child.exitCode !== null) return;
    const exit = new Promise(resolve => this.#child.once('exit', resolve));
    this.#kill();
    await exit;
  }

  async #answers(): Promise<void> {
    await until(
      async () => {
        if (this.#child.exitCode !== null) throw new Error(`It has left:\n${this.#output}`);
        return fetch(this.url).then(
          ({ok}) => ok,
          () => false,
        );
      },
      () => `Nothing answers at ${this.url}:\n${this.#output}`,
    );
  }

  readonly #kill = () => {
    if (this.#child.pid && this.#child.exitCode === null) process.kill(-this.#child.pid, 'SIGKILL');
  };
}

async function build(
  cwd: string,
  env: NodeJS.ProcessEnv,
  options: readonly string[],
): Promise<void> {
  const args = ['run', '-s', 'build', '--', ...options];
  await run('npm', args, {cwd, env, maxBuffer: 2 ** 26}).catch(
    (error: {stdout: string; stderr: string}) => {
      throw new Error(`The build has failed:\n${error.stdout}\n${error.stderr}`);
    },
  );
}

/** The environment without what a test runner and npm have put into it, and no calls home. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const {PATH, HOME} = process.env;
  const quiet = {
    NEXT_TELEMETRY_DISABLED: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
    NG_CLI_ANALYTICS: 'false',
  };
  return {PATH, HOME, CI: 'true', NODE_ENV: 'production', ...quiet};
}
