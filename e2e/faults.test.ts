/** What a visitor and a site's developer meet when something is wrong, and that nothing is lost. */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {ServerProcess} from '../testing/journey/server.js';
import {until, Visitor} from '../testing/journey/visitor.js';

const TEXT_ONLY = {AIW_VOICE: 'off'};

describe('a server that fails', {timeout: 180_000}, () => {
  let server: ServerProcess;
  let visitor: Visitor;
  before(async () => {
    server = await ServerProcess.start(TEXT_ONLY);
  });
  afterEach(async () => {
    await visitor.leave();
    if (!server.pid) await server.launch();
  });
  after(() => server.close());

  it('is tried again by itself where it does not answer the click', async () => {
    visitor = await Visitor.arrive(server.url);
    // The heavy half is here; what cannot be had is the call.
    await visitor.orb.hover();
    await visitor.page.waitForLoadState('networkidle');
    await server.kill('SIGKILL');
    await visitor.tapOrb();
    await visitor.sees(visitor.panel.getByText(/can’t reach Ava at the moment/));
    await visitor.sees(visitor.panel.getByText('Trying again by itself in a moment.'));
    await server.launch();
    await visitor.hears('ready');
    await visitor.types('What does the Starter plan cost?');
    await visitor.agentSays(/\$19/);
  });

  it('that is killed in mid-call is waited for, and the talk goes on', async () => {
    visitor = await Visitor.arrive(server.url);
    await visitor.tapOrb();
    await visitor.types('What does the Starter plan cost?');
    await visitor.agentSays(/\$19/);
    await server.kill('SIGKILL');
    await visitor.sees(visitor.panel.getByText(/The connection dropped/));
    await server.launch();
    await visitor.hears('ready', ({resumed}) => resumed === true);
    await visitor.sees(visitor.panel.getByText('Here to help'));
    await visitor.sees(visitor.panel.getByText(/\$19/));
    await visitor.types('What does the Pro plan cost?');
    await visitor.agentSays(/\$49/);
  });

  it('loses no contact detail that was confirmed while it was down', async () => {
    visitor = await Visitor.arrive(server.url);
    await visitor.tapOrb();
    await visitor.hears('ready');
    await visitor.types('my email is tom@garden.example');
    await visitor.sees(visitor.pill);
    await server.kill('SIGKILL');
    await visitor.pill.getByRole('button', {name: 'Confirm'}).click();
    await visitor.sees(visitor.pill.getByText(/Kept here/));
    await server.launch();
    const rows = await until(
      async () => (await server.captures()).length > 0 && (await server.captures()),
      () => 'The capture never arrived.',
    );
    assert.deepEqual(
      rows.map(({kind, value}) => [kind, value]),
      [['email', 'tom@garden.example']],
    );
  });

  it('loses none across a reload of the page either', async () => {
    const earlier = (await server.captures()).length;
    visitor = await Visitor.arrive(server.url);
    await visitor.tapOrb();
    await visitor.hears('ready');
    await visitor.types('my email is ann@garden.example');
    await visitor.sees(visitor.pill);
    await server.kill('SIGKILL');
    await visitor.pill.getByRole('button', {name: 'Confirm'}).click();
    await visitor.sees(visitor.pill.getByText(/Kept here/));
    await server.launch();
    await visitor.page.reload();
    await until(
      async () => (await server.captures()).length === earlier + 1,
      () => 'The capture never arrived.',
    );
  });

  it('tells its calls and leaves cleanly when it is stopped, and the talk goes on after it', async () => {
    visitor = await Visitor.arrive(server.url);
    await visitor.tapOrb();
    await visitor.types('What does the Starter plan cost?');
    await visitor.agentSays(/\$19/);
    assert.equal(await server.kill('SIGINT'), 0);
    await visitor.hears('ended', ({reason}) => reason === 'shutdown');
    await visitor.sees(visitor.panel.getByText(/The connection dropped/));
    await server.launch();
    await visitor.hears('ready', ({resumed}) => resumed === true);
    await visitor.types('Say that again, please.');
    await visitor.agentSays(/\$19/);
    assert.equal(await visitor.panel.getByText('What does the Starter plan cost?').count(), 1);
  });
});

describe('a page the widget may not run on', {timeout: 120_000}, () => {
  let server: ServerProcess;
  let token: string;
  let id: string;
  before(async () => {
    server = await ServerProcess.start(TEXT_ONLY);
    const site = ['--domain', 'acme.com', '--page-url', 'https://acme.com/'];
    const widget = await server.command<{id: string; token: string}>(
      ...['widget', 'create', ...site, '--live'],
    );
    ({token, id} = widget);
  });
  after(() => server.close());

  /** Opens a page of `origin` with the tag on it and gives what stands in the console. */
  async function visit(origin: string, widgetToken: string, expected: RegExp): Promise<string[]> {
    const visitor = await Visitor.arrive('about:blank');
    try {
      const html = `<!doctype html><meta charset="utf-8"><title>Page</title><h1>Page</h1>
        <script src="${server.url}/aiw-voice-widget.js" data-widget-token="${widgetToken}"></script>`;
      await visitor.page.route(`${origin}/`, route =>
        route.fulfill({contentType: 'text/html', body: html}),
      );
      await visitor.page.goto(`${origin}/`);
      await until(
        () => visitor.console.some(line => expected.test(line)),
        () => `Not in the console: ${String(expected)}. There:\n${visitor.console.join('\n')}`,
      );
      await until(
        async () => (await visitor.orb.count()) === 0,
        () => 'The launcher is still there.',
      );
      assert.equal(await visitor.page.getByRole('heading').innerText(), 'Page');
      return visitor.console.filter(line => !line.startsWith('Failed to load resource'));
    } finally {
      await visitor.leave();
    }
  }

  it('says which origin is refused and where to change it', async () => {
    const lines = await visit('https://impostor.com', token, /^\[aiw\] 403 ORIGIN_NOT_ALLOWED — /);
    assert.equal(lines.length, 1, lines.join('\n'));
  });

  it('says that the token is unknown', async () => {
    const unknown = `wt_${'0'.repeat(32)}`;
    const lines = await visit('https://www.acme.com', unknown, /^\[aiw\] 401 — /);
    assert.equal(lines.length, 1, lines.join('\n'));
  });

  it('says that the token is malformed', async () => {
    const lines = await visit('https://www.acme.com', 'YOUR_WIDGET_TOKEN', /^\[aiw\] .*malformed/);
    assert.equal(lines.length, 1, lines.join('\n'));
  });

  it('says that the widget is not live', async () => {
    await server.command('widget', 'pause', id);
    const lines = await visit('https://www.acme.com', token, /^\[aiw\] 409 — /);
    assert.equal(lines.length, 1, lines.join('\n'));
  });
});

describe('too many requests', {timeout: 60_000}, () => {
  it('are told to the developer, and kindly to the visitor', async () => {
    const server = await ServerProcess.start({
      ...TEXT_ONLY,
      AIW_RATE_LIMITS: 'resolve=60/1m,sessions=1/1h',
    });
    const visitor = await Visitor.arrive(server.url);
    try {
      await visitor.tapOrb();
      await visitor.hears('ready');
      await visitor.presses('Hang up');
      await visitor.types('Hello again');
      await visitor.sees(visitor.panel.locator('aiw-notice [part=notice]'));
      assert.ok(
        visitor.console.some(line => line.startsWith('[aiw] 429 — ')),
        visitor.console.join('\n'),
      );
    } finally {
      await visitor.leave();
      await server.close();
    }
  });
});

describe('unusual words', {timeout: 120_000}, () => {
  let server: ServerProcess;
  let visitor: Visitor;
  before(async () => {
    server = await ServerProcess.start(TEXT_ONLY);
    visitor = await Visitor.arrive(server.url);
    await visitor.tapOrb();
    await visitor.hears('ready');
  });
  after(async () => {
    await visitor.leave();
    await server.close();
  });

  const answers = () => visitor.transcript().filter(line => line.startsWith('agent:')).length;
  for (const [what, text] of [
    ['emoji alone', '🌱🌷🌿'],
    ['another script', 'Сколько стоит тариф?'],
    ['two thousand characters', 'plant '.repeat(334).slice(0, 2_000)],
    ['markup', '<img src=x onerror=alert(1)> & "quotes"'],
  ] as const) {
    it(`of ${what} are shown as they are and answered`, async () => {
      const before = answers();
      await visitor.types(text);
      await visitor.isHeard(
        new RegExp(
          text
            .trim()
            .slice(0, 20)
            .replace(/[^\p{L}\p{N} ]/gu, '.'),
        ),
      );
      await until(
        () => answers() > before,
        () => visitor.transcript().join('\n'),
      );
    });
  }

  it('of nothing are not sent', async () => {
    const sent = () => visitor.sent.filter(({frame}) => frame.type === 'text').length;
    const before = sent();
    await visitor.types('   ');
    await visitor.types('Do you have an office?');
    await until(
      () => sent() > before,
      () => 'Nothing was sent.',
    );
    assert.equal(sent(), before + 1);
  });
});
