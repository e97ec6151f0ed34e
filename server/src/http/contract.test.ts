/** The rows of the contract's tables, each asked of every public endpoint over real HTTP. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test, type TestContext} from 'node:test';
import {gzipSync} from 'node:zlib';
import {endpointsOf, rawStatus, type Endpoint} from '../../testing/endpoints.js';
import {CLICKED, PAGE, TestServer} from '../../testing/test-server.js';
import {normalizeDomain} from '../domain/widgets/settings.js';

const ALLOWED = [
  'https://acme.com',
  'https://www.acme.com',
  'http://shop.app.acme.com:8443',
  'https://my_shop.acme.com',
  'https://acme.com.',
  'https://ACME.com',
  'https://acme.com:443',
  'http://localhost',
  'http://localhost:3000',
  'http://127.0.0.1:5173',
  'http://[::1]:8080',
  'http://dev.localhost:1',
];

const REFUSED = [
  'https://acme.io',
  'https://acme.co.uk',
  'https://impostor.com',
  'https://acme.com.evil.net',
  'https://evilacme.com',
  'https://acme.com-evil.net',
  'https://com',
  'https://co.uk',
  'https://vercel.app',
  'https://192.168.0.7',
  'http://127.0.0.2',
  'http://[::2]',
  'http://localhost.evil.net',
  'https://xn--acm-dma.com',
  `https://${'a'.repeat(64)}.acme.com`,
  `https://${'a.'.repeat(200)}acme.com`,
  // From here on: nothing that a browser writes for an http(s) page.
  'null',
  'file://',
  'about:blank',
  'chrome-extension://abcdefgh',
  'https://',
  'acme.com',
  '*',
  'https://*.acme.com/',
  'https://acme.com/',
  'https://acme.com/path',
  'https://acme.com?https://evil.net',
  'https://acme.com#evil.net',
  'https://acme.com@evil.net',
  'https://evil.net@acme.com',
  'https://acme.com:443@evil.net',
  'https://acme.com\\.evil.net',
  'https://acme.com%00.evil.net',
  'https://acme.com%2eevil.net',
  'https://acme.com:99999',
  'https://acme.com:port',
  'https://acme..com',
  'https://acme.com..',
  'https://acme.com, https://acme.com',
  'https://acme.com https://evil.net',
  'http://127.1',
  'http://0x7f.0.0.1',
  'http://2130706433',
  'http://[::ffff:127.0.0.1]',
  'x'.repeat(4000),
];
const WELL_FORMED = REFUSED.indexOf('null');

const NO_LIMITS = {env: {AIW_RATE_LIMITS: 'off'}};

async function acme(t: TestContext, env: Record<string, string> = NO_LIMITS.env) {
  const server = await TestServer.start(t, {env});
  const widget = await server.widget();
  return {server, widget, endpoints: await endpointsOf(server, widget)};
}

async function ask(server: TestServer, endpoint: Endpoint, origin: string) {
  const {body, headers} = await endpoint.good(origin);
  return server.post(endpoint.path, body, {...headers, origin});
}

/** Exactly what §9.2 says: the code or none, one sentence that helps, and nothing else. */
async function assertRefusal(response: Response, status: number, code?: string): Promise<void> {
  const text = await response.text();
  assert.equal(response.status, status, text);
  assert.match(response.headers.get('content-type') ?? '', /^application\/json/);
  const {message, ...rest} = JSON.parse(text) as {message: string};
  assert.deepEqual(rest, code ? {error: code} : {});
  assert.match(message, /^[A-Z].{20,}\.$/);
  assert.doesNotMatch(text, /node_modules|\.[jt]s:|Error:/);
}

test('every origin of the widget’s own site, and the developer’s machine, may use each endpoint', async t => {
  const {server, endpoints} = await acme(t);
  for (const endpoint of Object.values(endpoints)) {
    for (const origin of ALLOWED) {
      const response = await ask(server, endpoint, origin);
      assert.equal(response.status, endpoint.success, `${endpoint.path} ${origin}`);
      assert.equal(response.headers.get('access-control-allow-origin'), origin);
    }
  }
});

test('no other origin may, and the page can read why', async t => {
  const {server, endpoints} = await acme(t);
  for (const [name, endpoint] of Object.entries(endpoints)) {
    const {body, headers} = await endpoint.good(PAGE);
    for (const origin of REFUSED) {
      const response = await server.post(endpoint.path, body, {...headers, origin});
      await assertRefusal(response, 403, 'ORIGIN_NOT_ALLOWED');
      const isWellFormed = REFUSED.indexOf(origin) < WELL_FORMED;
      const reflected = response.headers.get('access-control-allow-origin');
      assert.equal(reflected, isWellFormed ? origin : null, `${name} ${origin}`);
      assert.match(response.headers.get('vary') ?? '', /\bOrigin\b/);
      assert.equal(response.headers.get('access-control-allow-credentials'), null);
    }
  }
});

test('the vectors of the public suffix list hold at the door', async t => {
  const server = await TestServer.start(t, NO_LIMITS);
  const file = new URL('../../testing/vectors/psl.json', import.meta.url);
  type Vector = Record<'origin' | 'widgetDomain' | 'expect' | 'why', string>;
  const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vector[];
  // A browser sends ASCII, and nobody can register a widget for a public suffix.
  const asked = vectors.filter(
    ({origin, widgetDomain}) =>
      /^[\x20-\x7e]+$/.test(origin) && normalizeDomain(widgetDomain) === widgetDomain,
  );
  assert.ok(asked.length > 60);
  const tokens = new Map<string, string>();
  for (const {origin, widgetDomain, expect, why} of asked) {
    const known = tokens.get(widgetDomain);
    const pageUrl = `https://${widgetDomain}/`;
    const token = known ?? (await server.widget({domain: widgetDomain, pageUrl})).token;
    tokens.set(widgetDomain, token);
    const {status} = await server.post('/api/widget/resolve', {token}, {origin});
    assert.equal(status, expect === 'allowed' ? 200 : 403, `${origin} on ${widgetDomain}: ${why}`);
  }
});

test('a request without Origin is refused before its body is read, or let through in development', async t => {
  const {server, endpoints} = await acme(t);
  for (const {path} of Object.values(endpoints)) {
    await assertRefusal(await server.post(path, '{broken', {}), 401, 'ORIGIN_REQUIRED');
    const two = ['Origin', PAGE, 'Origin', 'https://evil.net'];
    assert.notEqual(await rawStatus(server.url + path, two, '{}'), 200);
    assert.equal(await rawStatus(server.url + path, ['Origin', ''], '{'), 400);
  }
  const relaxed = await acme(t, {AIW_RATE_LIMITS: 'off', AIW_REQUIRE_ORIGIN: 'false'});
  for (const endpoint of Object.values(relaxed.endpoints)) {
    const {body, headers} = await endpoint.good('');
    if (endpoint.path === '/api/sessions') continue;
    const response = await relaxed.server.post(endpoint.path, body, headers);
    assert.equal(response.status, endpoint.success, endpoint.path);
    assert.equal(response.headers.get('access-control-allow-origin'), null);
    const evil = {...headers, origin: 'https://evil.net'};
    const refused = await relaxed.server.post(endpoint.path, body, evil);
    await assertRefusal(refused, 403, 'ORIGIN_NOT_ALLOWED');
  }
});

test('unknown, malformed and rotated tokens are 401 without a code, whatever else is wrong', async t => {
  const {server, widget} = await acme(t);
  await server.operator.widgets.rotateToken(widget.id);
  const unknown = [
    `wt_${'0'.repeat(32)}`,
    widget.token,
    widget.token.toUpperCase(),
    'wt_',
    7,
    null,
  ];
  for (const path of ['/api/widget/resolve', '/api/sessions']) {
    for (const token of unknown) {
      const response = await server.post(path, {token}, {origin: 'https://evil.net'});
      await assertRefusal(response, 401);
    }
    for (const body of ['', '{}', '[]', '[null]']) {
      await assertRefusal(await server.post(path, body), 401);
    }
  }
});

test('a widget that is a draft or paused is 409 without a code, on its own site', async t => {
  const {server, widget} = await acme(t);
  const draft = await server.widget({}, false);
  await server.operator.widgets.pause(widget.id);
  for (const path of ['/api/widget/resolve', '/api/sessions']) {
    for (const {token} of [draft, widget]) {
      await assertRefusal(await server.post(path, {token, mode: 'telepathy'}), 409);
      const elsewhere = await server.post(path, {token}, {origin: 'https://evil.net'});
      await assertRefusal(elsewhere, 403, 'ORIGIN_NOT_ALLOWED');
    }
  }
});

test('a body that is no JSON is 400, one over 64 KiB is 413, packed or not', async t => {
  const {server, widget, endpoints} = await acme(t);
  const padded = (size: number) => {
    const empty = JSON.stringify({token: widget.token, pad: ''}).length;
    return JSON.stringify({token: widget.token, pad: 'x'.repeat(size - empty)});
  };
  for (const {path} of Object.values(endpoints)) {
    for (const body of ['{"token": ', '{"a":1}}', "{'a':1}", '"text"', 'null', '7', '\u0000']) {
      await assertRefusal(await server.post(path, body), 400);
    }
    await assertRefusal(await server.post(path, padded(65_537)), 413);
    const bomb = await fetch(server.url + path, {
      method: 'POST',
      headers: {origin: PAGE, 'content-encoding': 'gzip'},
      body: gzipSync(Buffer.alloc(10_000_000, 0x20)),
    });
    await assertRefusal(bomb, 413);
    const unknown = {origin: PAGE, 'content-encoding': 'zstandard'};
    await assertRefusal(await server.post(path, '{}', unknown), 415);
  }
  assert.equal((await server.post('/api/widget/resolve', padded(65_536))).status, 200);
  const deep = `{"token":"${widget.token}","a":${'['.repeat(30_000)}${']'.repeat(30_000)}}`;
  assert.equal((await server.post('/api/widget/resolve', deep)).status, 200);
});

test('unknown fields are ignored, and prototypes are not to be had', async t => {
  const {server, widget} = await acme(t);
  const odd = `{"token":"${widget.token}","__proto__":{"status":"live"},"constructor":7,"x":{}}`;
  assert.equal((await server.post('/api/widget/resolve', odd)).status, 200);
  const inherited = `{"__proto__":{"token":"${widget.token}"}}`;
  assert.equal((await server.post('/api/widget/resolve', inherited)).status, 401);
});

test('a preflight is answered on every endpoint for ten minutes, also where the page is refused', async t => {
  const {server, endpoints} = await acme(t, {AIW_RATE_LIMITS: 'resolve=4/1m,captures=1/1m'});
  const preflight = (path: string, origin: string) =>
    fetch(server.url + path, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
  for (const {path} of Object.values(endpoints)) {
    for (const origin of [PAGE, PAGE, 'https://impostor.com']) {
      const {status, headers} = await preflight(path, origin);
      assert.equal(status, 204);
      assert.equal(headers.get('access-control-allow-origin'), origin);
      assert.equal(headers.get('access-control-max-age'), '600');
      assert.equal(headers.get('access-control-allow-methods'), 'POST');
      assert.match(
        headers.get('access-control-allow-headers') ?? '',
        /Content-Type, Authorization/,
      );
      assert.equal(headers.get('access-control-allow-credentials'), null);
      assert.equal(headers.get('ratelimit-remaining'), null);
    }
    const opaque = await preflight(path, 'null');
    assert.equal(opaque.headers.get('access-control-allow-origin'), null);
    assert.match(opaque.headers.get('vary') ?? '', /\bOrigin\b/);
  }
  assert.equal((await ask(server, endpoints.captures, PAGE)).status, 201);
});

test('what is not there is 404, what is not POST 405; nothing names what serves it', async t => {
  const {server, endpoints} = await acme(t);
  const headers = {origin: PAGE};
  const answers = [await server.post('/api/nothing', {}), await server.post('/api/sessions/x', {})];
  for (const response of answers) await assertRefusal(response, 404);
  await assertRefusal(await server.post('/api/sessions/%E0%A4%A/captures', {}), 400);
  for (const {path} of Object.values(endpoints)) {
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
      const response = await fetch(server.url + path, {method, headers});
      assert.equal(response.headers.get('allow'), 'POST, OPTIONS');
      await assertRefusal(response, 405);
    }
    const {headers: sent} = await server.post(path, '{');
    assert.deepEqual([sent.get('x-powered-by'), sent.get('server')], [null, null]);
    assert.equal(sent.get('x-content-type-options'), 'nosniff');
    assert.equal(sent.get('cache-control'), 'no-store');
  }
});

test('a click that nobody made costs neither limit nor challenge, and says which code it is', async t => {
  const {server, widget} = await acme(t, {AIW_RATE_LIMITS: 'sessions=2/1h'});
  const request = await server.sessionRequest(widget.token, {mode: 'text'});
  const passive = {...request, engagement: {...CLICKED, pointer_events: 0}};
  for (let i = 0; i < 3; i++) {
    const response = await server.post('/api/sessions', passive);
    await assertRefusal(response, 403, 'ENGAGEMENT_REQUIRED');
  }
  assert.equal((await server.post('/api/sessions', request)).status, 201);
  await assertRefusal(await server.post('/api/sessions', request), 429);
});
