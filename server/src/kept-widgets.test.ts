import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test, type TestContext} from 'node:test';
import express from 'express';
import {embedRoutes} from './http/embed.js';
import {keepWidgets} from './kept-widgets.js';

/** A built widget of a version, with one graph of chunks; what is in its files tells it. */
function build(root: string, version: string, graph: string, words = version): string {
  const folder = join(root, `build-${version}-${graph}`);
  mkdirSync(join(folder, 'chunks', graph), {recursive: true});
  writeFileSync(join(folder, 'aiw-voice-widget.js'), `tag of ${words}`);
  writeFileSync(join(folder, 'chunks', graph, 'panel.js'), `panel of ${words}`);
  writeFileSync(join(folder, 'integrity.json'), JSON.stringify({version, files: {graph}}));
  return folder;
}

const keep = (built: string, dataDir: string) =>
  keepWidgets(built, dataDir, code => assert.fail(code));

function workplace(t: TestContext) {
  const root = mkdtempSync(join(tmpdir(), 'aiw-kept-'));
  t.after(() => rmSync(root, {recursive: true, force: true}));
  const dataDir = join(root, 'data');
  mkdirSync(dataDir);
  return {root, dataDir};
}

/** What a server of this build answers, by its body and caching. */
async function serving(t: TestContext, built: string, dataDir: string) {
  const app = express().use(embedRoutes(built, keep(built, dataDir)));
  const server = app.listen(0, '127.0.0.1');
  t.after(() => server.close());
  await new Promise(resolve => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return async (path: string) => {
    const response = await fetch(url + path);
    const isImmutable = (response.headers.get('cache-control') ?? '').includes('immutable');
    return response.ok ? {text: await response.text(), isImmutable} : response.status;
  };
}

test('a version has an address that outlives the next', async t => {
  const {root, dataDir} = workplace(t);
  const first = await serving(t, build(root, '1.0.0', 'aaa'), dataDir);
  const pinned = {text: 'tag of 1.0.0', isImmutable: true};
  assert.deepEqual(await first('/v1.0.0/aiw-voice-widget.js'), pinned);
  assert.deepEqual(await first('/aiw-voice-widget.js'), {...pinned, isImmutable: false});

  const second = await serving(t, build(root, '1.1.0', 'bbb'), dataDir);
  assert.deepEqual(await second('/v1.0.0/aiw-voice-widget.js'), pinned);
  assert.deepEqual(await second('/v1.0.0/chunks/aaa/panel.js'), {
    text: 'panel of 1.0.0',
    isImmutable: true,
  });
  assert.deepEqual(await second('/aiw-voice-widget.js'), {
    text: 'tag of 1.1.0',
    isImmutable: false,
  });
});

test('a page that was open during an upgrade gets the chunks of its own version', async t => {
  const {root, dataDir} = workplace(t);
  keep(build(root, '1.0.0', 'aaa'), dataDir);
  const ask = await serving(t, build(root, '1.1.0', 'bbb'), dataDir);
  assert.deepEqual(await ask('/chunks/aaa/panel.js'), {text: 'panel of 1.0.0', isImmutable: true});
  assert.deepEqual(await ask('/chunks/bbb/panel.js'), {text: 'panel of 1.1.0', isImmutable: true});
  assert.equal(await ask('/chunks/ccc/panel.js'), 404);
});

test('what was never kept is not there, nor anything beside it', async t => {
  const {root, dataDir} = workplace(t);
  writeFileSync(join(dataDir, 'secret.json'), '{}');
  const ask = await serving(t, build(root, '1.0.0', 'aaa'), dataDir);
  for (const path of [
    '/v2.0.0/aiw-voice-widget.js',
    '/v1.0.0/..%2f..%2fsecret.json',
    '/v1.0.0/chunks/..%2f..%2fsecret.json',
    '/v..%2f/secret.json',
  ]) {
    assert.equal(await ask(path), 404, path);
  }
});

test('a version that is built anew is kept as it is now, and only once', t => {
  const {root, dataDir} = workplace(t);
  keep(build(root, '1.0.0', 'aaa'), dataDir);
  const [newest, ...others] = keep(build(root, '1.0.0', 'bbb'), dataDir);
  assert.deepEqual(newest?.chunks, ['bbb']);
  assert.deepEqual(others, []);
  assert.deepEqual(readdirSync(join(dataDir, 'widgets', '1.0.0', 'chunks')), ['bbb']);
});

test('where nothing can be kept, that is told, and what is built is served all the same', t => {
  const {root, dataDir} = workplace(t);
  writeFileSync(join(dataDir, 'widgets'), 'a file in the way');
  const told: string[] = [];
  const [newest] = keepWidgets(build(root, '1.0.0', 'aaa'), dataDir, code => told.push(code));
  assert.equal(newest?.version, '1.0.0');
  assert.deepEqual(told, ['EEXIST']);
});

test('where nothing is built nothing is kept', t => {
  const {root, dataDir} = workplace(t);
  assert.deepEqual(keep(join(root, 'nowhere'), dataDir), []);
  assert.deepEqual(readdirSync(dataDir), []);
});
