/** Rules that open the widget by themselves, in a real browser against the built server (§4). */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {rule, SiteWithRules} from '../testing/journey/rules.js';
import {until, type Visitor} from '../testing/journey/visitor.js';

let site: SiteWithRules;
let visitor: Visitor;

const arrive = async (token: string, path?: string) => {
  visitor = await site.arrive(token, path);
  return visitor;
};
const goTo = (path: string) => site.goTo(visitor, path);
const moves = () => visitor.page.mouse.move(500, 400);

describe('a rule', {timeout: 180_000}, () => {
  before(async () => {
    site = await SiteWithRules.start();
  });
  after(() => site.close());
  afterEach(() => visitor.leave());

  const cases: readonly [condition: object, act: () => Promise<unknown>][] = [
    [{type: 'urlMatches', pattern: '*/PRICING*'}, moves],
    [{type: 'dwellSeconds', gte: 1}, moves],
    [
      {type: 'scrollDepth', gte: 0.5},
      async () => {
        await moves();
        await visitor.page.mouse.wheel(0, 2_500);
      },
    ],
    [
      {type: 'exitIntent'},
      async () => {
        await moves();
        // The rules come with the first movement.
        await visitor.page.waitForResponse(/auto-open\.js$/);
        await until(
          async () => {
            await visitor.page.mouse.move(500, 200);
            await visitor.page.mouse.move(500, 2);
            return visitor.panel.isVisible();
          },
          () => 'The panel did not open.',
        );
      },
    ],
    [{type: 'idleSeconds', gte: 1}, moves],
    [{type: 'repeatVisitor', visitCountGte: 1}, moves],
  ];
  for (const [condition, act] of cases) {
    it(`of ${JSON.stringify(condition)} opens the panel, and its session is believed`, async () => {
      const {page, panel} = await arrive(await site.widgetWith(rule(condition)), '/pricing?a=1');
      await act();
      await visitor.sees(panel);
      assert.equal(await page.evaluate(() => document.activeElement?.localName), 'body');
      const created = page.waitForResponse(/\/api\/sessions$/);
      await visitor.types('What does the starter plan cost?');
      const response = await created;
      assert.equal(response.status(), 201);
      const {sessionId} = (await response.json()) as {sessionId: string};
      const {engagement} = await site.server.command<{engagement: Record<string, unknown>}>(
        ...['sessions', 'show', sessionId],
      );
      assert.equal(engagement['opened_by'], 'trigger');
      assert.ok(engagement['trigger_id']);
      assert.deepEqual(visitor.console, []);
    });
  }

  it('does nothing on a page where nobody is, and is not even fetched', async () => {
    const requested: string[] = [];
    const token = await site.widgetWith(rule({type: 'dwellSeconds', gte: 0}));
    const {page, panel} = await arrive(token);
    page.on('request', request => requested.push(request.url()));
    // What the page itself does is nobody's doing.
    await page.evaluate(() => {
      scrollBy(0, 0);
      document.body.click();
      dispatchEvent(new Event('scroll'));
    });
    assert.deepEqual(requested, []);
    assert.equal(await panel.count(), 0);
    assert.deepEqual(
      await page.evaluate(() => [localStorage.length, sessionStorage.length]),
      [0, 0],
    );
    await moves();
    await visitor.sees(panel);
  });

  it('with a cooldown for the session stays quiet after a reload', async () => {
    const quiet = {...rule({type: 'dwellSeconds', gte: 0}), cooldown: {perSession: true}};
    const later = {...rule({type: 'dwellSeconds', gte: 0}), priority: 0, action: 'teaser'};
    const {panel} = await arrive(await site.widgetWith(quiet, later));
    await moves();
    await visitor.sees(panel);
    await goTo('/again');
    await moves();
    // The next rule in line has its turn, so the first was judged, and passed over.
    await visitor.sees(visitor.page.locator('aiw-teaser'));
    assert.equal(await panel.count(), 0);
  });

  it('that shows a teaser starts a call by a press on it, and none once it is sent away', async () => {
    const token = await site.widgetWith({
      ...rule({type: 'dwellSeconds', gte: 0}),
      action: 'teaser',
      message: 'Not sure which plan fits?',
    });
    const {page, panel} = await arrive(token);
    const teaser = page.locator('aiw-teaser');
    await moves();
    await teaser.getByRole('button', {name: /Not sure which plan fits/}).click();
    await visitor.sees(panel);
    await visitor.hears('ready');
    // A call under way would go on over there, and a teaser does not speak into one.
    await visitor.presses('Hang up');
    await visitor.sees(panel.getByText(/ended/i));
    await page.evaluate(() => sessionStorage.clear());
    await goTo('/again');
    await moves();
    await teaser.getByRole('button', {name: 'Hide this message'}).click();
    await teaser.waitFor({state: 'detached'});
    await page.evaluate(() => sessionStorage.clear());
    const rules = page.waitForResponse(/auto-open\.js$/);
    await goTo('/third');
    await moves();
    await rules;
    // A press shows that the page is alive; the teaser would have been there by then.
    await visitor.tapOrb();
    await visitor.sees(panel);
    assert.equal(await teaser.count(), 0);
  });

  it('says to the page what it does, and is called off by it', async () => {
    const token = await site.widgetWith({
      ...rule({type: 'dwellSeconds', gte: 0}),
      name: 'Lingering',
    });
    const {page, panel} = await arrive(token);
    await page.evaluate(() => {
      addEventListener('aiw-trigger', event => {
        event.preventDefault();
        document.title = (event as Event & {name: string}).name;
      });
    });
    await moves();
    await page.waitForFunction(() => document.title === 'Lingering');
    assert.equal(await panel.count(), 0);
  });
});
