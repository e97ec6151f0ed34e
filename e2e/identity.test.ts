/** Who the visitor is, as the site's own server has signed it (§5, §9.3). */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {ServerProcess} from '../testing/journey/server.js';
import {visitorToken} from '../testing/journey/visitor-token.js';
import {until, Visitor} from '../testing/journey/visitor.js';

/** A session as `aiw-server sessions show` prints it, as far as it is looked at here. */
interface Details {
  claims: unknown;
}

interface Exchange {
  sent: {visitor_token?: string};
  answer: {sessionId: string; visitorClaims: unknown; visitorTokenError?: {error: string}};
}

let server: ServerProcess;
let visitor: Visitor;
let secret: string;
let exchange: Exchange | undefined;

/** A page of a site whose tag carries `attributes`, in front of a visitor. */
async function arrive(attributes = '', options: readonly string[] = ['--identity']): Promise<void> {
  const widget = await server.command<{token: string; secret: string}>(
    ...['widget', 'create', '--domain', 'acme.com', '--page-url', 'https://acme.com/', '--live'],
    ...options,
  );
  secret = widget.secret;
  exchange = undefined;
  visitor = await Visitor.arrive('about:blank');
  const {page} = visitor;
  page.on('response', async response => {
    if (!/\/api\/sessions$/.test(response.url()) || response.request().method() !== 'POST') return;
    exchange = {
      sent: response.request().postDataJSON() as Exchange['sent'],
      answer: (await response.json()) as Exchange['answer'],
    };
  });
  const tag = `<script src="${server.url}/aiw-voice-widget.js" data-widget-token="${widget.token}" ${attributes}></script>`;
  await page.route(`${server.url}/account`, route =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><meta charset="utf-8"><title>Account</title><h1>Account</h1>${tag}`,
    }),
  );
  await page.goto(`${server.url}/account`);
}

const signed = (email: string, more: object = {}) =>
  visitorToken(secret, {sub: 'u1', email, ...more});
const identify = (token: string) =>
  visitor.page.evaluate(`AIWWidget.identify(${JSON.stringify(token)})`);

/** Starts a call; what the widget and the server have said of the visitor. */
async function start(): Promise<Exchange> {
  await visitor.tapOrb();
  await visitor.hears('ready');
  return until(
    () => exchange,
    () => 'No session was asked for.',
  );
}

/** Gets the agent to ask for an email address; what the pill then holds. */
async function askedFor(): Promise<string> {
  await visitor.types('Can somebody call me back?');
  await visitor.agentSays(/email.*\?/is);
  await visitor.sees(visitor.pill);
  return visitor.pill.locator('input').inputValue();
}

describe('a visitor who has signed in to the site', {timeout: 180_000}, () => {
  before(async () => {
    server = await ServerProcess.start({AIW_VOICE: 'off'});
  });
  afterEach(() => visitor.leave());
  after(() => server.close());

  it('is known by the token set last, be it by attribute or by identify()', async () => {
    await arrive('data-visitor-token="of-the-page"');
    const [first, last] = [signed('first@garden.example'), signed('last@garden.example')];
    await identify(first);
    await identify(last);
    const {sent, answer} = await start();
    assert.equal(sent.visitor_token, last);
    assert.deepEqual(answer.visitorClaims, {sub: 'u1', email: 'last@garden.example'});
    assert.equal(await askedFor(), 'last@garden.example');
  });

  it('is known by an attribute that the page changes after identify()', async () => {
    await arrive();
    await identify(signed('first@garden.example'));
    const last = signed('last@garden.example');
    await visitor.page
      .locator('aiw-voice-widget')
      .evaluate((element, token) => element.setAttribute('visitor-token', token), last);
    const {sent} = await start();
    assert.equal(sent.visitor_token, last);
  });

  it('is known to the operator, and never to the agent', async () => {
    await arrive();
    await identify(signed('known@garden.example', {name: 'Robin'}));
    const {answer} = await start();
    const {claims} = await server.command<Details>('sessions', 'show', answer.sessionId);
    assert.deepEqual(claims, {sub: 'u1', email: 'known@garden.example', name: 'Robin'});
    await visitor.types('What is my email address, and my name?');
    await visitor.agentSays(/./);
    await visitor.types('Can somebody call me back?');
    await visitor.agentSays(/email.*\?/is);
    assert.doesNotMatch(visitor.transcript().join('\n'), /garden\.example|Robin/);
  });

  it('is nobody where the feature is off, without an error', async () => {
    await arrive('', []);
    await identify(signed('known@garden.example'));
    const {answer} = await start();
    assert.equal(answer.visitorClaims, null);
    assert.equal('visitorTokenError' in answer, false);
    assert.equal(await askedFor(), '');
    assert.deepEqual(visitor.console, []);
  });

  const BAD: readonly [code: string, what: string, token: () => string][] = [
    [
      'INVALID_VISITOR_TOKEN',
      'signed with another secret',
      () => visitorToken('0'.repeat(64), {sub: 'u1', email: 'known@garden.example'}),
    ],
    [
      'TOKEN_EXPIRED',
      'that has expired',
      () => signed('known@garden.example', {exp: Math.floor(Date.now() / 1000) - 120}),
    ],
  ];
  for (const [code, what, token] of BAD) {
    it(`has the same call with a token ${what}, and the console names ${code}`, async () => {
      await arrive();
      await identify(token());
      const {answer} = await start();
      assert.equal(answer.visitorClaims, null);
      assert.equal(answer.visitorTokenError?.error, code);
      assert.equal(await askedFor(), '');
      const [line, ...more] = visitor.console;
      assert.ok(line?.startsWith(`[aiw:identity] ${code}: `), line);
      assert.deepEqual(more, []);
      assert.doesNotMatch(line, /garden\.example|eyJ/);
    });
  }
});
