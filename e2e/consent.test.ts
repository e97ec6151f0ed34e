/** Consent before the first call, and a site that allows no storage, against the built server. */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {ServerProcess} from '../testing/journey/server.js';
import {until, Visitor, type Visit} from '../testing/journey/visitor.js';

const TEXT = 'Ava turns what you say into text, and we keep it for 30 days.';
const POLICY = 'https://acme.com/privacy';
const AGREE = 'Agree and go on';

interface Session {
  id: string;
  mode: string;
  consent: {version: string; agreedAt: string} | null;
}

let server: ServerProcess;
let visitor: Visitor;
/** Of the widget under test. */
let widget: {id: string; token: string};

/** A page of its own for a widget of its own. */
async function visit(
  options: readonly string[],
  {attributes = '', ...how}: Visit & {attributes?: string} = {},
): Promise<void> {
  const site = ['--domain', 'acme.com', '--page-url', 'https://acme.com/', '--live'];
  widget = await server.command<typeof widget>('widget', 'create', ...site, ...options);
  // Counts what a page asks of the browser, in every document.
  visitor = await Visitor.arrive('about:blank', {
    ...how,
    script: () => {
      Object.assign(window, {microphones: 0});
      const {getUserMedia} = MediaDevices.prototype;
      MediaDevices.prototype.getUserMedia = function (...wishes) {
        Object.assign(window, {microphones: 1});
        return getUserMedia.apply(this, wishes);
      };
    },
  });
  const tag = `<script src="${server.url}/aiw-voice-widget.js" data-widget-token="${widget.token}" ${attributes}></script>`;
  const body = `<!doctype html><meta charset="utf-8"><title>Shop</title><h1>Shop</h1>${tag}`;
  await visitor.page
    .context()
    .route(`${server.url}/shop`, route => route.fulfill({contentType: 'text/html', body}));
  await visitor.page.goto(`${server.url}/shop`);
}

const asking = ['--consent', TEXT, '--consent-url', POLICY];
const isAsked = () => visitor.sees(visitor.panel.getByText(TEXT));
const storage = () =>
  visitor.page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
const setStorage = (mode: 'all' | 'none') =>
  visitor.page.evaluate(
    value =>
      (window as Window & {AIWWidget?: {setStorage(mode: string): void}}).AIWWidget?.setStorage(
        value,
      ),
    mode,
  );
const microphones = () =>
  visitor.page.evaluate(() => (window as unknown as {microphones: number}).microphones);

/** Sessions that this widget's visitors have started, newest first, as the operator sees them. */
async function sessions(): Promise<Session[]> {
  const {sessions: all} = await server.command<{sessions: (Session & {widgetId: string})[]}>(
    'sessions',
    'list',
  );
  const own = all.filter(({widgetId}) => widgetId === widget.id);
  return Promise.all(own.map(({id}) => server.command<Session>('sessions', 'show', id)));
}

describe('a widget that asks for consent', {timeout: 180_000}, () => {
  before(async () => {
    server = await ServerProcess.start();
  });
  afterEach(() => visitor.leave());
  after(() => server.close());

  it('asks before it does anything, and one tap then starts the spoken call', async () => {
    await visit(asking);
    const posted: string[] = [];
    visitor.page.on('request', request => {
      if (request.method() === 'POST') posted.push(new URL(request.url()).pathname);
    });
    await visitor.tapOrb();
    await isAsked();
    const link = visitor.panel.getByRole('link', {name: /Privacy policy/});
    assert.equal(await link.getAttribute('href'), POLICY);
    assert.equal(await link.getAttribute('target'), '_blank');
    assert.deepEqual(
      posted.filter(path => path !== '/api/widget/resolve'),
      [],
    );
    assert.equal(await microphones(), 0);
    assert.deepEqual(await storage(), []);
    const before = Date.now();
    await visitor.presses(AGREE);
    await visitor.agentSays(/Ava/);
    await visitor.hears('audioStart');
    assert.equal(await microphones(), 1);
    assert.deepEqual(await storage(), [`aiw:${widget.token}:consent`]);
    const [session] = await sessions();
    assert.equal(session?.mode, 'voice');
    assert.match(session?.consent?.version ?? '', /^[0-9a-f]{16}$/);
    const agreedAt = Date.parse(session?.consent?.agreedAt ?? '');
    assert.ok(agreedAt >= before && agreedAt <= Date.now(), 'when they agreed');
  });

  it('remembers it over a reload, and asks anew for another text', async () => {
    await visit([...asking, '--modes', 'text']);
    const {page} = visitor;
    await visitor.tapOrb();
    await isAsked();
    await visitor.presses(AGREE);
    await visitor.hears('ready');
    await visitor.presses('Hang up');
    await visitor.sees(visitor.panel.getByText(/ended/i));
    await page.reload();
    visitor.received.length = 0;
    await visitor.tapOrb();
    await visitor.hears('ready');
    await visitor.presses('Hang up');
    await visitor.sees(visitor.panel.getByText(/ended/i));
    const changed = 'We keep it for a year.';
    await server.command('widget', 'edit', widget.id, '--consent', changed);
    await server.command('widget', 'publish', widget.id);
    await page.reload();
    visitor.received.length = 0;
    await visitor.tapOrb();
    await visitor.sees(visitor.panel.getByText(changed));
    assert.equal((await sessions()).length, 2);
    await visitor.presses(AGREE);
    await visitor.hears('ready');
    const versions = (await sessions()).map(({consent}) => consent?.version);
    assert.equal(versions.length, 3);
    assert.equal(new Set(versions).size, 2, 'the operator sees who agreed to which text');
  });

  it('starts nothing where it is declined, and sends what was written once it is not', async () => {
    await visit([...asking, '--modes', 'text']);
    await visitor.tapOrb();
    await isAsked();
    await visitor.presses('Not now');
    await visitor.sees(visitor.panel.getByText('Nothing was started or sent'));
    await visitor.types('What can you do?');
    await isAsked();
    await visitor.sees(visitor.panel.getByText('What can you do?'));
    assert.deepEqual(await sessions(), []);
    assert.deepEqual(await storage(), []);
    await visitor.presses(AGREE);
    await visitor.isHeard(/What can you do/);
    assert.equal((await sessions()).length, 1);
  });

  it('looks the same to the keyboard: Tab, Tab, Tab, Enter', async () => {
    await visit(asking);
    const {page} = visitor;
    await visitor.orb.focus();
    await page.keyboard.press('Enter');
    await isAsked();
    await until(
      () => page.evaluate(() => document.activeElement?.localName === 'aiw-voice-widget'),
      () => 'Focus is not in the widget.',
    );
    const agree = visitor.panel.getByRole('button', {name: AGREE});
    await until(
      async () => {
        await page.keyboard.press('Tab');
        return agree.evaluate(
          element => (element.getRootNode() as ShadowRoot).activeElement === element,
        );
      },
      () => 'The button cannot be reached.',
    );
    await page.keyboard.press('Enter');
    await visitor.hears('ready');
  });

  it('says that an AI speaks, in the operator’s words', async () => {
    await visit(['--disclosure', 'Ava is an AI of Acme.', '--modes', 'text']);
    await visitor.tapOrb();
    await visitor.sees(visitor.panel.getByText('Ava is an AI of Acme.'));
  });
});

describe('a site that allows no storage', {timeout: 180_000}, () => {
  before(async () => {
    server = await ServerProcess.start({AIW_VOICE: 'off'});
  });
  afterEach(async () => {
    await visitor.leave();
    if (!server.pid) await server.launch();
  });
  after(() => server.close());

  it('has none through a conversation with a contact detail, which moves there once it says yes', async () => {
    await visit(asking, {attributes: 'data-storage="none"'});
    const {page} = visitor;
    await visitor.tapOrb();
    await isAsked();
    await visitor.presses(AGREE);
    await visitor.hears('ready');
    await visitor.types('my email is kept@garden.example');
    await visitor.sees(visitor.pill);
    await server.kill('SIGKILL');
    await visitor.pill.getByRole('button', {name: 'Confirm'}).click();
    await visitor.sees(visitor.pill.getByText(/Kept here/));
    assert.deepEqual(await storage(), []);
    await setStorage('all');
    const prefix = `aiw:${widget.token}:`;
    await until(
      async () => (await storage()).includes(`${prefix}captures`),
      () => 'The contact detail is not in storage.',
    );
    assert.deepEqual((await storage()).sort(), [`${prefix}captures`, `${prefix}consent`]);
    const kept = await page.evaluate(key => localStorage.getItem(key), `${prefix}captures`);
    assert.match(kept ?? '', /kept@garden\.example/);
    await page.goto('about:blank');
    await server.launch();
    await page.goto(`${server.url}/shop`);
    // The page says none again, so what waits is looked at once this one has said yes, even where
    // all of the widget is there already.
    await visitor.tapOrb();
    await isAsked();
    assert.deepEqual(await server.captures(), []);
    await setStorage('all');
    await until(
      async () => (await server.captures()).some(({value}) => value === 'kept@garden.example'),
      () => 'The contact detail is not in the database.',
    );
  });

  it('erases what is kept when it takes its yes back', async () => {
    await visit([...asking, '--modes', 'text']);
    await visitor.tapOrb();
    await isAsked();
    await visitor.presses(AGREE);
    await visitor.hears('ready');
    assert.equal((await storage()).length, 1);
    await setStorage('none');
    await until(
      async () => (await storage()).length === 0,
      () => 'Something is left in storage.',
    );
  });
});
