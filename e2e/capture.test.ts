/** Contact details from the visitor's words to the operator's database (§5, §6). */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {ServerProcess, type StoredCapture} from '../testing/journey/server.js';
import {visitorToken} from '../testing/journey/visitor-token.js';
import {until, Visitor, type Visit} from '../testing/journey/visitor.js';

let server: ServerProcess;
let visitor: Visitor;

/** A widget of its own for one visit, on a page of its own. */
async function visitWidget(
  {options = [], attributes = () => ''}: WidgetVisit = {},
  visit: Visit = {},
): Promise<void> {
  const site = ['--domain', 'acme.com', '--page-url', 'https://acme.com/'];
  const widget = await server.command<{token: string; secret: string}>(
    ...['widget', 'create', ...site, '--live', ...options],
  );
  visitor = await Visitor.arrive('about:blank', visit);
  await servePage(visitor.page, widget.token, attributes(widget.secret));
  await startTyping(visitor);
}

interface WidgetVisit {
  /** Of `aiw-server widget create`. */
  options?: readonly string[];
  /** More attributes of the tag, given the widget's secret. */
  attributes?: (secret: string) => string;
}

async function servePage(page: Page, token: string, attributes: string): Promise<void> {
  const tag = `<script src="${server.url}/aiw-voice-widget.js" data-widget-token="${token}" ${attributes}></script>`;
  const body = `<!doctype html><meta charset="utf-8"><title>Shop</title><h1>Shop</h1>${tag}`;
  const context = page.context();
  await context.route(`${server.url}/shop`, route =>
    route.fulfill({contentType: 'text/html', body}),
  );
  await page.goto(`${server.url}/shop`);
}

async function startTyping(who: Visitor): Promise<void> {
  await who.tapOrb();
  await who.hears('ready');
}

/** Rows with one of the values, as soon as there is one for each. */
async function stored(...values: string[]): Promise<StoredCapture[]> {
  return until(
    async () => {
      const rows = (await server.captures()).filter(({value}) => values.includes(value));
      return rows.length >= values.length && rows;
    },
    () => `Not in the database: ${values.join(', ')}.`,
  );
}

const confirm = (page: Page) =>
  page.locator('aiw-capture-pill').getByRole('button', {name: 'Confirm'}).click();
const pillHolds = (value: string) =>
  until(
    async () => (await visitor.pill.locator('input').inputValue()) === value,
    () => `The pill does not hold ${value}.`,
  );
const keysLeft = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter(key => key.endsWith(':captures')));
const nothingWaits = (page: Page) =>
  until(
    async () => (await keysLeft(page)).length === 0,
    () => 'A capture still waits in the browser.',
  );

describe('a contact detail', {timeout: 180_000}, () => {
  before(async () => {
    server = await ServerProcess.start({AIW_VOICE: 'off'});
  });
  afterEach(async () => {
    await visitor.leave();
    if (!server.pid) await server.launch();
  });
  after(() => server.close());

  describe('that is confirmed', () => {
    it('while the server is killed, is stored once after the page was left and opened again', async () => {
      await visitWidget();
      const {page} = visitor;
      await visitor.types('my email is kept@garden.example');
      await visitor.sees(visitor.pill);
      await page.route('**/captures', async route => {
        await server.kill('SIGKILL');
        await route.continue();
      });
      await confirm(page);
      await visitor.sees(visitor.pill.getByText(/Kept here/));
      await page.unroute('**/captures');
      await page.goto('about:blank');
      await server.launch();
      await page.goto(`${server.url}/shop`);
      assert.equal((await stored('kept@garden.example')).length, 1);
      await nothingWaits(page);
      assert.equal((await stored('kept@garden.example')).length, 1);
    });

    it('and whose acknowledgement is lost on the way, is stored once', async () => {
      await visitWidget();
      const {page} = visitor;
      await visitor.types('my email is twice@garden.example');
      await visitor.sees(visitor.pill);
      let answers = 0;
      await page.route('**/captures', async route => {
        const response = await route.fetch();
        if (++answers === 1) await route.abort();
        else await route.fulfill({response});
      });
      await confirm(page);
      await nothingWaits(page);
      assert.equal(answers, 2);
      assert.equal((await stored('twice@garden.example')).length, 1);
    });

    it('in two tabs while the server is away, is stored once from each', async () => {
      await visitWidget();
      const {page} = visitor;
      const other = await page.context().newPage();
      await other.goto(`${server.url}/shop`);
      const pages = [page, other];
      await other.locator('aiw-voice-widget button[part=launcher]').click();
      for (const [index, tab] of pages.entries()) {
        const field = tab.locator('aiw-composer textarea');
        await field.fill(`my email is tab${index}@garden.example`);
        await field.press('Enter');
        await tab.locator('aiw-capture-pill').waitFor();
      }
      await server.kill('SIGKILL');
      for (const tab of pages) {
        await confirm(tab);
        await tab
          .locator('aiw-capture-pill')
          .getByText(/Kept here/)
          .waitFor();
      }
      await server.launch();
      assert.equal((await stored('tab0@garden.example', 'tab1@garden.example')).length, 2);
      await nothingWaits(page);
      assert.equal((await stored('tab0@garden.example', 'tab1@garden.example')).length, 2);
    });

    it('where storage is blocked, is kept in memory until the server is back', async () => {
      await visitWidget();
      const {page} = visitor;
      await page.addInitScript(() => {
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('Blocked', 'SecurityError');
          },
        });
      });
      await page.reload();
      await startTyping(visitor);
      await visitor.types('my email is memory@garden.example');
      await visitor.sees(visitor.pill);
      await server.kill('SIGKILL');
      await confirm(page);
      await visitor.sees(visitor.pill.getByText(/Kept here/));
      await server.launch();
      assert.equal((await stored('memory@garden.example')).length, 1);
    });

    it('after it was corrected by words and by hand, is stored as it was confirmed', async () => {
      await visitWidget();
      await visitor.types('my email is jane at garden dot example');
      await visitor.sees(visitor.pill);
      await visitor.types("no, it's jayne at garden dot example");
      await pillHolds('jayne@garden.example');
      await visitor.pill.locator('input').fill('jayne.doe@garden.example');
      await visitor.pill.locator('input').press('Enter');
      const [row] = await stored('jayne.doe@garden.example');
      assert.equal(row?.source, 'visitor_volunteered');
    });
  });

  describe('in the visitor’s language', () => {
    it('is heard, and a number of home is in E.164', async () => {
      await visitWidget({}, {locale: 'de-AT'});
      await visitor.types('anna Klammeraffe beispiel punkt at');
      await visitor.sees(visitor.pill);
      await pillHolds('anna@beispiel.at');
      await visitor.pill.locator('button[part=dismiss]').click();
      await visitor.types('meine Handynummer ist 0664 1234567');
      await visitor.sees(visitor.pill);
      await pillHolds('+43 664 123 4567');
      await visitor.pill.locator('button[part=confirm]').click();
      assert.equal((await stored('+436641234567')).length, 1);
    });
  });

  describe('that is known', () => {
    it('from a visitor token, fills the pill that the agent asks with (§5)', async () => {
      const token = (secret: string) =>
        visitorToken(secret, {sub: 'u1', email: 'known@garden.example'});
      await visitWidget({
        options: ['--identity'],
        attributes: secret => `data-visitor-token="${token(secret)}"`,
      });
      await visitor.types('Can somebody call me back?');
      await visitor.agentSays(/email.*\?/is);
      await visitor.sees(visitor.pill);
      await pillHolds('known@garden.example');
      await confirm(visitor.page);
      const [row] = await stored('known@garden.example');
      assert.equal(row?.source, 'agent_asked');
    });
  });

  describe('that is not wanted', () => {
    it('since its kind was waved away, is not asked for again in that call', async () => {
      await visitWidget();
      await visitor.types('my email is one@garden.example');
      await visitor.sees(visitor.pill);
      await visitor.pill.getByRole('button', {name: 'Not now'}).click();
      await visitor.types('my email is two@garden.example');
      await visitor.agentSays(/cannot take contact details/);
      assert.equal(await visitor.pill.count(), 0);
      await visitor.types('my number is +1 415 555 2671');
      await visitor.sees(visitor.pill);
      await pillHolds('+1 415 555 2671');
      assert.equal(await visitor.pill.count(), 1);
    });

    it('since a name in free speech is nobody’s offer, raises no pill', async () => {
      await visitWidget();
      await visitor.types('My name is Robin Baker and I live in Austin');
      await visitor.agentSays(/./);
      await visitor.types('my email is robin@garden.example');
      await visitor.sees(visitor.pill);
      assert.equal(await visitor.pill.count(), 1);
      await pillHolds('robin@garden.example');
    });

    it('since the widget captures none, raises no pill', async () => {
      await visitWidget({options: ['--capture', 'none']});
      await visitor.types('my email is none@garden.example');
      await visitor.agentSays(/cannot take contact details/);
      await visitor.types('Can somebody call me back?');
      await visitor.agentSays(/cannot pass you on/);
      assert.equal(await visitor.pill.count(), 0);
    });
  });
});
