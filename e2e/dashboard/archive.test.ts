/** Leads and conversations: found, filtered, taken over, erased. */
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, afterEach, before, describe, it} from 'node:test';
import {faultsOf} from '../../testing/journey/axe.js';
import {HostSite, page as hostPage} from '../../testing/journey/host.js';
import {Operator} from '../../testing/journey/operator.js';
import {ServerProcess} from '../../testing/journey/server.js';
import {Visitor} from '../../testing/journey/visitor.js';

const KNOWLEDGE = '# Plans\n\nThe starter plan costs nine dollars a month.';

let server: ServerProcess;
let host: HostSite;
let owner: Operator;

describe('leads and conversations', {timeout: 180_000}, () => {
  before(async () => {
    server = await ServerProcess.start({AIW_VOICE: 'off'});
    owner = await Operator.first(server);
    const {id} = await owner.api<{id: string}>('POST', '/widgets', {domain: 'localhost'});
    await owner.api('PATCH', `/widgets/${id}/draft`, {name: 'Acme', knowledge: KNOWLEDGE});
    const {token} = await owner.api<{token: string}>('POST', `/widgets/${id}/publish`);
    const tag = `<script src="${server.url}/aiw-voice-widget.js" data-widget-token="${token}"></script>`;
    host = await HostSite.start({'/pricing': hostPage(tag)});
  });
  after(async () => {
    await owner.close();
    await host.close();
    await server.close();
  });
  afterEach(() => assert.deepEqual(owner.console.splice(0), []));

  const button = (name: string | RegExp) => owner.page.getByRole('button', {name});
  const field = (label: string) => owner.page.getByLabel(label, {exact: true});
  const text = (words: string | RegExp) => owner.page.getByText(words);
  const choose = async (label: string, option: string) => {
    await owner.page.getByRole('combobox', {name: label}).click();
    await owner.page.getByRole('option', {name: option}).click();
  };

  it('say what to do next while there are none', async () => {
    await owner.goTo('/leads');
    await text('No lead yet').waitFor();
    await owner.goTo('/conversations');
    await text('Nobody has talked yet').waitFor();
  });

  it('are found with what was said, heard and left', async () => {
    const visitor = await Visitor.arrive(host.url('/pricing'));
    await visitor.tapOrb();
    await visitor.types('What does the starter plan cost?');
    await visitor.agentSays(/nine dollars/);
    await visitor.types('Who won the football game yesterday?');
    await visitor.agentSays(/do not know/);
    await visitor.types('My email address is jane@example.com');
    await visitor.sees(visitor.pill);
    await visitor.pill.getByRole('button', {name: 'Confirm'}).click();
    await visitor.agentSays(/noted/i);
    await visitor.leave();
    const {page} = owner;
    await owner.goTo('/leads');
    await page.getByRole('link', {name: 'jane@example.com'}).waitFor();
    await page.getByRole('row').filter({hasText: 'jane'}).getByRole('link').last().click();
    await text('The starter plan costs nine dollars a month.').waitFor();
    await text(/^after \d/)
      .first()
      .waitFor();
    await text('no answer').waitFor();
    const captured = page.getByRole('region', {name: 'Captured contacts'});
    await captured.getByText('jane@example.com').waitFor();
  });

  it('are narrowed by filters that the address keeps', async () => {
    const {page} = owner;
    await owner.goTo('/conversations');
    await page.getByRole('link', {name: /starter plan/}).waitFor();
    await field('Search').fill('nothing like this');
    await text('No conversation is like that').waitFor();
    assert.equal(new URL(page.url()).searchParams.get('text'), 'nothing like this');
    await page.reload();
    await text('No conversation is like that').waitFor();
    await page.getByRole('link', {name: 'Show all conversations'}).click();
    await page.getByRole('link', {name: /starter plan/}).waitFor();
    await field('Search').fill('FOOTBALL');
    await page.waitForURL(/text=FOOTBALL/);
    await choose('With', 'Questions without answer');
    await page.waitForURL(/having=unanswered/);
    await page.getByRole('link', {name: /starter plan/}).waitFor();
    await choose('Mode', 'Begun aloud');
    await text('No conversation is like that').waitFor();
    await page.goBack();
    await page.getByRole('link', {name: /starter plan/}).waitFor();
  });

  it('are taken along as CSV', async () => {
    await owner.goTo('/leads');
    const download = owner.page.waitForEvent('download');
    await owner.page.getByRole('link', {name: 'CSV'}).or(button('CSV')).first().click();
    const file = await (await download).path();
    const [head, row] = (await readFile(file, 'utf8')).split('\r\n');
    assert.equal(head, 'at,name,email,phone,pageUrl,sessionId');
    assert.match(row ?? '', /,jane@example\.com,/);
  });

  it('grow as the operator looks, who takes one over and hands it back', async () => {
    const {page} = owner;
    const visitor = await Visitor.arrive(host.url('/pricing'));
    await visitor.tapOrb();
    await visitor.types('Hello there');
    await visitor.agentSays(/./);
    await owner.goTo('/conversations?state=live');
    await page.getByRole('link', {name: /Hello there/}).click();
    await button('Take over').click();
    await visitor.agentSays(/^Ada Lovelace is here now, in person/);
    await field('Your message').fill('How can I help?');
    await page.keyboard.press('Enter');
    await visitor.agentSays(/^Ada Lovelace: How can I help\?$/);
    await visitor.types('I need an invoice.');
    await text('I need an invoice.').waitFor();
    await button('Hand back').click();
    await visitor.agentSays(/^Ada Lovelace has left\./);
    await visitor.types('What does the starter plan cost?');
    await visitor.agentSays(/nine dollars/);
    await text('The starter plan costs nine dollars a month.').waitFor();
    await visitor.leave();
  });

  it('go with the person who is erased', async () => {
    const {page} = owner;
    await owner.goTo('/leads');
    await button('Erase a person').click();
    await page.getByRole('textbox', {name: 'Email address'}).fill('jane@example.com');
    await button('Erase').last().click();
    await text(/Erased: 1 contact/).waitFor();
    await text('No lead yet').waitFor();
  });

  it('axe finds nothing, on a phone in dark too', async () => {
    const {page} = owner;
    const {entries} = await owner.api<{entries: {id: string}[]}>('GET', '/conversations');
    for (const width of [1280, 390]) {
      await page.setViewportSize({width, height: 800});
      await page.emulateMedia({colorScheme: width === 390 ? 'dark' : 'light'});
      for (const path of ['/leads', '/conversations', `/conversations/${entries[0]?.id}`]) {
        await owner.goTo(path);
        await page.locator('aiw-dashboard main h1').waitFor();
        await page.waitForLoadState('networkidle');
        assert.deepEqual(await faultsOf(page), [], path);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(over <= 0, `${path} is ${over} px too wide`);
      }
    }
  });
});
