/** A page that insists on one version of the script, by its own address and integrity. */
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {after, afterEach, before, describe, it} from 'node:test';
import {HostSite, page} from '../testing/journey/host.js';
import {ServerProcess} from '../testing/journey/server.js';
import {until, Visitor} from '../testing/journey/visitor.js';

interface Integrity {
  version: string;
  files: Record<string, string>;
}

let server: ServerProcess;
let host: HostSite;
let visitor: Visitor;
let release: Integrity;

describe('a pinned script', {timeout: 60_000}, () => {
  before(async () => {
    server = await ServerProcess.start({AIW_VOICE: 'off'});
    release = (await (await fetch(`${server.url}/integrity.json`)).json()) as Integrity;
    const {token} = await server.command<{token: string}>(
      ...['widget', 'create', '--domain', 'acme.com', '--page-url', 'https://acme.com/', '--live'],
    );
    const pages = (src: string, integrity: string, map = '') => {
      const tag = `<script src="${src}" integrity="${integrity}" crossorigin="anonymous" data-widget-token="${token}" defer></script>`;
      const policy = `default-src 'none'; script-src ${server.url} 'nonce-map'; connect-src ${server.url} ${server.url.replace('http', 'ws')}; img-src data:`;
      return page(map + tag, {'Content-Security-Policy': policy});
    };
    const root = `${server.url}/v${release.version}`;
    const pinned = `${root}/aiw-voice-widget.js`;
    const tag = release.files['/aiw-voice-widget.js'] ?? '';
    const mapOf = (integrityOf: (name: string) => string) => {
      const chunks = Object.keys(release.files).filter(name => name.startsWith('/chunks/'));
      const integrity = Object.fromEntries(chunks.map(name => [root + name, integrityOf(name)]));
      return `<script type="importmap" nonce="map">${JSON.stringify({integrity})}</script>`;
    };
    host = await HostSite.start({
      '/pinned': pages(pinned, tag),
      '/mapped': pages(
        pinned,
        tag,
        mapOf(name => release.files[name] ?? ''),
      ),
      '/mismapped': pages(
        pinned,
        tag,
        mapOf(() => tag),
      ),
      '/altered': pages(pinned, release.files['/aiw-voice-widget.mjs'] ?? ''),
    });
  });
  afterEach(() => visitor?.leave());
  after(async () => {
    await host.close();
    await server.close();
  });

  it('is the widget whole, with its chunks from the version’s own address', async () => {
    visitor = await Visitor.arrive(host.url('/pinned'));
    await visitor.tapOrb();
    await visitor.types('Hello?');
    await visitor.agentSays(/./);
    const paths = await visitor.page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({name}) => new URL(name).pathname)
        .filter(path => path.endsWith('.js')),
    );
    assert.ok(paths.length > 3, paths.join());
    for (const path of paths) assert.ok(path.startsWith(`/v${release.version}/`), path);
    assert.deepEqual(visitor.console, []);
  });

  it('does not run where it is not what the page insists on', async () => {
    visitor = await Visitor.arrive(host.url('/altered'));
    assert.equal(await visitor.page.evaluate(() => 'AIWWidget' in window), false);
    assert.equal(await visitor.orb.count(), 0);
  });

  it('has its chunks checked as well by an import map', async () => {
    visitor = await Visitor.arrive(host.url('/mapped'));
    await visitor.tapOrb();
    await visitor.types('Hello?');
    await visitor.agentSays(/./);
    assert.deepEqual(visitor.console, []);
    await visitor.leave();
    visitor = await Visitor.arrive(host.url('/mismapped'));
    await until(
      () => visitor.console.some(line => line.includes('could not be loaded')),
      () => visitor.console.join('\n'),
    );
    assert.equal(await visitor.orb.count(), 0);
  });

  it('names each of its files with the integrity that the file has', async () => {
    assert.ok(Object.keys(release.files).length > 20);
    for (const [path, integrity] of Object.entries(release.files)) {
      const body = Buffer.from(await (await fetch(server.url + path)).arrayBuffer());
      const digest = createHash('sha384').update(body).digest('base64');
      assert.equal(`sha384-${digest}`, integrity, path);
    }
  });
});
