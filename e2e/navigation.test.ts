/** A call on a site of ordinary documents, each loaded in full (§7.1). */
import assert from 'node:assert/strict';
import {join} from 'node:path';
import {afterEach, describe, it} from 'node:test';
import SQLite from 'better-sqlite3';
import {DocumentSite, framesOf, resumed, SITE} from '../testing/journey/documents.js';
import {until, type Visitor, type Visit} from '../testing/journey/visitor.js';

let site: DocumentSite;
let visitor: Visitor;

/** Puts a page of the site before a visitor. */
async function arrive(visit: Visit = {}): Promise<Visitor> {
  visitor = await site.receive(visit);
  return visitor;
}

describe('on a site of documents', {timeout: 240_000}, () => {
  afterEach(async () => {
    await visitor.leave();
    await site.close();
  });

  it('a reload and a link keep the call, muted or typed, and what was said', async () => {
    site = await DocumentSite.open();
    const {page, panel} = await arrive();
    await visitor.tapOrb();
    await visitor.hears('audioStart');
    await visitor.presses('Mute');
    await page.reload();
    await resumed(visitor);
    await panel.getByRole('button', {name: 'Unmute'}).waitFor();
    assert.equal(framesOf(visitor.sent, 'mic').at(-1)?.muted, true);
    await page.getByRole('link', {name: 'Contact'}).click();
    await page.waitForURL(`${SITE}/contact`);
    await resumed(visitor, 2);
    await visitor.types('What does the starter plan cost?');
    await visitor.agentSays(/\$19/);
    await panel.getByText('$19').first().waitFor();
    await visitor.presses('Hang up');
    await until(
      () => framesOf(visitor.sent, 'end').length > 0,
      () => 'The server was not told of the end.',
    );
    await page.reload();
    await visitor.orb.waitFor();
    await page.evaluate(
      () => (window as unknown as {AIWWidget: {ready: Promise<void>}}).AIWWidget.ready,
    );
    assert.equal(await panel.count(), 0, 'a call that was hung up does not come back');
    const {endReason} = await site.onlySession();
    assert.equal(endReason, 'visitor');
  });

  it('asks for one tap where the browser makes no sound without one', async () => {
    site = await DocumentSite.open();
    const {page, panel} = await arrive({sound: 'after-a-tap'});
    await visitor.tapOrb();
    await visitor.hears('audioStart');
    await page.reload();
    await resumed(visitor);
    assert.equal(framesOf(visitor.sent, 'hello').at(-1)?.mode, 'text');
    await visitor.types('What does the starter plan cost?');
    await visitor.agentSays(/\$19/);
    const before = visitor.received.length;
    await visitor.presses('Tap to go on talking');
    await panel.getByRole('button', {name: 'Mute'}).waitFor();
    await visitor.types('Take me to the contact page');
    await until(
      () => framesOf(visitor.received.slice(before), 'audioStart').length > 0,
      () => 'The agent did not speak again.',
    );
    await page.waitForURL(`${SITE}/contact`);
    await site.onlySession();
  });

  it('leaves the call to its tab', async () => {
    site = await DocumentSite.open({AIW_VOICE: 'off'});
    const {page} = await arrive();
    await visitor.tapOrb();
    await visitor.hears('ready');
    const kept = await page.evaluate(() => ({...sessionStorage}));
    assert.deepEqual(kept, {}, 'nothing that a duplicate could copy');
    await page.reload();
    await resumed(visitor);
    const [copy] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate(() => void open('/contact')),
    ]);
    await copy.waitForLoadState();
    await copy.locator('aiw-voice-widget button[part=launcher]').waitFor();
    assert.equal(await copy.locator('aiw-panel').count(), 0);
    await visitor.types('What does the starter plan cost?');
    await visitor.agentSays(/\$19/);
  });

  for (const [what, isOver, sessions] of [
    ['goes on in its session, also on a server that was killed meanwhile', false, 1],
    ['begins anew, with the words still there, where its session is over', true, 2],
  ] as const) {
    it(what, async () => {
      site = await DocumentSite.open({AIW_VOICE: 'off'});
      const {page, panel} = await arrive();
      await visitor.tapOrb();
      await visitor.hears('ready');
      await visitor.types('What does the starter plan cost?');
      await visitor.agentSays(/\$19/);
      await site.server.kill('SIGKILL');
      if (isOver) endSessions(site.server.dataDir);
      await site.server.launch();
      await page.reload();
      await until(
        () => framesOf(visitor.received, 'ready').at(1)?.resumed === !isOver,
        () => `Not ${isOver ? 'a new' : 'the same'} session.`,
      );
      await panel.getByText('$19').first().waitFor();
      const stored = await site.server.command<{sessions: unknown[]}>('sessions', 'list');
      assert.equal(stored.sessions.length, sessions);
    });
  }

  it('offers the functions of the page that it is on, also once the server was lost', async () => {
    site = await DocumentSite.open({AIW_VOICE: 'off'});
    const {page} = await arrive();
    const declare = (answer: string) =>
      page.evaluate(
        `AIWWidget.setClientTools({orderStatus: {
          description: 'Looks up where an order is',
          parameters: {type: 'object', required: ['id'], properties: {id: {type: 'string'}}},
          handler: ({id}) => 'Order ' + id + ' is ${answer}.',
        }})`,
      );
    const asks = async (id: string, answer: RegExp) => {
      await visitor.types(`Where is my order ${id}?`);
      await visitor.agentSays(answer);
    };
    await declare('on its way');
    await visitor.tapOrb();
    await visitor.hears('ready');
    await asks('4711', /^Order 4711 is on its way\.$/);
    await page.getByRole('link', {name: 'Contact'}).click();
    await page.waitForURL(`${SITE}/contact`);
    await resumed(visitor);
    await asks('4712', /cannot look that up on this page/);
    const told = framesOf(visitor.sent, 'tools').length;
    await declare('packed');
    await until(
      () => framesOf(visitor.sent, 'tools').length > told,
      () => 'The agent is not told of the functions.',
    );
    await asks('4713', /^Order 4713 is packed\.$/);
    const before = framesOf(visitor.received, 'ready').length;
    await site.server.kill('SIGKILL');
    await site.server.launch();
    await until(
      () => framesOf(visitor.received, 'ready').length > before,
      () => 'The call does not go on.',
    );
    await asks('4714', /^Order 4714 is packed\.$/);
    assert.deepEqual(
      visitor.console.filter(line => line.startsWith('[aiw:tools]')),
      [],
    );
  });
});

/** As though they had been over before the server was killed. */
function endSessions(dataDir: string): void {
  const database = new SQLite(join(dataDir, 'aiw.sqlite'));
  database.exec("UPDATE sessions SET ended_at = '2030-01-01T00:00:00.000Z', end_reason = 'agent'");
  database.close();
}
