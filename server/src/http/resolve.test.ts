import assert from 'node:assert/strict';
import {request} from 'node:http';
import {test} from 'node:test';
import {PAGE, TestServer} from '../../testing/test-server.js';

const ALLOWED = [
  'https://acme.com',
  'https://www.acme.com',
  'http://shop.app.acme.com:8443',
  'https://acme.com.',
  'http://localhost:3000',
  'http://127.0.0.1:5173',
  'http://[::1]:8080',
  'http://dev.localhost',
];

const REFUSED = [
  'https://acme.io',
  'https://acme.co.uk',
  'https://impostor.com',
  'https://acme.com.evil.net',
  'https://evilacme.com',
  'null',
  'file://',
  'https://com',
  'https://acme.com@evil.net',
  'https://acme.com/',
  'https://192.168.0.7',
  'http://127.0.0.2',
  'http://2130706433',
  'chrome-extension://abcdefgh',
  'acme.com',
  'https://acme.com, https://acme.com',
];

test('serves the published revision to every origin of the widget', async t => {
  const server = await TestServer.start(t);
  const {token, id} = await server.widget();
  for (const origin of ALLOWED) {
    const response = await server.post('/api/widget/resolve', {token}, {origin});
    assert.equal(response.status, 200, origin);
    assert.equal(response.headers.get('access-control-allow-origin'), origin);
  }
  const body = await server.resolve(token);
  assert.equal(body.widgetId, id);
  assert.deepEqual(body.agent, {name: 'Ava', greeting: 'Hello, I am Ava.'});
  assert.deepEqual(body.modes, {voice: true, text: true});
  assert.equal(Date.parse(body.challenge.expiresAt) > Date.now() + 290_000, true);
  assert.equal(JSON.stringify(body).includes('Secret orders'), false);
  assert.equal(JSON.stringify(body).includes('nine dollars'), false);
});

test('tells how visitors talk, where the operator has said so', async t => {
  const server = await TestServer.start(t);
  const plain = await server.widget();
  assert.equal((await server.resolve(plain.token)).conversation, undefined);
  const conversation = {pushToTalk: true, startMuted: true};
  const {token} = await server.widget({conversation});
  assert.deepEqual((await server.resolve(token)).conversation, conversation);
});

test('tells how visitors are told that an AI speaks, where the operator has words for it', async t => {
  const server = await TestServer.start(t);
  for (const [disclosure, told] of [
    [undefined, undefined],
    ['', undefined],
    ['   ', undefined],
    [' Ava is an AI. ', 'Ava is an AI.'],
  ]) {
    const {token} = await server.widget({disclosure});
    assert.equal((await server.resolve(token)).disclosure, told);
  }
});

test('refuses every other origin with words that a page can read', async t => {
  const server = await TestServer.start(t);
  const {token} = await server.widget();
  for (const origin of REFUSED) {
    const response = await server.post('/api/widget/resolve', {token}, {origin});
    assert.equal(response.status, 403, origin);
    const body = (await response.json()) as {error: string; message: string};
    assert.equal(body.error, 'ORIGIN_NOT_ALLOWED');
    assert.match(body.message, /domain/);
    assert.equal(response.headers.get('vary')?.includes('Origin'), true);
    const reflected = response.headers.get('access-control-allow-origin');
    assert.notEqual(reflected, '*');
    assert.notEqual(reflected, 'null');
  }
  const {headers} = await server.post(
    '/api/widget/resolve',
    {token},
    {origin: 'https://impostor.com'},
  );
  assert.equal(headers.get('access-control-allow-origin'), 'https://impostor.com');
  assert.equal(headers.get('access-control-allow-credentials'), null);
  assert.match(headers.get('access-control-expose-headers') ?? '', /RateLimit-Remaining/);
});

test('an IDN domain is the same in both its forms', async t => {
  const server = await TestServer.start(t);
  const {token} = await server.widget({domain: 'bücher.de', pageUrl: 'https://bücher.de/'});
  const post = (origin: string) => server.post('/api/widget/resolve', {token}, {origin});
  assert.equal((await post('https://www.xn--bcher-kva.de')).status, 200);
  assert.equal((await post('https://xn--bcher-kvb.de')).status, 403);
});

test('private suffixes keep neighbours apart', async t => {
  const server = await TestServer.start(t);
  const {token} = await server.widget({
    domain: 'foo.vercel.app',
    pageUrl: 'https://foo.vercel.app/',
  });
  const post = (origin: string) => server.post('/api/widget/resolve', {token}, {origin});
  assert.equal((await post('https://foo.vercel.app')).status, 200);
  assert.equal((await post('https://bar.vercel.app')).status, 403);
  assert.equal((await post('https://vercel.app')).status, 403);
});

test('asks for an Origin before it looks at the body', async t => {
  const server = await TestServer.start(t);
  const response = await server.post('/api/widget/resolve', '{broken', {});
  assert.equal(response.status, 401);
  assert.equal(((await response.json()) as {error: string}).error, 'ORIGIN_REQUIRED');
  const relaxed = await TestServer.start(t, {env: {AIW_REQUIRE_ORIGIN: 'false'}});
  const {token} = await relaxed.widget();
  assert.equal((await relaxed.post('/api/widget/resolve', {token}, {})).status, 200);
});

test('an unknown token is refused before its origin is judged', async t => {
  const server = await TestServer.start(t);
  const {id, token} = await server.widget();
  const tokens = [`wt_${'0'.repeat(32)}`, 'wt_nonsense', token.toUpperCase(), '', 7, null];
  for (const unknown of tokens) {
    const body = {token: unknown};
    const response = await server.post('/api/widget/resolve', body, {origin: 'https://evil.net'});
    assert.equal(response.status, 401, String(unknown));
    assert.equal('error' in ((await response.json()) as object), false);
  }
  const fresh = await server.operator.widgets.rotateToken(id);
  assert.equal((await server.post('/api/widget/resolve', {token})).status, 401);
  assert.equal((await server.post('/api/widget/resolve', {token: fresh})).status, 200);
});

test('a widget that is not live answers 409, to its own site only', async t => {
  const server = await TestServer.start(t);
  const {id, token} = await server.widget({}, false);
  const post = (origin: string) => server.post('/api/widget/resolve', {token}, {origin});
  const response = await post(PAGE);
  assert.equal(response.status, 409);
  assert.equal('error' in ((await response.json()) as object), false);
  assert.equal((await post('https://evil.net')).status, 403);
  await server.operator.widgets.publish(id);
  assert.equal((await post(PAGE)).status, 200);
  await server.operator.widgets.pause(id);
  assert.equal((await post(PAGE)).status, 409);
});

test('the draft stays at home until it is published', async t => {
  const server = await TestServer.start(t);
  const {id, token} = await server.widget();
  const record = await server.operator.store.widgets.byId(id);
  assert.ok(record);
  const agent = {...record.settings.agent, greeting: 'Changed.'};
  await server.operator.store.widgets.saveDraft(id, {...record.settings, agent});
  assert.equal((await server.resolve(token)).agent.greeting, 'Hello, I am Ava.');
  await server.operator.widgets.publish(id);
  assert.equal((await server.resolve(token)).agent.greeting, 'Changed.');
});

test('says what is wrong with a body, without a stack trace', async t => {
  const server = await TestServer.start(t);
  const broken = await server.post('/api/widget/resolve', '{"token": ');
  assert.equal(broken.status, 400);
  const large = await server.post('/api/widget/resolve', JSON.stringify({a: 'x'.repeat(65_536)}));
  assert.equal(large.status, 413);
  for (const response of [broken, large]) {
    const text = await response.text();
    assert.equal(/node_modules|at .*\(/.test(text), false);
    assert.equal(response.headers.get('access-control-allow-origin'), PAGE);
  }
  const unknown = await server.post('/api/nothing', {});
  assert.equal(unknown.status, 404);
  assert.match(unknown.headers.get('content-type') ?? '', /json/);
  assert.equal((await fetch(`${server.url}/api/widget/resolve`)).status, 405);
});

test('a preflight is answered for ten minutes and costs nothing', async t => {
  const server = await TestServer.start(t, {env: {AIW_RATE_LIMITS: 'resolve=1/1m'}});
  const {token} = await server.widget();
  for (let i = 0; i < 3; i++) {
    const response = await fetch(`${server.url}/api/widget/resolve`, {
      method: 'OPTIONS',
      headers: {origin: PAGE, 'access-control-request-method': 'POST'},
    });
    assert.equal(response.status, 204);
    assert.equal(response.headers.get('access-control-allow-origin'), PAGE);
    assert.equal(response.headers.get('access-control-max-age'), '600');
    assert.match(response.headers.get('access-control-allow-headers') ?? '', /authorization/i);
  }
  assert.equal((await server.post('/api/widget/resolve', {token})).status, 200);
});

test('the limit comes before everything else, and says how long to wait', async t => {
  const server = await TestServer.start(t, {env: {AIW_RATE_LIMITS: 'resolve=2/1m'}});
  const post = (headers: Record<string, string>) =>
    server.post('/api/widget/resolve', '{broken', headers);
  assert.equal((await post({origin: PAGE})).headers.get('ratelimit-remaining'), '1');
  assert.equal((await post({})).status, 401);
  const over = await post({origin: 'https://impostor.com', 'x-forwarded-for': '203.0.113.9'});
  assert.equal(over.status, 429);
  assert.equal(Number(over.headers.get('retry-after')) > 0, true);
  assert.equal(over.headers.get('ratelimit-limit'), '2');
  assert.equal('error' in ((await over.json()) as object), false);
  assert.equal(over.headers.get('access-control-allow-origin'), 'https://impostor.com');
});

test('behind a trusted proxy each visitor has a limit of their own', async t => {
  const env = {AIW_RATE_LIMITS: 'resolve=1/1m', AIW_TRUST_PROXY: 'loopback'};
  const server = await TestServer.start(t, {env});
  const {token} = await server.widget();
  const post = (address: string) =>
    server.post('/api/widget/resolve', {token}, {origin: PAGE, 'x-forwarded-for': address});
  assert.equal((await post('203.0.113.1')).status, 200);
  assert.equal((await post('203.0.113.1')).status, 429);
  assert.equal((await post('203.0.113.2')).status, 200);
});

test('two Origin headers are no origin', async t => {
  const server = await TestServer.start(t);
  const {token} = await server.widget();
  const status = await new Promise((resolve, reject) => {
    const sent = request(`${server.url}/api/widget/resolve`, {
      method: 'POST',
      headers: ['Host', 'localhost', 'Origin', PAGE, 'Origin', 'https://evil.net'],
    });
    sent.once('response', response => resolve(response.statusCode));
    sent.once('error', reject);
    sent.end(JSON.stringify({token}));
  });
  assert.equal(status, 403);
});
