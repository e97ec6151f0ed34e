/** Pages that are left and come back: kept alive by the browser, or loaded anew. */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {until} from '../../testing/journey/visitor.js';
import {tagOf} from './host-page.js';
import {createWidget, HostSite} from './host-site.js';
import {HostVisit} from './host-visit.js';

describe('on the way back to a page', {timeout: 180_000}, () => {
  let site: HostSite;
  let host: HostVisit;
  let written: string;
  before(async () => {
    site = await HostSite.start();
    written = (await createWidget(site.server, '--modes', 'text')).token;
  });
  afterEach(() => host.leave());
  after(() => site.close());

  const arrive = async (token: string) => {
    const page = {name: 'plain'};
    const url = site.add('/host', page, tagOf(page, site.backend, token));
    host = await HostVisit.open(site, url, {keepsPages: true});
  };
  /** Goes to another page and back; gives whether the page was kept alive meanwhile. */
  const leaveAndReturn = async (): Promise<boolean> => {
    const {page} = host.visitor;
    await page.evaluate(() => Object.assign(window, {hostKept: true}));
    await page.goto(site.add('/elsewhere', {name: 'elsewhere'}, ''));
    await page.evaluate(() => history.back());
    await until(
      () => page.url().endsWith('/host'),
      () => page.url(),
    );
    await host.visitor.orb.waitFor({state: 'attached'});
    return page.evaluate(() => 'hostKept' in window);
  };

  it('the widget is as it was, and answers', async () => {
    await arrive(written);
    assert.equal(await leaveAndReturn(), true);
    await host.isUndisturbed();
    await host.answers();
  });

  it('a call in writing goes on', async () => {
    await arrive(written);
    const {visitor} = host;
    await host.answers();
    assert.equal(await leaveAndReturn(), true);
    await visitor.hears('ready', ({resumed}) => resumed === true);
    await visitor.types('What does the Pro plan cost?');
    await visitor.agentSays(/\$49/);
    await visitor.sees(visitor.panel.getByText(/\$19/));
    await host.isUnharmed();
  });

  it('a spoken call goes on, heard and seen', async () => {
    await arrive(site.token);
    const {visitor} = host;
    await visitor.tapOrb();
    await visitor.agentSays(/Ava/);
    await leaveAndReturn();
    await visitor.hears('ready', ({resumed}) => resumed === true);
    await visitor.sees(visitor.panel.getByRole('button', {name: 'Mute'}));
    await visitor.types('What does the Starter plan cost?');
    await visitor.agentSays(/\$19/);
    await host.isUnharmed();
  });
});
