/** The triggers editor, and the visit to try the rules on. */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {faultsOf} from '../../testing/journey/axe.js';
import {Operator} from '../../testing/journey/operator.js';
import {ServerProcess} from '../../testing/journey/server.js';

interface Widget {
  settings: {triggers: {name: string; priority: number; conditions: object[]}[]};
}

let server: ServerProcess;
let owner: Operator;
let id: string;

describe('triggers', {timeout: 120_000}, () => {
  before(async () => {
    server = await ServerProcess.start({AIW_VOICE: 'off'});
    owner = await Operator.first(server);
    ({id} = await owner.api<{id: string}>('POST', '/widgets', {domain: 'acme.com'}));
  });
  after(async () => {
    await owner.close();
    await server.close();
  });
  afterEach(() => assert.deepEqual(owner.console.splice(0), []));

  const button = (name: string | RegExp) => owner.page.getByRole('button', {name});
  const stored = async () => (await owner.api<Widget>('GET', `/widgets/${id}`)).settings.triggers;

  it('are made, ordered by keyboard, saved, and there again', async () => {
    const {page} = owner;
    await owner.goTo(`/widgets/${id}/triggers`);
    await button(/Help with prices/).click();
    await button('Add a rule').click();
    const rule = page.locator('aiw-triggers-view ol > li').filter({hasText: 'New rule'});
    await rule.getByLabel('Name').fill('Deep readers');
    const deep = page.locator('aiw-triggers-view ol > li').filter({hasText: 'Deep readers'});
    await deep.getByLabel('Seconds').fill('10');
    await deep.getByRole('button', {name: 'Add a condition'}).click();
    const condition = deep.locator('aiw-condition-field').nth(1);
    await condition.getByRole('combobox', {name: 'When'}).click();
    await condition.getByRole('option', {name: 'Scrolled so far'}).click();
    await condition.getByLabel('Per cent').fill('50');
    await page
      .getByText(
        'Opens the widget after 10 seconds on the page and once 50 % of the page was scrolled, once a visit.',
      )
      .waitFor();
    const up = button('Move “Deep readers” up');
    await up.focus();
    await page.keyboard.press('Enter');
    await page.getByText('“Deep readers” is number 1 of 2.').waitFor({state: 'attached'});
    await page.keyboard.press('Control+s');
    await page.getByText('Saved in the draft.').waitFor();
    const saved = await stored();
    assert.deepEqual(
      saved.map(({name, priority}) => [name, priority]),
      [
        ['Deep readers', 2],
        ['Help with prices', 1],
      ],
    );
    assert.deepEqual(saved[0]?.conditions, [
      {type: 'dwellSeconds', gte: 10},
      {type: 'scrollDepth', gte: 0.5},
    ]);
    await page.reload();
    await page.getByRole('heading', {name: 'Deep readers'}).waitFor();
  });

  it('are dragged into another order, and one that goes comes back by leaving', async () => {
    const {page} = owner;
    await owner.goTo(`/widgets/${id}/triggers`);
    await page.getByRole('heading', {name: 'Deep readers'}).waitFor();
    const rules = page.locator('aiw-triggers-view ol > li');
    await rules.nth(1).locator('.grip').dragTo(rules.nth(0).locator('.grip'));
    await rules.nth(0).getByRole('heading', {name: 'Help with prices'}).waitFor();
    await button('Delete “Help with prices”').click();
    assert.equal(await rules.count(), 1);
    await page.getByRole('link', {name: 'Leads'}).click();
    await button('Leave').click();
    await page.getByRole('heading', {name: 'Leads'}).waitFor();
    assert.equal((await stored()).length, 2);
  });

  it('are tried on a visit: which fires when, and why the others do not', async () => {
    const {page} = owner;
    await owner.goTo(`/widgets/${id}/triggers`);
    const field = (label: string) => page.getByLabel(label, {exact: true});
    await field('Scrolls to, %').fill('60');
    await field('… from second').fill('0');
    await field('… to second').fill('24');
    await page.getByText('fires at second 20').waitFor();
    const slider = page.getByRole('slider', {name: 'Second of the visit'});
    await slider.focus();
    await slider.fill('12');
    const stands = page.getByRole('list', {name: 'How each rule stands'});
    await stands.getByText('Scrolled less than 50 % of the page.').waitFor();
    await page.keyboard.press('End');
    await stands.getByText('It holds, and gives way to Deep readers.').waitFor();
    await page.locator('aiw-trigger-simulator wa-checkbox').click();
    await stands.getByText('It has already fired in this browser session.').first().waitFor();
    await page.locator('aiw-trigger-simulator wa-checkbox').click();
    await field('Page').fill('https://www.acme.com/about');
    await stands.getByText("The page's address does not match */pricing*.").waitFor();
    await field('Scrolls to, %').fill('10');
    await page.getByText('No rule fires within 120 seconds.').waitFor();
  });

  it('axe finds nothing, on a phone in dark too', async () => {
    for (const width of [1280, 390]) {
      await owner.page.setViewportSize({width, height: 800});
      await owner.page.emulateMedia({colorScheme: width === 390 ? 'dark' : 'light'});
      await owner.goTo(`/widgets/${id}/triggers`);
      await owner.page.getByText('Edit').first().click();
      await owner.page.getByLabel('Seconds').first().waitFor();
      assert.deepEqual(await faultsOf(owner.page), []);
      const over = await owner.page.evaluate(
        () => document.documentElement.scrollWidth - innerWidth,
      );
      assert.ok(over <= 0, `${over} px too wide`);
    }
  });
});
