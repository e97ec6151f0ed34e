/** A site of ordinary documents, each loaded in full, in the middle of a call (§7.1). */
import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, afterEach, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import SQLite from 'better-sqlite3';
import {ServerProcess} from '../../testing/journey/server.js';
import {until, Visitor, type Seen, type Visit} from '../../testing/journey/visitor.js';

const SITE = 'https://www.acme.com';
const HOSTS = fileURLToPath(new URL('../hosts/navigation/', import.meta.url));
const NAVIGATION = {
  enabled: true,
  targets: [
    {label: 'Pricing', url: '/pricing', sectionSelector: '#plans'},
    {label: 'Contact', url: '/contact'},
  ],
  site: 'documents',
};
const KNOWLEDGE = '# Plans\n\nThe Starter plan costs $19 a month.\n';

/** A session as `aiw-server sessions show` prints it. */
interface Details {
  endReason: string | null;
  turns: {role: string; text: string}[];
  pages: {url: string}[];
}

let server: ServerProcess;
let folder: string;
let token: string;
let visitor: Visitor;

/** Puts a page of the site before a visitor. */
async function arrive(visit: Visit = {}): Promise<Visitor> {
  visitor = await Visitor.arrive('about:blank', visit);
  await visitor.page.context().route(`${SITE}/**`, async route => {
    const name = new URL(route.request().url()).pathname.slice(1) || 'index';
    const html = await readFile(join(HOSTS, `${name}.html`), 'utf8').catch(() => null);
    if (html === null) return route.fulfill({status: 404});
    const body = html.replace('%TAG%', `${server.url}/aiw-voice-widget.js`);
    return route.fulfill({contentType: 'text/html', body: body.replace('%TOKEN%', token)});
  });
  await visitor.page.goto(`${SITE}/`);
  return visitor;
}

const frames = (list: readonly Seen[], type: string) =>
  list.filter(({frame}) => frame.type === type).map(({frame}) => frame);

/** Waits until the call goes on on a page that was loaded after `hellos` others. */
async function resumed(hellos = 1): Promise<void> {
  await until(
    () => frames(visitor.received, 'ready').filter(frame => frame.resumed).length >= hellos,
    () => `The call was not resumed: ${JSON.stringify(frames(visitor.sent, 'hello'))}`,
  );
}

async function onlySession(): Promise<Details & {id: string}> {
  const {sessions} = await server.command<{sessions: {id: string}[]}>('sessions', 'list');
  assert.equal(sessions.length, 1, 'one session');
  const {id} = sessions[0] as {id: string};
  return {...(await server.command<Details>('sessions', 'show', id)), id};
}

const keptKeys = () => visitor.page.evaluate(() => Object.keys(sessionStorage));

describe('on a site of documents', {timeout: 240_000}, () => {
  const start = async (env: Record<string, string> = {}) => {
    server = await ServerProcess.start(env);
    const files = {navigation: JSON.stringify(NAVIGATION), knowledge: KNOWLEDGE};
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    ({token} = await server.command<{token: string}>(
      ...['widget', 'create', '--domain', 'acme.com', '--page-url', `${SITE}/`, '--live'],
      ...['--modes', 'voice,text', '--navigation', join(folder, 'navigation')],
      ...['--knowledge', join(folder, 'knowledge')],
    ));
  };
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aiw-documents-'));
  });
  after(() => rm(folder, {recursive: true, force: true}));
  afterEach(async () => {
    await visitor.leave();
    await server.close();
  });

  it('a visitor asks aloud for a page, and the same call goes on there, aloud', async () => {
    await start();
    const {page, panel} = await arrive({says: [{at: 8, say: 'pricing-page'}]});
    await page.evaluate(() => Object.assign(window, {sameRealm: true}));
    await visitor.tapOrb();
    await visitor.isHeard(/pricing/i);
    await page.waitForURL(`${SITE}/pricing`);
    await resumed();
    assert.equal(await page.evaluate(() => 'sameRealm' in window), false, 'a page was loaded');
    await until(
      () => frames(visitor.sent, 'navigation').find(({result}) => result === 'done'),
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
    const again = () => frames(visitor.received.slice(before), 'audioStart').length > 0;
    // The microphone's recording begins anew with the page.
    await until(again, () => `Nothing was answered aloud:\n${visitor.transcript().join('\n')}`);
    assert.deepEqual(await keptKeys(), []);
    const {turns, pages, endReason} = await onlySession();
    assert.equal(endReason, null);
    assert.deepEqual(
      pages.map(({url}) => url),
      [`${SITE}/pricing`],
    );
    assert.ok(turns.filter(({text}) => /pricing/i.test(text)).length >= 2);
    assert.deepEqual(visitor.console, []);
  });

  it('a reload and a link keep the call, muted or typed, and what was said', async () => {
    await start();
    const {page, panel} = await arrive();
    await visitor.tapOrb();
    await visitor.hears('audioStart');
    await visitor.presses('Mute');
    await page.reload();
    await resumed();
    await panel.getByRole('button', {name: 'Unmute'}).waitFor();
    assert.equal(frames(visitor.sent, 'mic').at(-1)?.muted, true);
    await page.getByRole('link', {name: 'Contact'}).click();
    await page.waitForURL(`${SITE}/contact`);
    await resumed(2);
    await visitor.types('What does the starter plan cost?');
    await visitor.agentSays(/\$19/);
    await panel.getByText('$19').first().waitFor();
    await visitor.presses('Hang up');
    await until(
      () => frames(visitor.sent, 'end').length > 0,
      () => 'The server was not told of the end.',
    );
    await page.reload();
    await visitor.orb.waitFor();
    await page.evaluate(
      () => (window as unknown as {AIWWidget: {ready: Promise<void>}}).AIWWidget.ready,
    );
    assert.equal(await panel.count(), 0, 'a call that was hung up does not come back');
    const {endReason} = await onlySession();
    assert.equal(endReason, 'visitor');
  });

  it('asks for one tap where the browser makes no sound without one', async () => {
    await start();
    const {page, panel} = await arrive({sound: 'after-a-tap'});
    await visitor.tapOrb();
    await visitor.hears('audioStart');
    await page.reload();
    await resumed();
    assert.equal(frames(visitor.sent, 'hello').at(-1)?.mode, 'text');
    await visitor.types('What does the starter plan cost?');
    await visitor.agentSays(/\$19/);
    const before = visitor.received.length;
    await visitor.presses('Tap to go on talking');
    await panel.getByRole('button', {name: 'Mute'}).waitFor();
    await visitor.types('Take me to the contact page');
    await until(
      () => frames(visitor.received.slice(before), 'audioStart').length > 0,
      () => 'The agent did not speak again.',
    );
    await page.waitForURL(`${SITE}/contact`);
    await onlySession();
  });

  it('leaves the call to its tab', async () => {
    await start({AIW_VOICE: 'off'});
    const {page} = await arrive();
    await visitor.tapOrb();
    await visitor.hears('ready');
    const kept = await page.evaluate(() => ({...sessionStorage}));
    assert.deepEqual(kept, {}, 'nothing that a duplicate could copy');
    await page.reload();
    await resumed();
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
      await start({AIW_VOICE: 'off'});
      const {page, panel} = await arrive();
      await visitor.tapOrb();
      await visitor.hears('ready');
      await visitor.types('What does the starter plan cost?');
      await visitor.agentSays(/\$19/);
      await server.kill('SIGKILL');
      if (isOver) endSessions(server.dataDir);
      await server.launch();
      await page.reload();
      await until(
        () => frames(visitor.received, 'ready').at(1)?.resumed === !isOver,
        () => `Not ${isOver ? 'a new' : 'the same'} session.`,
      );
      await panel.getByText('$19').first().waitFor();
      const stored = await server.command<{sessions: unknown[]}>('sessions', 'list');
      assert.equal(stored.sessions.length, sessions);
    });
  }

  it('offers the functions of the page that it is on, also once the server was lost', async () => {
    await start({AIW_VOICE: 'off'});
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
    await resumed();
    await asks('4712', /cannot look that up on this page/);
    const told = frames(visitor.sent, 'tools').length;
    await declare('packed');
    await until(
      () => frames(visitor.sent, 'tools').length > told,
      () => 'The agent is not told of the functions.',
    );
    await asks('4713', /^Order 4713 is packed\.$/);
    const before = frames(visitor.received, 'ready').length;
    await server.kill('SIGKILL');
    await server.launch();
    await until(
      () => frames(visitor.received, 'ready').length > before,
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
