import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join, relative, sep} from 'node:path';
import {suite, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {brokenRule} from './arrows.js';
import {importsOf, type ImportSite} from './imports.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SKIPPED = new Set(['node_modules', 'dist', 'models', 'data']);

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, {withFileTypes: true}).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : sourceFiles(path);
    return /\.[cm]?[jt]sx?$/.test(entry.name) ? [path] : [];
  });
}

/** Faults of a source text, one line each. */
function faultsOf(file: string, text: string, wanted = (_: ImportSite) => true): string[] {
  return importsOf(file, text)
    .filter(wanted)
    .flatMap(site => {
      const rule = brokenRule(site);
      const {line, form, specifier} = site;
      return rule === null ? [] : [`${file}:${line} ${form} '${specifier}': ${rule}`];
    });
}

suite('the imports of src/, loader/ and server/', () => {
  const files = ['src', 'loader', 'server'].flatMap(folder => sourceFiles(join(ROOT, folder)));
  const faults = (wanted: (site: ImportSite) => boolean) =>
    files.flatMap(path => {
      const name = relative(ROOT, path).split(sep).join('/');
      return faultsOf(name, readFileSync(path, 'utf8'), wanted);
    });

  test('are found', () => assert.ok(files.length > 10));

  test('point the way of the design', () => {
    const found = faults(site => !site.typeOnly);
    assert.equal(found.length, 0, `\n${found.join('\n')}`);
  });

  test('of types only point the way of the design', () => {
    const found = faults(site => site.typeOnly);
    assert.equal(found.length, 0, `\n${found.join('\n')}`);
  });
});

suite('an import is found', () => {
  const forms: readonly [source: string, form: string, typeOnly: boolean][] = [
    ["import {a} from './x.js'", 'import', false],
    ["import a, {type B} from './x.js'", 'import', false],
    ["import {type A, b} from './x.js'", 'import', false],
    ["import * as a from './x.js'", 'import', false],
    ["import './x.js'", 'import', false],
    ["import a = require('./x.js')", 'import', false],
    ["import type {A} from './x.js'", 'import', true],
    ["import {type A} from './x.js'", 'import', true],
    ["export {a} from './x.js'", 're-export', false],
    ["export * from './x.js'", 're-export', false],
    ["export type {A} from './x.js'", 're-export', true],
    ["export type * from './x.js'", 're-export', true],
    ["const a = await import('./x.js')", 'dynamic import', false],
    ['const a = () => import(`./x.js`)', 'dynamic import', false],
    ["const a = require('./x.js')", 'dynamic import', false],
    ["type A = import('./x.js').A", 'type import', true],
    ["type A = typeof import('./x.js')", 'type import', true],
  ];
  for (const [source, form, typeOnly] of forms) {
    test(source, () => {
      assert.deepEqual(importsOf('src/a.ts', `// first\n${source};`), [
        {file: 'src/a.ts', line: 2, specifier: './x.js', form, typeOnly},
      ]);
    });
  }

  test('but not in comments, strings or computed', () => {
    const source = "// import './x.js'\nconst a = \"import './x.js'\";\nawait import(a);";
    assert.deepEqual(importsOf('src/a.ts', source), []);
  });
});

suite('an import is allowed', () => {
  const allowed: readonly [file: string, source: string][] = [
    ['src/contract/a.ts', "import type {B} from './b.js'"],
    ['src/capture/a.ts', "import type {CaptureKind} from '../contract/index.js'"],
    ['src/call/a.ts', "import type {Clock} from './ports.js'"],
    ['src/platform/audio/a.ts', "import type {Speaker} from '../../call/ports.js'"],
    ['src/platform/room.ts', "const room = import('livekit-client')"],
    ['src/api/a.ts', "import type {Signals} from '../triggers/ports.js'"],
    ['src/controllers/a.ts', "import {openStream} from '../platform/stream.js'"],
    ['src/elements/orb/orb.ts', "import {html} from 'lit'; import '../shared/base.js'"],
    ['src/elements/pill/pill.ts', "import {normalizeCapture} from '../../capture/normalize.js'"],
    ['src/index.ts', "export {AiwOrb} from './elements/orb/orb.js'"],
    ['loader/a.ts', "import {AiwOrb} from '../src/elements/orb/orb.js'"],
    ['loader/a.ts', "const panel = import('../src/elements/panel/panel.js')"],
    ['loader/a.ts', "import type {AiwPanel} from '../src/elements/panel/panel.js'"],
    ['server/src/main.ts', "import {app} from './http/app.js'; import fs from 'node:fs'"],
    ['server/src/main.ts', "import type {Kysely} from 'kysely'"],
    ['server/src/http/a.ts', "import express from 'express'; import '../domain/origin.js'"],
    ['server/src/store/a.ts', "import {sql} from 'kysely'; import '../domain/store.js'"],
    ['server/src/voice/think/a.ts', "import '../../../../src/navigation/match.js'"],
    ['server/src/domain/a.ts', "import {createHmac} from 'node:crypto'; import 'tldts'"],
    ['server/dashboard/a.ts', "import 'aiw-voice-widget/define'; import 'lit'"],
    ['src/call/a.test.ts', "import '../../testing/clock.js'; import '../platform/clock.js'"],
    ['server/src/http/a.test.ts', "import '../../testing/test-server.js'; import '../main.js'"],
    ['server/demo/rollup.config.mjs', "import {join} from 'node:path'"],
  ];
  for (const [file, source] of allowed) {
    test(`${file}: ${source}`, () => assert.deepEqual(faultsOf(file, source), []));
  }
});

suite('an import is refused', () => {
  const refused: readonly [file: string, source: string, rule: RegExp][] = [
    ['src/contract/a.ts', "import '../call/state.js'", /may import nothing/],
    ['src/capture/a.ts', "import '../navigation/match.js'", /src\/capture\/ may import/],
    ['src/capture/a.ts', "import {html} from 'lit'", /packages none/],
    ['src/call/a.ts', "import '../platform/clock.js'", /src\/call\/ may import/],
    ['src/call/a.ts', "import type {A} from '../platform/clock.js'", /src\/call\/ may import/],
    ['src/platform/a.ts', "import '../call/transition.js'", /src\/platform\/ may import/],
    ['src/platform/a.ts', "import '../controllers/a.js'", /src\/platform\/ may import/],
    ['src/api/a.ts', "export * from '../platform/a.js'", /src\/api\/ may import/],
    ['src/controllers/a.ts', "import '../elements/orb/orb.js'", /src\/controllers\/ may/],
    ['src/elements/orb/a.ts', "import '../../platform/a.js'", /src\/elements\/ may import/],
    ['src/elements/orb/a.ts', "import '../../api/a.js'", /src\/elements\/ may import/],
    ['src/elements/orb/a.ts', "const a = import('../../platform/a.js')", /src\/elements\/ may/],
    ['src/elements/orb/a.ts', "import 'lodash'", /packages lit/],
    ['src/index.ts', "import './platform/a.js'", /src\/index may import/],
    ['src/index.ts', "import 'aiw-voice-widget'", /packages none/],
    ['src/api/a.ts', "import 'node:fs'", /runs in browsers/],
    ['src/api/a.ts', "import 'fs/promises'", /runs in browsers/],
    ['loader/a.ts', "import '../server/src/main.js'", /loader\/ may import/],
    ['loader/a.ts', "import '../src/elements/panel/panel.js'", /by a dynamic import/],
    ['loader/a.ts', "import '../src/call/call.js'", /loader\/ may import/],
    ['src/elements/orb/a.ts', "import '../../../testing/a.js'", /nothing shipped imports/],
    ['src/elements/orb/a.ts', "import '../../../stories/a.js'", /nothing shipped imports/],
    ['src/elements/orb/a.ts', "import './orb.test.js'", /nothing shipped imports/],
    ['server/src/main.ts', "import '../testing/engine.js'", /nothing shipped imports/],
    ['server/src/main.ts', "import '../../src/call/state.js'", /server\/src\/ may import/],
    ['server/src/http/a.ts', "import '../store/sqlite.js'", /server\/src\/http\/ may import/],
    ['server/src/http/a.ts', "import '../voice/index.js'", /server\/src\/http\/ may import/],
    ['server/src/http/a.ts', "import {sql} from 'kysely'", /SQL lives in/],
    ['server/src/main.ts', "import {sql} from 'kysely'", /SQL lives in/],
    ['server/src/voice/a.ts', "import type {Kysely} from 'kysely'", /SQL lives in/],
    ['server/src/store/a.ts', "import '../http/app.js'", /server\/src\/store\/ may import/],
    ['server/src/voice/a.ts', "import '../store/index.js'", /server\/src\/voice\/ may import/],
    ['server/src/domain/a.ts', "import '../store/index.js'", /server\/src\/domain\/ may import/],
    ['server/src/domain/a.ts', "import express from 'express'", /no transport and no SQL/],
    [
      'server/demo/site/a.ts',
      "import '../../../src/index.js'",
      /server\/demo\/ may import nothing/,
    ],
    ['server/demo/site/a.ts', "import 'lit'", /packages none/],
    ['server/dashboard/a.ts', "import '../../src/elements/orb/orb.js'", /server\/dashboard\/ may/],
    ['server/dashboard/a.ts', "import '../src/domain/widget.js'", /server\/dashboard\/ may/],
    ['src/call/a.test.ts', "import '../../server/src/main.js'", /never imports the server/],
    ['server/src/a.test.ts', "import '../../src/elements/orb/orb.js'", /the server imports/],
  ];
  for (const [file, source, rule] of refused) {
    test(`${file}: ${source}`, () => {
      const faults = faultsOf(file, source);
      assert.equal(faults.length, 1);
      assert.match(faults[0] ?? '', rule);
      assert.ok(faults[0]?.startsWith(`${file}:1 `));
    });
  }
});
