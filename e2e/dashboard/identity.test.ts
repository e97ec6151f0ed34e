import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {faultsOf} from '../../testing/journey/axe.js';
import {Operator} from '../../testing/journey/operator.js';
import {ServerProcess} from '../../testing/journey/server.js';
import {visitorToken} from '../../testing/journey/visitor-token.js';

interface Widget {
  isChanged: boolean;
  webhookUrl: string | null;
  retention: {transcriptDays: number | null};
  settings: {identity: {enabled: boolean}; limits: {callsAtOnce?: number}; consent?: object};
}

describe('visitor identity, limits and privacy', {timeout: 120_000}, () => {
  let server: ServerProcess;
  let ada: Operator;
  let id = '';
  const secretIn = async () =>
    ((await ada.page.getByRole('img', {name: 'Widget secret'}).textContent()) ?? '').trim();
  const test = async (token: string) => {
    await ada.page.getByLabel('Visitor token').fill(token);
    await ada.page.getByRole('button', {name: 'Test now'}).click();
  };
  const widget = () => ada.api<Widget>('GET', `/widgets/${id}`);

  before(async () => {
    server = await ServerProcess.start({AIW_VOICE: 'off'});
    ada = await Operator.first(server);
    ({id} = await ada.api<{id: string}>('POST', '/widgets', {domain: 'acme.com', name: 'Acme'}));
    await ada.api('POST', `/widgets/${id}/publish`);
  });
  after(async () => {
    await ada.close();
    await server.close();
  });

  it('is switched on in the draft, and published from there', async () => {
    await ada.goTo(`/widgets/${id}/identity`);
    await ada.page.getByRole('switch').press('Space');
    await ada.page.getByRole('button', {name: 'Publish'}).click();
    await ada.page.getByText('Published.').waitFor();
    const {settings, isChanged} = await widget();
    assert.deepEqual([settings.identity.enabled, isChanged], [true, false]);
    assert.deepEqual(await faultsOf(ada.page), []);
  });

  it('the secret is hidden until it is revealed, copied, and made anew', async () => {
    await ada.goTo(`/widgets/${id}/identity`);
    const {page} = ada;
    assert.match(await secretIn(), /^•+$/);
    await page.getByRole('button', {name: 'Copy the secret'}).click();
    await page.getByText('The secret is copied.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^[\da-f]{64}$/);
    await page.getByRole('button', {name: 'Show the secret'}).click();
    await page.getByText(copied).waitFor();
    await page.getByRole('button', {name: 'Make a new secret'}).click();
    await page.locator('wa-dialog wa-button', {hasText: 'Make a new secret'}).click();
    await page.getByText('The secret before this one counts until').waitFor();
    const fresh = await secretIn();
    assert.notEqual(fresh, copied);

    await test(visitorToken(copied, {sub: '7', email: 'jane@example.com'}));
    await page.getByText('The token is good.').waitFor();
    await page.getByText('jane@example.com', {exact: true}).waitFor();
    await test(visitorToken(fresh, {sub: '7', emailAddress: 'jane@example.com'}));
    await page.getByText('Nothing is filled in: emailAddress is not looked at').waitFor();
    await test(visitorToken(fresh, {sub: '7', exp: 1_000_000_000}));
    await page.getByText('TOKEN_EXPIRED').waitFor();
    await page.getByText('It was kept for too long').waitFor();
    await test(visitorToken('0'.repeat(64), {sub: '7'}));
    await page.getByText('INVALID_VISITOR_TOKEN').waitFor();
    await page.getByText('AIW_WIDGET_SECRET on your server is not the secret above').waitFor();
    assert.deepEqual(await faultsOf(page), []);
  });

  it('the code stands there for each language', async () => {
    await ada.goTo(`/widgets/${id}/identity`);
    for (const [name, word] of [
      ['Node', 'jsonwebtoken'],
      ['Python', 'mint_visitor_token'],
      ['PHP', 'mintVisitorToken(string'],
      ['Ruby', 'OpenSSL'],
      ['Go', 'package visitor'],
      ['Java', 'public final class VisitorToken'],
      ['C#', 'public static class VisitorToken'],
    ] as const) {
      await ada.page.getByRole('tab', {name, exact: true}).click();
      await ada.page.getByRole('tabpanel').getByText(word).first().waitFor();
    }
    assert.deepEqual(ada.console, []);
  });

  it('limits and consent are saved in the draft; what is wrong is said at its field', async () => {
    await ada.goTo(`/widgets/${id}/limits`);
    const {page} = ada;
    await page.getByLabel('Calls at once', {exact: true}).fill('0');
    await page.getByRole('switch', {name: 'Ask for consent before a call'}).press('Space');
    await page.getByRole('button', {name: 'Save'}).click();
    await page.getByText('It cannot be saved: 2 fields').waitFor();
    assert.deepEqual(await faultsOf(page), []);
    await page.getByLabel('Calls at once', {exact: true}).fill('5');
    await page.getByLabel('Text of the consent').fill('What you say is kept for 30 days.');
    await page.keyboard.press('Control+s');
    await page.getByText('Saved in the draft.').waitFor();
    const {settings} = await widget();
    assert.equal(settings.limits.callsAtOnce, 5);
    assert.deepEqual(settings.consent, {text: 'What you say is kept for 30 days.'});
  });

  it('retention is in force at once, and the webhook shows its secret once', async () => {
    await ada.goTo(`/widgets/${id}/limits`);
    const {page} = ada;
    await page.getByLabel('Words of calls, in days').fill('30');
    assert.equal(await page.getByRole('button', {name: 'Save'}).count(), 0);
    await page.getByRole('link', {name: 'Leads'}).click();
    await page.locator('wa-dialog wa-button', {hasText: 'Cancel'}).click();
    await page.locator('wa-dialog').waitFor({state: 'detached'});
    await page.getByRole('button', {name: 'Apply now'}).click();
    await page.locator('wa-dialog wa-button', {hasText: 'Delete it'}).click();
    await page.getByText('In force now.').waitFor();
    assert.equal((await widget()).retention.transcriptDays, 30);
    await page.getByLabel('Address', {exact: true}).fill('http://crm.acme.com/');
    await page.getByRole('button', {name: 'Switch on'}).click();
    await page.getByText('must be https').waitFor();
    await page.getByLabel('Address', {exact: true}).fill('https://crm.acme.com/');
    await page.getByRole('button', {name: 'Switch on'}).click();
    const secret = page.getByRole('region', {name: 'Copy: Signing secret'});
    assert.match((await secret.textContent()) ?? '', /whsec_/);
    await page.getByRole('button', {name: 'Switch off'}).click();
    await page.locator('wa-dialog wa-button', {hasText: 'Switch off'}).click();
    await page.getByText('The webhook is off.').waitFor();
    assert.equal((await widget()).webhookUrl, null);
    assert.deepEqual(ada.console, []);
  });
});
