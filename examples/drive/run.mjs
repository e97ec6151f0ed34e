/**
 * `npm run examples`: packs the package, puts it among the examples' packages as npm would, builds
 * all examples and drives each in a browser; `npm run examples -- vue next` does so with these.
 */
import {createHash} from 'node:crypto';
import {spawnSync} from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const examples = join(root, 'examples');
const packed = join(examples, 'packed');
const tarball = join(packed, 'aiw-voice-widget.tgz');

function run(command, args, cwd = root, env = {}) {
  const options = {cwd, env: {...process.env, ...env}, stdio: ['ignore', 'inherit', 'inherit']};
  const {status} = spawnSync(command, args, options);
  if (status !== 0) process.exit(status ?? 1);
}

/** Builds the package, and puts it where examples/package.json expects it. */
function pack() {
  mkdirSync(packed, {recursive: true});
  const {name, version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  run('npm', ['run', '-s', 'build']);
  run('npm', ['run', '-s', 'build:types']);
  run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', packed]);
  renameSync(join(packed, `${name}-${version}.tgz`), tarball);
}

/** Installs what the lockfile says, unless that is there already. No package needs its scripts. */
function install() {
  const stamp = join(examples, 'node_modules', '.installed');
  const lock = createHash('sha256')
    .update(readFileSync(join(examples, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], examples);
  writeFileSync(stamp, lock);
}

/** Puts what was packed just now in place of what was packed when the rest was installed. */
function replace() {
  const folder = join(examples, 'node_modules', 'aiw-voice-widget');
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder);
  run('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
  // angular.json names a file of the package where it is in a project of its own.
  const own = join(examples, 'angular', 'node_modules', 'aiw-voice-widget');
  rmSync(own, {force: true});
  mkdirSync(dirname(own), {recursive: true});
  symlinkSync(folder, own, 'junction');
}

pack();
install();
replace();
const chosen = process.argv.slice(2).join(',');
run(process.execPath, ['testing/node-tests.mjs', '--jobs=1', 'examples/drive'], root, {
  AIW_EXAMPLES: chosen,
});
