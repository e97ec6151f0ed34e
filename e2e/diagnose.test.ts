/** What a site's developer is told by `AIWWidget.diagnose()`, on pages with real faults. */
import assert from 'node:assert/strict';
import {createHmac} from 'node:crypto';
import {after, afterEach, before, describe, it} from 'node:test';
import type {DiagnosticReport} from '../src/diagnose/report.js';
import {until} from '../testing/journey/visitor.js';
import {tagOf, type HostPage} from './hosts/host-page.js';
import {createWidget, HostSite} from './hosts/host-site.js';
import {HostVisit} from './hosts/host-visit.js';

/** The page's API, as far as it is used here. */
type DiagnosedWindow = Window & {AIWWidget?: {diagnose(): Promise<DiagnosticReport>}};

/** A visitor token as a site would mint it, `seconds` from its end. */
function mint(secret: string, seconds: number): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const exp = Math.round(Date.now() / 1000) + seconds;
  const signed = `${part({alg: 'HS256'})}.${part({sub: 'u1', exp, email: 'jane@acme.com'})}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

describe('AIWWidget.diagnose()', {timeout: 180_000}, () => {
  let site: HostSite;
  let host: HostVisit;
  before(async () => {
    site = await HostSite.start({AIW_VOICE: 'off'});
  });
  afterEach(() => host.leave());
  after(() => site.close());

  const arrive = async (page: HostPage, token: string, query = '') => {
    const url = site.add('/host', page, tagOf(page, site.backend, token)) + query;
    host = await HostVisit.arrive(site, url);
    await host.frame.waitForFunction(() => 'AIWWidget' in window);
  };
  const report = () => host.frame.evaluate(() => (window as DiagnosedWindow).AIWWidget?.diagnose());
  const faults = async () =>
    ((await report()) ?? []).filter(({status}) => status === 'warn' || status === 'fail');
  const printed = () => host.visitor.console.filter(line => line.startsWith('[aiw:diagnose]'));
  const asked = (path: string) => host.requests.filter(request => request.url().endsWith(path));

  it('names the three faults of a page and no other, each with its fix', async () => {
    const {id, token, secret} = await createWidget(site.server, '--identity');
    await site.server.command('widget', 'pause', id);
    const visitorToken = mint(secret, -60);
    await arrive(
      {
        name: 'with three faults',
        headers: () => ({'Permissions-Policy': 'microphone=()'}),
        tag: `data-visitor-token="${visitorToken}"`,
      },
      token,
    );
    const found = await faults();
    assert.deepEqual(
      found.map(({id: check, status}) => [check, status]),
      [
        ['permissions-policy', 'fail'],
        ['live', 'fail'],
        ['visitor-token', 'fail'],
      ],
    );
    assert.deepEqual(
      printed(),
      found.map(({id: check, fix}) => `[aiw:diagnose] ${check}: ${fix}`),
    );
    assert.equal(
      printed()[0],
      '[aiw:diagnose] permissions-policy: Permissions-Policy: microphone=(self)',
    );
    const all = JSON.stringify([await report(), host.visitor.console]);
    for (const secretText of [visitorToken, 'jane@acme.com', secret]) {
      assert.ok(!all.includes(secretText), 'nothing that is nobody’s business is told');
    }
    assert.deepEqual(asked('/api/sessions'), []);
  });

  it('names what a policy lacks, as the line to paste', async () => {
    const {origin, stream} = site.backend;
    await arrive(
      {
        name: 'without the stream',
        headers: () => ({
          'Content-Security-Policy': `default-src 'none'; img-src data:; script-src ${origin}; connect-src ${origin}`,
        }),
      },
      site.token,
    );
    const found = await faults();
    assert.deepEqual(
      found.map(({id, fix}) => [id, fix]),
      [['csp', `Content-Security-Policy: connect-src ${origin} ${stream}`]],
    );
  });

  it('runs by itself for ?aiw-diagnose, and has nothing to say of a healthy page', async () => {
    const {token, secret} = await createWidget(site.server, '--identity');
    const tag = `data-visitor-token="${mint(secret, 300)}"`;
    await arrive({name: 'healthy', tag}, token, '?aiw-diagnose');
    await until(
      () => host.visitor.console.find(line => line.includes('secure-context')),
      () => 'No table was printed.',
    );
    assert.deepEqual(printed(), []);
    assert.deepEqual(await faults(), []);
    await host.isUnharmed(/secure-context/);
    assert.deepEqual(asked('/api/sessions'), []);
  });
});
