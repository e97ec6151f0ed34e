import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {get, type IncomingHttpHeaders} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test, type TestContext} from 'node:test';
import {brotliCompressSync, brotliDecompressSync, gzipSync} from 'node:zlib';
import {settings, TestServer} from '../../testing/test-server.js';

const TAG = 'globalThis.AIWWidget = {};\n';

async function site(t: TestContext, env: Record<string, string> = {}) {
  const root = mkdtempSync(join(tmpdir(), 'aiw-assets-'));
  t.after(() => rmSync(root, {recursive: true, force: true}));
  const directories = {
    embed: join(root, 'embed'),
    demo: join(root, 'demo'),
    dashboard: join(root, 'dashboard'),
    demoContent: join(root, 'content'),
  };
  for (const path of [
    join(directories.embed, 'chunks'),
    directories.demo,
    directories.demoContent,
  ]) {
    mkdirSync(path, {recursive: true});
  }
  writeFileSync(join(directories.embed, 'aiw-voice-widget.js'), TAG);
  writeFileSync(join(directories.embed, 'aiw-voice-widget.js.br'), brotliCompressSync(TAG));
  writeFileSync(join(directories.embed, 'aiw-voice-widget.js.gz'), gzipSync(TAG));
  writeFileSync(join(directories.embed, 'aiw-voice-widget.mjs'), 'export {};\n');
  mkdirSync(join(directories.embed, 'chunks', 'abc123'));
  writeFileSync(join(directories.embed, 'chunks', 'abc123', 'panel.js'), 'export {};\n');
  writeFileSync(join(directories.embed, 'secret.txt'), 'classified');
  writeFileSync(join(directories.embed, 'integrity.json'), '{"version": "1.1.0"}');
  writeFileSync(join(directories.demo, 'index.html'), '<p data-t="__DEMO_WIDGET_TOKEN__">Shop</p>');
  writeFileSync(join(directories.demo, 'main.js'), 'export {};\n');
  const {knowledge, ...rest} = settings({agent: {name: 'Ava', greeting: 'Hi.'}});
  writeFileSync(join(directories.demoContent, 'widget.json'), JSON.stringify(rest));
  writeFileSync(join(directories.demoContent, 'knowledge.md'), knowledge);
  return {server: await TestServer.start(t, {directories, env}), directories};
}

/** As it comes over the wire: `fetch` would decompress. */
function raw(
  url: string,
  encoding: string,
  etag?: string,
): Promise<{status: number | undefined; headers: IncomingHttpHeaders; body: Buffer}> {
  const headers = {'accept-encoding': encoding, ...(etag && {'if-none-match': etag})};
  return new Promise((resolve, reject) => {
    get(url, {headers}, response => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks);
        resolve({status: response.statusCode, headers: response.headers, body});
      });
    }).on('error', reject);
  });
}

test('the script tag is revalidated, and loads on any site', async t => {
  const {server} = await site(t);
  const url = `${server.url}/aiw-voice-widget.js`;
  const response = await fetch(url);
  assert.equal(await response.text(), TAG);
  assert.match(response.headers.get('content-type') ?? '', /^text\/javascript/);
  assert.equal(response.headers.get('cross-origin-resource-policy'), 'cross-origin');
  assert.equal(response.headers.get('access-control-allow-origin'), '*');
  assert.match(response.headers.get('cache-control') ?? '', /must-revalidate/);
  const {headers} = await raw(url, 'br');
  const again = await raw(url, 'br', headers.etag);
  assert.equal(again.status, 304);
  const module = await fetch(`${server.url}/aiw-voice-widget.mjs`);
  assert.match(module.headers.get('content-type') ?? '', /^text\/javascript/);
});

test('the smallest form that the browser takes is sent', async t => {
  const {server} = await site(t);
  const url = `${server.url}/aiw-voice-widget.js`;
  const brotli = await raw(url, 'gzip, deflate, br');
  assert.equal(brotli.headers['content-encoding'], 'br');
  assert.match(brotli.headers['content-type'] ?? '', /^text\/javascript/);
  assert.equal(brotliDecompressSync(brotli.body).toString(), TAG);
  assert.equal((await raw(url, 'gzip')).headers['content-encoding'], 'gzip');
  const plain = await raw(url, 'identity');
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.equal(plain.body.toString(), TAG);
  assert.match(plain.headers.vary ?? '', /Accept-Encoding/);
});

test('a chunk never changes; what is not there is not kept', async t => {
  const {server} = await site(t);
  const chunk = await fetch(`${server.url}/chunks/abc123/panel.js`);
  assert.equal(chunk.headers.get('cache-control'), 'public, max-age=31536000, immutable');
  const paths = [
    '/chunks/gone-1.js',
    '/chunks/abc123',
    '/chunks/..%2fsecret.txt',
    '/chunks/%2e%2e/secret.txt',
  ];
  for (const path of paths) {
    const missing = await fetch(server.url + path);
    assert.equal(missing.status, 404, path);
    assert.equal((await missing.text()).includes('classified'), false);
  }
  assert.equal(
    (await fetch(`${server.url}/chunks/gone-1.js`)).headers.get('cache-control'),
    'no-store',
  );
});

test('every page of the demo is its index with a live widget in it', async t => {
  const {server} = await site(t);
  const html = {accept: 'text/html,application/xhtml+xml,*/*;q=0.8'};
  const home = await fetch(`${server.url}/`, {headers: html});
  const token = /data-t="(wt_[0-9a-f]{32})"/.exec(await home.text())?.[1] ?? '';
  assert.equal(home.headers.get('permissions-policy')?.includes('microphone=(self)'), true);
  const page = await fetch(`${server.url}/pricing`, {headers: html});
  assert.equal(page.status, 200);
  assert.match(await page.text(), /Shop/);
  assert.equal((await server.resolve(token, server.url)).agent.greeting, 'Hi.');
  assert.equal((await fetch(`${server.url}/main.js`)).status, 200);
  assert.equal((await fetch(`${server.url}/api/pricing`, {headers: html})).status, 404);
  assert.equal((await fetch(`${server.url}/gone.js`, {headers: {accept: '*/*'}})).status, 404);
});

test('says whether it is alive, and whether it is ready', async t => {
  const {server} = await site(t);
  const alive = await fetch(`${server.url}/healthz`, {headers: {origin: 'https://anybody.test'}});
  assert.equal(alive.status, 200);
  assert.equal(alive.headers.get('access-control-allow-origin'), '*', 'any page may ask');
  assert.equal(alive.headers.get('access-control-expose-headers'), 'Date');
  const ready = await fetch(`${server.url}/readyz`);
  assert.deepEqual(await ready.json(), {status: 'ready', store: 'ok', voice: 'ready'});
  server.engine.voice = 'loading';
  assert.equal((await fetch(`${server.url}/readyz`)).status, 503);
});
