/** A visitor asks aloud for another document of a site, in the middle of a call (§7.1). */
import assert from 'node:assert/strict';
import {afterEach, describe, it} from 'node:test';
import {DocumentSite, framesOf, resumed, SITE} from '../../testing/journey/documents.js';
import {until, type Visitor} from '../../testing/journey/visitor.js';

let site: DocumentSite;
let visitor: Visitor;

describe('on a site of documents', {timeout: 120_000}, () => {
  afterEach(async () => {
    await visitor.leave();
    await site.close();
  });

  it('a visitor asks aloud for a page, and the same call goes on there, aloud', async () => {
    site = await DocumentSite.open();
    visitor = await site.receive({says: [{at: 8, say: 'pricing-page'}]});
    const {page, panel} = visitor;
    await page.evaluate(() => Object.assign(window, {sameRealm: true}));
    await visitor.tapOrb();
    await visitor.isHeard(/pricing/i);
    await page.waitForURL(`${SITE}/pricing`);
    await resumed(visitor);
    assert.equal(await page.evaluate(() => 'sameRealm' in window), false, 'a page was loaded');
    await until(
      () => framesOf(visitor.sent, 'navigation').find(({result}) => result === 'done'),
      () => 'The agent was not told of the arrival.',
    );
    const isOnScreen = () =>
      page.locator('#plans').evaluate(element => {
        const {top} = element.getBoundingClientRect();
        return top >= 55 && top < 80;
      });
    await until(isOnScreen, () => 'The section is not below the header.');
    await panel
      .getByText(/pricing page/i)
      .first()
      .waitFor();
    const before = visitor.received.length;
    const again = () => framesOf(visitor.received.slice(before), 'audioStart').length > 0;
    // The microphone's recording begins anew with the page.
    await until(again, () => `Nothing was answered aloud:\n${visitor.transcript().join('\n')}`);
    assert.deepEqual(await page.evaluate(() => Object.keys(sessionStorage)), []);
    const {turns, pages, endReason} = await site.onlySession();
    assert.equal(endReason, null);
    assert.deepEqual(
      pages.map(({url}) => url),
      [`${SITE}/pricing`],
    );
    assert.ok(turns.filter(({text}) => /pricing/i.test(text)).length >= 2);
    assert.deepEqual(visitor.console, []);
  });
});
