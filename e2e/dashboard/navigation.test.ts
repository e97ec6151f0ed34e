import assert from 'node:assert/strict';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, describe, it} from 'node:test';
import type {Navigation} from '../../src/contract/index.js';
import {faultsOf} from '../../testing/journey/axe.js';
import {Operator} from '../../testing/journey/operator.js';
import {ServerProcess} from '../../testing/journey/server.js';

const WORDS = 'Every plan has support by people who know it. '.repeat(6);
const PAGES: Readonly<Record<string, string>> = {
  '/': `<header><nav><a href="/pricing">Pricing</a> <a href="/pricing#faq">Questions</a>
    <a href="/gone">Gone</a></nav></header><p>${WORDS}</p>`,
  '/pricing': `<h2 id="faq">Questions</h2><p>${WORDS}</p>`,
};

describe('guided navigation', {timeout: 120_000}, () => {
  let server: ServerProcess;
  let site: Server;
  let ada: Operator;
  let id = '';
  const saved = async () =>
    (await ada.api<{settings: {navigation: Navigation}}>('GET', `/widgets/${id}`)).settings
      .navigation;

  before(async () => {
    site = createServer(({url = '/'}, response) => {
      const page = PAGES[url];
      response.writeHead(page ? 200 : 404, {'content-type': 'text/html'}).end(page);
    });
    await new Promise<void>(resolve => site.listen(0, '127.0.0.1', resolve));
    const pageUrl = `http://localhost:${(site.address() as AddressInfo).port}/`;
    server = await ServerProcess.start({AIW_VOICE: 'off'});
    ada = await Operator.first(server);
    ({id} = await ada.api<{id: string}>('POST', '/widgets', {domain: 'localhost', pageUrl}));
  });
  after(async () => {
    await ada.close();
    await server.close();
    site.closeAllConnections();
    site.close();
  });

  it('places come from the menu, are checked, put in order and saved', async () => {
    await ada.goTo(`/widgets/${id}/navigation`);
    const {page} = ada;
    await page.getByRole('button', {name: 'Import from the site’s menu'}).click();
    await page.getByRole('button', {name: 'Add 3 places'}).click();
    await page.getByRole('button', {name: 'Check that they exist'}).click();
    const row = (name: string) => page.getByRole('group', {name, exact: true});
    await row('Pricing').getByText('The page is there.').waitFor();
    await row('Questions').getByText('Page and section are there.').waitFor();
    await row('Gone').getByText('There is no such page').waitFor();
    assert.deepEqual(await faultsOf(page), []);
    await row('Gone').getByRole('button', {name: 'Remove Gone'}).click();
    await row('Questions').getByRole('button', {name: 'Move Questions up'}).click();
    await row('Pricing').getByLabel('Other words for it').fill('plans,');
    await page.getByRole('switch').press('Space');
    await page.keyboard.press('Control+s');
    await page.getByText('Saved in the draft.').waitFor();
    assert.deepEqual(await saved(), {
      enabled: true,
      targets: [
        {label: 'Questions', url: '/pricing', sectionSelector: '#faq'},
        {label: 'Pricing', url: '/pricing', aliases: ['plans']},
      ],
    });
  });

  it('a phrase shows what the agent would choose', async () => {
    const targets = [
      {label: 'Pricing', url: '/pricing', aliases: ['plans']},
      {label: 'Berlin office', url: '/berlin'},
      {label: 'Vienna office', url: '/vienna'},
    ];
    await ada.api('PATCH', `/widgets/${id}/draft`, {navigation: {enabled: true, targets}});
    await ada.goTo(`/widgets/${id}/navigation`);
    const phrase = ada.page.getByLabel('A visitor says');
    await phrase.fill('can you show me the prising page');
    await ada.page.getByText(/It shows\s+Pricing/).waitFor();
    await phrase.fill('take me to the office');
    await ada.page.getByText('It would ask which one is meant').waitFor();
    await phrase.fill('tell me a joke');
    await ada.page.getByText('No place of the list fits').waitFor();
    assert.deepEqual(ada.console, []);
  });

  it('what cannot be saved is said at its field, and leaving asks first', async () => {
    await ada.goTo(`/widgets/${id}/navigation`);
    const {page} = ada;
    await page.getByRole('button', {name: 'Add a place'}).click();
    const row = page.getByRole('group', {name: 'Place 4'});
    await row.getByLabel('Path').fill('https://evil.net/');
    await page.getByRole('button', {name: 'Save'}).click();
    await row.getByText('must be a path on the site itself').waitFor();
    await page.getByRole('link', {name: 'Leads'}).click();
    const question = page.locator('wa-dialog', {hasText: 'not saved yet'});
    await question.locator('wa-button', {hasText: 'Cancel'}).click();
    await question.waitFor({state: 'detached'});
    assert.match(page.url(), /navigation$/);
    await page.getByRole('button', {name: 'Undo'}).click();
    await page.getByRole('link', {name: 'Leads'}).click();
    await page.waitForURL(/\/leads$/);
    assert.deepEqual(ada.console, []);
  });
});
