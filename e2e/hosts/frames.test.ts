/** The widget in an iframe: whole with the right attributes, and one clear line without. */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {until} from '../../testing/journey/visitor.js';
import {framing} from './host-page.js';
import {HostSite} from './host-site.js';
import {HostVisit} from './host-visit.js';

/** What Chromium says of every frame of this kind. */
const ESCAPE = /^An iframe which has both allow-scripts and allow-same-origin/;
const VISIT = {frame: 'iframe'};

describe('an iframe', {timeout: 240_000}, () => {
  let site: HostSite;
  let host: HostVisit | undefined;
  before(async () => {
    site = await HostSite.start();
    site.add('/inner', {name: 'in an iframe'});
  });
  afterEach(() => host?.leave());
  after(() => site.close());

  const outer = (attributes: string) => site.add('/outer', framing('/inner', attributes), '');

  it('sandboxed with allow-scripts and allow-same-origin has the whole widget', async () => {
    const url = outer('sandbox="allow-scripts allow-same-origin" allow="microphone"');
    host = await HostVisit.open(site, url, VISIT);
    await host.isUndisturbed(ESCAPE);
    await host.answers(ESCAPE);
    const {visitor} = host;
    await visitor.hears('audioStart');
    assert.ok(await visitor.panel.getByRole('button', {name: 'Mute'}).isVisible());
  });

  it('without allow-same-origin gets no launcher, and one line says why', async () => {
    host = await HostVisit.arrive(site, outer('sandbox="allow-scripts"'), VISIT);
    const {visitor} = host;
    await until(
      () => visitor.console.length > 0,
      () => 'Nothing in the console.',
    );
    await until(
      async () => (await visitor.orb.count()) === 0,
      () => 'The launcher is still there.',
    );
    assert.deepEqual(visitor.console, [
      '[aiw] The page’s origin is null: the server and the microphone refuse it. Add allow-same-origin to the iframe’s sandbox.',
    ]);
  });

  it('of another origin without allow="microphone" has it in writing', async () => {
    const other = site.url.replace('localhost', 'inner.localhost');
    const page = framing(`${other}/inner`, '');
    host = await HostVisit.open(site, site.add('/outer', page, ''), VISIT);
    await host.answers(
      /^\[aiw:mic\] Microphone blocked by this page's Permissions-Policy header\./,
    );
    assert.equal(host.visitor.console.length, 1);
  });
});
