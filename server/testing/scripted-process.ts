import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import type {TestContext} from 'node:test';
import {programArgs} from './program.js';

const PROGRAM = new URL('./serve-scripted.ts', import.meta.url);

/** A server in a process of its own, killed at the end of the test at the latest. */
export async function serveScripted(
  t: TestContext,
  env: Readonly<Record<string, string>>,
): Promise<{child: ChildProcess; url: string}> {
  const child = spawn(process.execPath, programArgs(PROGRAM), {
    env: {...process.env, PORT: '0', ...env},
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => child.kill('SIGKILL'));
  const {stdout} = child;
  if (!stdout) throw new Error('The process has no output.');
  const [line] = (await once(stdout, 'data')) as [Buffer];
  return {child, url: String(line).trim()};
}
