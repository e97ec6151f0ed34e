/**
 * `npm run test:package`: packs the built package, installs it into a clean folder, and runs the
 * tests beside this file against what is there.
 */
import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const {devDependencies} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** What those have who use the package: their framework, its types, a compiler. */
const HOSTS = [
  ...['@types/react', '@types/react-dom', 'react', 'react-dom', 'preact'],
  ...['solid-js', 'svelte', 'vue', 'typescript', '@lit-labs/ssr'],
];

function run(command, args, cwd) {
  const {status, stdout} = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} has failed.\n${stdout}`);
  return stdout;
}

const folder = mkdtempSync(join(tmpdir(), 'aiw-packed-'));
try {
  run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], root);
  const app = join(folder, 'app');
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), '{"name": "app", "private": true, "type": "module"}');
  const {name, version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const hosts = HOSTS.map(host => `${host}@${devDependencies[host]}`);
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--silent'];
  run('npm', ['install', ...quiet, join(folder, `${name}-${version}.tgz`), ...hosts], app);
  const tests = ['testing/node-tests.mjs', 'testing/package'];
  const {status} = spawnSync(process.execPath, tests, {
    cwd: root,
    stdio: 'inherit',
    env: {...process.env, AIW_PACKED_APP: app},
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, {recursive: true, force: true});
}
