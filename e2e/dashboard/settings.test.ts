import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {faultsOf} from '../../testing/journey/axe.js';
import {Operator, OPERATOR} from '../../testing/journey/operator.js';
import {ServerProcess} from '../../testing/journey/server.js';
import {totp} from '../../testing/journey/totp.js';

const GRACE = {name: 'Grace Hopper', email: 'grace@example.com', password: 'another good password'};

describe('the settings', {timeout: 180_000}, () => {
  let server: ServerProcess;
  let ada: Operator;
  const others: Operator[] = [];

  before(async () => {
    server = await ServerProcess.start({AIW_VOICE: 'off'});
    ada = await Operator.first(server);
  });
  after(async () => {
    await ada.close();
    await server.close();
  });
  afterEach(async () => {
    for (const other of others.splice(0)) await other.close();
  });

  /** Another browser, closed after the test. */
  const another = async () => {
    const other = await Operator.arrive(server);
    others.push(other);
    return other;
  };
  const notice = (text: RegExp, {page} = ada) =>
    page.getByRole('status').filter({hasText: text}).first().waitFor();
  const signIn = async ({page}: Operator, password: string) => {
    await page.goto(`${server.url}/dashboard/sign-in`);
    await page.getByLabel('Email address').fill(OPERATOR.email);
    await page.getByLabel('Password', {exact: true}).fill(password);
    await page.getByRole('button', {name: 'Sign in'}).click();
  };

  it('are tabs with addresses of their own, and can be read by everybody', async () => {
    await ada.goTo('/settings');
    const {page} = ada;
    for (const [name, title] of [
      ['People', 'Invite somebody'],
      ['API keys', 'API keys'],
      ['Webhook deliveries', 'Webhook deliveries'],
      ['Audit log', 'Audit log'],
      ['You', 'Signed-in browsers'],
    ] as const) {
      await page.getByRole('link', {name, exact: true}).click();
      await page.getByRole('heading', {name: title}).waitFor();
      await page.waitForLoadState('networkidle');
      assert.deepEqual(await faultsOf(page), [], name);
    }
    assert.match(page.url(), /\/dashboard\/settings$/);
    assert.deepEqual(ada.console, []);
  });

  it('somebody joins by a link, sees no secret, and does nothing to people', async () => {
    await ada.goTo('/settings/people');
    const {page} = ada;
    await page.getByRole('combobox', {name: 'Role', exact: true}).click();
    await page.getByRole('option', {name: 'Viewer'}).last().click();
    await page.getByLabel('Email address (optional)').fill(GRACE.email);
    await page.getByRole('button', {name: 'Make a link'}).click();
    const link = page.getByRole('region', {name: 'Copy: Invitation link'});
    const url = ((await link.textContent()) ?? '').trim();
    assert.match(url, /\/dashboard\/join#\S+$/);
    await page.getByText('Open invitations').waitFor();

    const grace = await another();
    await grace.joins(url, GRACE);
    const {id} = await ada.api<{id: string}>('POST', '/widgets', {domain: 'acme.com'});
    await grace.goTo('/settings/people');
    await grace.page.getByText('Ada Lovelace').waitFor();
    for (const name of [/^Remove/, 'Make a link', 'Withdraw']) {
      assert.equal(await grace.page.getByRole('button', {name}).count(), 0, String(name));
    }
    for (const name of ['API keys', 'Audit log']) {
      assert.equal(await grace.page.getByRole('link', {name}).count(), 0, name);
    }
    await grace.goTo('/settings/keys');
    await grace.page.getByText('This is for owners').waitFor();
    await grace.goTo(`/widgets/${id}/identity`);
    await grace.page.getByText('Only an owner of the account can see it.').waitFor();
    assert.equal(await grace.page.getByRole('button', {name: 'Show the secret'}).count(), 0);
    assert.deepEqual(grace.console, []);

    await ada.goTo('/settings/people');
    await page.getByRole('button', {name: 'Remove Grace Hopper'}).click();
    await page.locator('wa-dialog wa-button', {hasText: 'Remove'}).click();
    await notice(/Grace Hopper is removed/);
    await grace.goTo('/settings');
    await grace.page.getByRole('button', {name: 'Sign in'}).waitFor();
  });

  it('a link that is withdrawn leads nowhere', async () => {
    const {url} = await ada.api<{url: string}>('POST', '/invites', {role: 'editor'});
    await ada.goTo('/settings/people');
    await ada.page.getByRole('button', {name: 'Withdraw'}).first().click();
    await notice(/withdrawn/);
    const stranger = await another();
    await stranger.page.goto(url);
    await stranger.page.getByText('This link does not work').waitFor();
  });

  it('a key is shown once, works, and is revoked', async () => {
    await ada.goTo('/settings/keys');
    const {page} = ada;
    await page.getByLabel('Name').fill('Weekly report');
    await page.getByRole('button', {name: 'Make a key'}).click();
    const shown = page.getByRole('region', {name: /Weekly report/});
    const key = ((await shown.textContent()) ?? '').trim();
    const ask = () =>
      fetch(`${server.url}/api/operator/widgets`, {headers: {authorization: `Bearer ${key}`}});
    assert.equal((await ask()).status, 200);
    await page.getByRole('button', {name: 'I have copied it'}).click();
    assert.equal(await page.getByText(key).count(), 0);
    await page.getByRole('button', {name: /Revoke/}).click();
    await page.locator('wa-dialog wa-button', {hasText: 'Revoke'}).click();
    await notice(/revoked/);
    assert.equal((await ask()).status, 401);
  });

  it('the audit log says in words who did what', async () => {
    const {id} = await ada.api<{id: string}>('POST', '/widgets', {
      ...{domain: 'fernhill.com', name: 'Fernhill'},
    });
    await ada.api('POST', `/widgets/${id}/secret/reveal`);
    await ada.goTo('/settings/audit');
    const entries = ada.page.getByRole('listitem');
    await entries.filter({hasText: /Ada Lovelace\s+made\s+Fernhill/}).waitFor();
    await entries.filter({hasText: /Ada Lovelace\s+looked at the secret of\s+Fernhill/}).waitFor();
  });

  it('a second factor is set up, asked for, and switched off again', async () => {
    await ada.goTo('/settings');
    const {page} = ada;
    await page.getByRole('button', {name: 'Set up …'}).click();
    await page.getByLabel('Your password').fill(OPERATOR.password);
    await page.getByRole('button', {name: 'Continue'}).click();
    const key = await page.getByRole('region', {name: 'Copy the key'}).textContent();
    const codes = await page.getByRole('region', {name: 'Copy the backup codes'}).textContent();
    assert.ok((codes ?? '').trim().split('\n').length >= 5);
    await page.getByRole('img', {name: /QR code/}).waitFor();
    assert.deepEqual(await faultsOf(page), []);
    await page.getByLabel('The code that the app shows now').fill('000000');
    await page.getByRole('button', {name: 'Switch on'}).click();
    await page.getByRole('alert').filter({hasText: 'The code is not right'}).waitFor();
    await page.getByLabel('The code that the app shows now').fill(totp((key ?? '').trim()));
    await page.getByRole('button', {name: 'Switch on'}).click();
    await notice(/The second factor is on/);

    const elsewhere = await another();
    await signIn(elsewhere, OPERATOR.password);
    await elsewhere.page.getByLabel(/code/i).fill(totp((key ?? '').trim()));
    await elsewhere.page.getByRole('button', {name: /Sign in|Continue/}).click();
    await elsewhere.page.getByRole('navigation', {name: 'Main'}).waitFor();

    await page.getByRole('button', {name: 'Switch off …'}).click();
    await page.getByLabel('Your password').fill(OPERATOR.password);
    await page.getByRole('button', {name: 'Switch off'}).click();
    await notice(/The second factor is off/);
  });

  it('another browser is signed out, and so are all by a new password', async () => {
    const elsewhere = await another();
    await signIn(elsewhere, OPERATOR.password);
    await elsewhere.page.getByRole('navigation', {name: 'Main'}).waitFor();
    await ada.goTo('/settings');
    const {page} = ada;
    await page.getByText('This browser').waitFor();
    await page.getByRole('listitem').getByRole('button', {name: 'Sign out'}).first().click();
    await notice(/is signed out/);
    await page.getByLabel('Present password').fill('not the password');
    await page.getByLabel('New password').fill('a new and good password');
    await page.getByRole('button', {name: 'Change password'}).click();
    await page.getByRole('alert').filter({hasText: 'not right'}).waitFor();
    await page.getByLabel('Present password').fill(OPERATOR.password);
    await page.getByRole('button', {name: 'Change password'}).click();
    await notice(/Your password is changed/);
    await elsewhere.goTo('/settings');
    await elsewhere.page.getByRole('button', {name: 'Sign in'}).waitFor();
    await ada.goTo('/settings');
    await page.getByText('This browser').waitFor();
  });
});
