import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {PACKED, manifest} from './app.js';

const files = readdirSync(PACKED, {recursive: true, withFileTypes: true})
  .filter(entry => entry.isFile())
  .map(entry => join(entry.parentPath, entry.name).slice(PACKED.length + 1))
  .sort();

/** What stands beside the folders of modules. */
const SINGLE = [
  ...['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'],
  ...['dist/LICENSES.txt', 'dist/custom-elements.json', 'dist/sbom.cdx.json'],
  ...['dist/vscode.css-custom-data.json', 'dist/vscode.html-custom-data.json'],
  ...['dist/embed/LICENSES.txt', 'dist/embed/integrity.json'],
  ...['dist/embed/aiw-voice-widget.js', 'dist/embed/aiw-voice-widget.mjs'],
];
/** Folders of modules, each with its map and its types. */
const FOLDERS = [
  ...['api', 'call', 'capture', 'contract', 'controllers', 'diagnose', 'elements', 'jsx'],
  ...['locales', 'markdown', 'navigation', 'platform', 'triggers'],
];
const MODULE = new RegExp(
  String.raw`^dist/(?:(?:${FOLDERS.join('|')})/)?[\w./-]+\.(?:js|js\.map|d\.ts)$`,
);
const CHUNK = /^dist\/embed\/chunks\/[0-9a-f]{12}\/[\w.-]+\.js$/;
const COMPRESSED = /^(dist\/embed\/.+\.m?js)\.(?:br|gz)$/;

describe('what is published', () => {
  it('is modules with their types and maps, the script with its chunks, and a few documents', () => {
    const strangers = files.filter(
      file =>
        !SINGLE.includes(file) && !MODULE.test(file) && !CHUNK.test(file) && !COMPRESSED.test(file),
    );
    assert.deepEqual(strangers, []);
    assert.deepEqual(
      SINGLE.filter(file => !files.includes(file)),
      [],
    );
  });

  it('has no test, no fixture and no source of the server', () => {
    assert.deepEqual(
      files.filter(file => /\.test\.|stories|testing|server|e2e/.test(file)),
      [],
    );
  });

  it('has the types of each module, and the source in its map', () => {
    const modules = files.filter(file => /^dist\/(?!embed\/).*\.js$/.test(file));
    assert.ok(modules.length > 50);
    for (const file of modules.filter(name => !name.endsWith('.worklet.js'))) {
      assert.ok(files.includes(file.replace(/\.js$/, '.d.ts')), `${file} has no types`);
      const map = JSON.parse(readFileSync(join(PACKED, `${file}.map`), 'utf8')) as {
        sources: string[];
        sourcesContent?: string[];
      };
      assert.equal(map.sourcesContent?.length, map.sources.length, `${file}.map has no source`);
    }
  });

  it('says the licence of everything that is bundled', () => {
    const embed = readFileSync(join(PACKED, 'dist/embed/LICENSES.txt'), 'utf8');
    for (const name of [
      'lit',
      'lit-element',
      'lit-html',
      '@lit/reactive-element',
      '@lit/context',
    ]) {
      assert.match(embed, new RegExp(`^${name} \\d`, 'm'));
    }
    assert.match(readFileSync(join(PACKED, 'dist/LICENSES.txt'), 'utf8'), /^@lit\/react \d/m);
    // Nothing else comes along: what a map names under node_modules is bundled.
    const bundled = files
      .filter(file => /^dist\/(?!embed\/).*\.map$/.test(file))
      .flatMap(
        file => readFileSync(join(PACKED, file), 'utf8').match(/node_modules\/[^"]+?\//g) ?? [],
      );
    assert.deepEqual([...new Set(bundled)], ['node_modules/@lit/']);
  });

  it('is of the version that its elements name', async () => {
    const {AiwOrb} = (await import(join(PACKED, 'dist/index.js'))) as {AiwOrb: {version: string}};
    assert.equal(AiwOrb.version, manifest.version);
  });
});
