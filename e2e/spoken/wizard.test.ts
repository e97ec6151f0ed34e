/** From an empty data directory to a live widget, a conversation and a lead. */
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Locator} from 'playwright-core';
import {HostSite, page} from '../../testing/journey/host.js';
import {Operator, OPERATOR} from '../../testing/journey/operator.js';
import {ServerProcess} from '../../testing/journey/server.js';
import {Visitor} from '../../testing/journey/visitor.js';

const FACTS = `<main><h1>Plans</h1>
  <p>The starter plan costs nine dollars a month. It has one user and email support.</p>
  <p>The pro plan costs thirty dollars a month. It has ten users and telephone support.</p>
  <h2>Opening hours</h2><p>We are open from nine to six, Monday to Saturday.</p></main>`;

let server: ServerProcess;
before(async () => {
  server = await ServerProcess.start();
});
after(() => server.close());

/** What a person does: each click, and each field that is filled in. */
class Actions {
  count = 0;

  async click(target: Locator): Promise<void> {
    this.count++;
    await target.click();
  }

  async fill(target: Locator, text: string): Promise<void> {
    this.count++;
    await target.fill(text);
  }
}

/** A site whose page can be given the widget's tag later. */
async function site() {
  const pages = {'/': page(FACTS)};
  const host = await HostSite.start(pages);
  const embed = (tag: string) => {
    pages['/'] = page(FACTS + tag);
  };
  return {host, embed};
}

test('an operator goes live from nothing in at most 25 actions, and finds what visitors left', async () => {
  const {host, embed} = await site();
  const operator = await Operator.arrive(server);
  const {page: dashboard} = operator;
  const button = (name: string | RegExp) => dashboard.getByRole('button', {name});
  const field = (label: string) => dashboard.getByLabel(label, {exact: true});
  const act = new Actions();

  // The link of the terminal makes the account.
  act.count++;
  await dashboard.goto(server.setUpUrl);
  await act.fill(field('Your name'), OPERATOR.name);
  await act.fill(field('Email address'), OPERATOR.email);
  await act.fill(field('Password'), OPERATOR.password);
  await act.click(button('Continue'));

  // 1 Domain
  await act.fill(field('Domain'), 'localhost');
  await dashboard.getByText('http://localhost:3000').waitFor();
  await act.click(button('Continue'));
  // 2 Page
  await act.fill(field('Address of the page'), host.url('/'));
  await act.click(button('Check the page'));
  await dashboard.getByText('The widget’s tag is not on the page yet.').waitFor();
  await act.click(button('Save and continue'));
  // 3 Agent
  await act.fill(field('Greeting'), 'Hello, I am Robin. What would you like to know?');
  await act.fill(field('Name'), 'Robin');
  await act.click(button('Save and continue'));
  // 4 Knowledge
  await act.click(button('Read my pages'));
  await dashboard.getByText('Read: 1 page').waitFor();
  await act.click(button('Save and continue'));
  // 5 Appearance, with the real element
  await dashboard.locator('aiw-live-preview aiw-voice-widget button[part=launcher]').waitFor();
  await act.click(button('#0f766e'));
  await act.click(button('Save and continue'));
  // 6 Conversation
  await act.click(button('Continue'));
  // 7 Go live
  await act.click(button('Go live'));
  await dashboard.getByText('Waiting for the first page that has it.').waitFor();
  await act.click(dashboard.locator('aiw-embed-snippet wa-copy-button').first());
  const tag = await dashboard.evaluate(() => navigator.clipboard.readText());
  embed(tag);

  // A visitor asks aloud, and in writing.
  const visitor = await Visitor.arrive(host.url('/'), {says: [{at: 7, say: 'starter-cost'}]});
  await dashboard.getByText(/We see your widget on localhost/).waitFor();
  await visitor.tapOrb();
  await visitor.isHeard(/starter plan/i);
  await visitor.agentSays(/nine dollars/i);
  await visitor.types('My email address is jane@example.com');
  await visitor.sees(visitor.pill);
  await visitor.pill.getByRole('button', {name: 'Confirm'}).click();
  await visitor.agentSays(/thank/i);
  await visitor.types('When are you open?');
  await visitor.agentSays(/nine to six/i);
  await visitor.leave();

  // The operator finds them.
  await act.click(dashboard.getByRole('link', {name: 'Leads'}));
  await dashboard.getByText('jane@example.com').first().waitFor();
  await act.click(dashboard.getByRole('link', {name: 'Conversations', exact: true}));
  await act.click(dashboard.getByRole('link', {name: /starter/i}).first());
  await dashboard
    .getByText(/We are open from nine to six/)
    .first()
    .waitFor();
  await dashboard.getByText('jane@example.com').first().waitFor();

  assert.ok(act.count <= 25, `${act.count} actions`);
  assert.deepEqual(operator.console, []);
  await operator.close();
  await host.close();
});
