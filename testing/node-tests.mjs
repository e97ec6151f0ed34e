/**
 * Runs the `*.test.ts` files of some folders under Node's own test runner.
 *
 * `node testing/node-tests.mjs [--jobs=N] [--except=FOLDER,FOLDER] FOLDER…`. Node 20's `--test` takes no
 * patterns, and not every shell has `**`.
 */
import {spawn} from 'node:child_process';
import {readdirSync, rmSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {bundleTests} from './bundle-tests.mjs';

const args = process.argv.slice(2);
const option = name => args.find(arg => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
const jobs = option('jobs') ?? '2';
const except = (option('except') ?? '').split(',').filter(Boolean);
const size = file => statSync(file).size;
const files = args
  .filter(arg => !arg.startsWith('--'))
  .flatMap(folder =>
    folder.endsWith('.test.ts')
      ? [folder]
      : readdirSync(folder, {recursive: true}).map(name => join(folder, String(name))),
  )
  .filter(name => name.endsWith('.test.ts'))
  .filter(name => !except.some(folder => name.startsWith(join(folder, '/'))))
  // The long ones first, so that no processor waits for a last one at the end.
  .sort((one, other) => size(other) - size(one));
if (files.length === 0) {
  console.error('No test found.');
  process.exit(1);
}
/** What tests of the server start in processes of their own (`server/testing/program.ts`). */
const PROGRAMS = ['server/src/cli.ts', 'server/testing/serve-scripted.ts'];
const programs = files.some(file => file.startsWith(join('server/src/'))) ? PROGRAMS : [];
const {folder, bundles} = await bundleTests(files, programs);
const runner = fileURLToPath(new URL('run-in-order.mjs', import.meta.url));
const child = spawn(process.execPath, ['--enable-source-maps', runner, jobs, ...bundles], {
  stdio: 'inherit',
  env: {...process.env, TEST_BUNDLES: folder},
});
child.on('exit', code => {
  rmSync(folder, {recursive: true, force: true});
  process.exit(code ?? 1);
});
