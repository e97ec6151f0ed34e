import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {released} from './version.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const CHANGELOG = `# Changelog

## [Unreleased]

### Added

- A thing.

## [0.1.0] - 2026-01-01

- The first.
`;

describe('a release', () => {
  it('puts what is unreleased under the version and its date', () => {
    const after = released(CHANGELOG, '0.2.0', '2026-02-03');
    assert.match(
      after,
      /## \[Unreleased\]\n\n## \[0\.2\.0\] - 2026-02-03\n\n### Added\n\n- A thing\.\n\n## \[0\.1\.0\]/,
    );
  });

  it('is refused where the changelog says nothing of it', () => {
    assert.throws(
      () => released(CHANGELOG.replace('- A thing.', ''), '0.2.0', '2026-02-03'),
      /nothing unreleased/,
    );
  });

  it('by npm version gives elements, server, lock file and changelog the version, in one commit', t => {
    const folder = mkdtempSync(join(tmpdir(), 'aiw-release-'));
    t.after(() => rmSync(folder, {recursive: true, force: true}));
    for (const path of [
      ...['package.json', 'package-lock.json', 'server/package.json', 'CHANGELOG.md'],
      ...['release/version.mjs', 'src/elements/shared/define.ts'],
    ]) {
      mkdirSync(join(folder, dirname(path)), {recursive: true});
      cpSync(join(ROOT, path), join(folder, path));
    }
    const run = (command: string, ...args: string[]) =>
      execFileSync(command, args, {cwd: folder, encoding: 'utf8', stdio: 'pipe'});
    run('git', 'init', '-q');
    run('git', 'config', 'user.email', 'release@example.com');
    run('git', 'config', 'user.name', 'Release');
    run('git', 'add', '-A');
    run('git', 'commit', '-qm', 'before');
    const version = run('npm', 'version', 'major', '--no-workspaces-update').trim();
    const next = version.split('\n').at(-1)?.replace('v', '') ?? '';
    assert.match(next, /^\d+\.0\.0$/);
    const read = (path: string) => readFileSync(join(folder, path), 'utf8');
    const versionOf = (path: string) => (JSON.parse(read(path)) as {version: string}).version;
    assert.equal(versionOf('package.json'), next);
    assert.equal(versionOf('server/package.json'), next);
    assert.ok(read('src/elements/shared/define.ts').includes(`VERSION = '${next}'`));
    const lock = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, {version: string}>;
    };
    assert.deepEqual([lock.packages['']?.version, lock.packages['server']?.version], [next, next]);
    assert.match(read('CHANGELOG.md'), new RegExp(`## \\[${next}\\] - \\d{4}-\\d\\d-\\d\\d`));
    assert.equal(run('git', 'status', '--porcelain'), '');
    assert.equal(run('git', 'tag').trim(), `v${next}`);
  });
});
