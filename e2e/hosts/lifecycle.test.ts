/** A widget that comes and goes, and pages that do. */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import type {Locator} from 'playwright-core';
import {until} from '../../testing/journey/visitor.js';
import {createWidget, HostSite} from './host-site.js';
import {HostVisit} from './host-visit.js';
import {leftovers, watchLeftovers} from './leftovers/index.js';

/** What the tag listens to on the page's behalf, for the next element. */
const GESTURE = /^(?:pointer|mouse|touch|key|(?:dbl|aux)?click|submit).* on Window$/;

describe('the widget', {timeout: 240_000}, () => {
  let site: HostSite;
  let host: HostVisit;
  let url: string;
  before(async () => {
    site = await HostSite.start();
    url = site.add('/host', {name: 'plain'});
  });
  afterEach(() => host.leave());
  after(() => site.close());

  it('leaves nothing when it is removed in a spoken call, but the tag’s watch for gestures', async () => {
    host = await HostVisit.open(site, url, {}, watchLeftovers);
    const {visitor, frame} = host;
    await visitor.tapOrb();
    await visitor.agentSays(/Ava/);
    const begun = await leftovers(frame);
    for (const what of ['audio context', 'live track', 'nodes or attributes', 'socket']) {
      assert.ok(begun.includes(what), `${what} is kept account of: ${begun.join(', ')}`);
    }
    await frame.evaluate(() => document.querySelector('aiw-voice-widget')?.remove());
    let left: string[] = [];
    await until(
      async () =>
        (left = (await leftovers(frame)).filter(what => !GESTURE.test(what))).length === 0,
      () => `Left: ${left.join(', ')}`,
    );
    await host.isUnharmed();
  });

  it('works again when it is taken out in mid-call and put in elsewhere', async () => {
    host = await HostVisit.open(site, url);
    const {visitor, frame} = host;
    await visitor.tapOrb();
    await visitor.hears('ready');
    await frame.evaluate(async () => {
      const element = document.querySelector('aiw-voice-widget');
      element?.remove();
      await new Promise(requestAnimationFrame);
      if (element) document.querySelector('p')?.append(element);
    });
    await visitor.orb.waitFor();
    await host.answers();
    assert.equal(visitor.received.filter(({frame: {type}}) => type === 'ready').length, 2);
  });

  it('is not printed', async () => {
    host = await HostVisit.open(site, url);
    const {visitor} = host;
    await visitor.page.emulateMedia({media: 'print'});
    assert.equal(await visitor.orb.isVisible(), false);
    await visitor.page.emulateMedia({media: 'screen'});
    await visitor.tapOrb();
    await visitor.sees(visitor.panel);
    await visitor.page.emulateMedia({media: 'print'});
    assert.equal(await visitor.panel.isVisible(), false);
  });

  it('shares a page with another, each with a token and a talk of its own', async () => {
    const ben = await createWidget(site.server, '--modes', 'text');
    const other = `<aiw-voice-widget id="ben" token="${ben.token}" backend-url="${site.backend.origin}"></aiw-voice-widget>
      <button id="ask">Ask Ben</button>
      <script>
        document.querySelector('#ask').addEventListener('click', ({target}) => document.querySelector('#ben').open(target));
      </script>`;
    host = await HostVisit.arrive(site, site.add('/two', {name: 'with two', body: other}));
    const {page} = host.visitor;
    const asks = async (widget: Locator, question: string, answer: string) => {
      const field = widget.locator('aiw-composer textarea');
      await field.fill(question);
      await field.press('Enter');
      await widget.getByText(answer).first().waitFor();
      await widget.getByRole('button', {name: 'Close'}).click();
    };
    await page.locator('#ask').click();
    await asks(page.locator('#ben'), 'What does the Starter plan cost?', '$19');
    const own = page.locator('aiw-voice-widget:not(#ben)');
    await own.locator('[part=launcher]').click();
    await asks(own, 'What does the Pro plan cost?', '$49');
    assert.equal(await own.getByText('$19').count(), 0);
    const tokens = host.requests
      .filter(request => request.url().endsWith('/api/sessions'))
      .map(request => (request.postDataJSON() as {token: string}).token);
    assert.deepEqual(tokens, [ben.token, site.token]);
    await host.isUnharmed();
  });
});
