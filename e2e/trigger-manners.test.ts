/** When a rule waits, stays quiet or begins anew, in a real browser against the built server (§4). */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import type {ResolveResponse} from '../src/contract/index.js';
import {rule, SiteWithRules} from '../testing/journey/rules.js';
import type {Visitor} from '../testing/journey/visitor.js';

let site: SiteWithRules;
let visitor: Visitor;

const arrive = async (token: string, path?: string) => {
  visitor = await site.arrive(token, path);
  return visitor;
};
const goTo = (path: string) => site.goTo(visitor, path);
const moves = () => visitor.page.mouse.move(500, 400);

/** Keeps what rules fire on the page, and when. */
const listens = () =>
  visitor.page.evaluate(() => {
    const heard: {name: string; at: number}[] = [];
    Object.assign(window, {heard});
    addEventListener('aiw-trigger', event => {
      heard.push({name: (event as Event & {name: string}).name, at: performance.now()});
    });
  });
const fired = () =>
  visitor.page.evaluate(() => (window as unknown as {heard: {name: string; at: number}[]}).heard);

describe('a rule', {timeout: 180_000}, () => {
  before(async () => {
    site = await SiteWithRules.start();
  });
  after(() => site.close());
  afterEach(() => visitor.leave());

  it('of a higher priority has precedence', async () => {
    const low = {...rule({type: 'dwellSeconds', gte: 0}), name: 'Low'};
    const high = {...low, name: 'High', priority: 7};
    const {page} = await arrive(await site.widgetWith(low, high));
    await listens();
    await moves();
    await visitor.sees(visitor.panel);
    assert.deepEqual(
      (await fired()).map(({name}) => name),
      ['High'],
    );
    assert.equal(await page.locator('aiw-teaser').count(), 0);
  });

  it('with a cooldown in days stays quiet in a new session', async () => {
    const weekly = {...rule({type: 'dwellSeconds', gte: 0}), cooldown: {perDays: 7}};
    const later = {...rule({type: 'dwellSeconds', gte: 0}), priority: 0, action: 'teaser'};
    const {page, panel} = await arrive(await site.widgetWith(weekly, later));
    await moves();
    await visitor.sees(panel);
    await page.evaluate(() => sessionStorage.clear());
    await goTo('/next-day');
    await moves();
    await visitor.sees(page.locator('aiw-teaser'));
    assert.equal(await panel.count(), 0);
  });

  it('for returning visitors fires in the second session, and not in the first', async () => {
    const back = {...rule({type: 'repeatVisitor'}), priority: 2};
    const other = {...rule({type: 'dwellSeconds', gte: 0}), action: 'teaser'};
    const {page, panel} = await arrive(await site.widgetWith(back, other));
    await moves();
    await visitor.sees(page.locator('aiw-teaser'));
    assert.equal(await panel.count(), 0);
    await page.evaluate(() => sessionStorage.clear());
    await goTo('/again');
    await moves();
    await visitor.sees(panel);
  });

  it('has the time of a page of the app begin with its address', async () => {
    const pricing = {type: 'urlMatches', pattern: '*/pricing'};
    const token = await site.widgetWith({
      ...rule(pricing, {type: 'dwellSeconds', gte: 1}),
      action: 'teaser',
    });
    const {page} = await arrive(token);
    await listens();
    await moves();
    await page.waitForFunction(() => performance.now() > 1_500);
    const from = await page.evaluate(() => {
      history.pushState(null, '', '/pricing');
      return performance.now();
    });
    await visitor.sees(page.locator('aiw-teaser'));
    const [first] = await fired();
    assert.ok(first && first.at - from >= 990, `fired ${first?.at} after ${from}`);
    await page.evaluate(() => history.pushState(null, '', '/about'));
    await page.locator('aiw-teaser').waitFor({state: 'detached'});
  });

  for (const [what, begin, end] of [
    ['types', () => visitor.page.focus('input'), () => visitor.page.locator('input').blur()],
    [
      'has a dialog open',
      () => visitor.page.evaluate(() => document.querySelector('dialog')?.showModal()),
      () => visitor.page.evaluate(() => document.querySelector('dialog')?.close()),
    ],
  ] as const) {
    it(`waits while the visitor ${what}`, async () => {
      const {page, panel} = await arrive(
        await site.widgetWith(rule({type: 'dwellSeconds', gte: 1})),
      );
      await listens();
      await begin();
      await moves();
      // Twice as long as the rule asks for.
      await page.waitForFunction(() => performance.now() > 2_500);
      assert.deepEqual(await fired(), []);
      await end();
      await visitor.sees(panel);
    });
  }

  it('gives no session to a page where nobody is', async () => {
    const {origin, server} = site;
    const token = await site.widgetWith(rule({type: 'dwellSeconds', gte: 0}));
    const {page, panel} = await arrive(token);
    const post = (path: string, body: object) =>
      fetch(server.url + path, {
        method: 'POST',
        headers: {'Content-Type': 'application/json', Origin: origin},
        body: JSON.stringify(body),
      });
    const {challenge, triggers} = (await (
      await post('/api/widget/resolve', {token})
    ).json()) as ResolveResponse;
    const refused = await post('/api/sessions', {
      token,
      challenge: challenge.value,
      mode: 'text',
      page: {url: page.url(), title: 'Acme', referrer: ''},
      engagement: {
        ...{pointer_events: 0, key_events: 0, scroll_events: 0, touch_events: 0},
        ...{opened_by: 'trigger', trigger_id: triggers[0]?.id, dwell_ms: 600_000},
      },
    });
    assert.equal(refused.status, 403);
    assert.equal(((await refused.json()) as {error: string}).error, 'ENGAGEMENT_REQUIRED');
    assert.equal(await panel.count(), 0);
    const {sessions} = await server.command<{sessions: unknown[]}>('sessions', 'list');
    assert.deepEqual(sessions, []);
  });
});
