/** §8.2: so many requests an address, told by the standard headers. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {endpointsOf} from '../../testing/endpoints.js';
import {PAGE, TestServer} from '../../testing/test-server.js';

test('the limits are those of the documentation, each counted by itself', async t => {
  const server = await TestServer.start(t);
  const paths = {
    '/api/widget/resolve': [60, 60],
    '/api/sessions': [30, 3600],
    '/api/sessions/x/captures': [60, 3600],
    '/api/sessions/x/feedback': [60, 3600],
  } as const;
  for (const [path, [count, seconds]] of Object.entries(paths)) {
    for (let i = 1; i <= count; i++) {
      const {status, headers} = await server.post(path, '{', {origin: PAGE});
      assert.equal(status, 400);
      assert.equal(headers.get('ratelimit-limit'), String(count));
      assert.equal(headers.get('ratelimit-remaining'), String(count - i));
      assert.equal(headers.get('retry-after'), null);
    }
    const over = await server.post(path, '{', {origin: 'https://impostor.com'});
    assert.equal(over.status, 429);
    const {message, ...rest} = (await over.json()) as {message: string};
    assert.deepEqual(rest, {});
    assert.match(message, /Retry-After/);
    const wait = Number(over.headers.get('retry-after'));
    assert.ok(wait > 0 && wait <= seconds, String(wait));
    assert.equal(over.headers.get('ratelimit-reset'), String(wait));
    assert.equal(over.headers.get('ratelimit-policy'), `${count};w=${seconds}`);
    const exposed = over.headers.get('access-control-expose-headers') ?? '';
    for (const name of ['Limit', 'Remaining', 'Reset', 'Policy']) {
      assert.match(exposed, new RegExp(`RateLimit-${name}\\b`));
    }
    assert.match(exposed, /Retry-After/);
    assert.equal(over.headers.get('access-control-allow-origin'), 'https://impostor.com');
  }
});

test('X-Forwarded-For is what anybody writes, and not believed', async t => {
  const server = await TestServer.start(t, {env: {AIW_RATE_LIMITS: 'resolve=2/1m'}});
  const statuses = [];
  for (const address of ['203.0.113.1', '203.0.113.2', '203.0.113.3']) {
    const headers = {origin: PAGE, 'x-forwarded-for': address, forwarded: `for=${address}`};
    statuses.push((await server.post('/api/widget/resolve', {}, headers)).status);
  }
  assert.deepEqual(statuses, [401, 401, 429]);
});

test('behind a proxy, what the visitor put before the proxy’s word changes nothing', async t => {
  const env = {AIW_RATE_LIMITS: 'resolve=1/1m', AIW_TRUST_PROXY: '1'};
  const server = await TestServer.start(t, {env});
  const status = async (forwarded: string) =>
    (await server.post('/api/widget/resolve', {}, {origin: PAGE, 'x-forwarded-for': forwarded}))
      .status;
  assert.equal(await status('198.51.100.1, 203.0.113.1'), 401);
  assert.equal(await status('198.51.100.2, 203.0.113.1'), 429);
  assert.equal(await status('203.0.113.1:4711'), 429);
  assert.equal(await status('203.0.113.2:4711'), 401);
  assert.equal(await status('203.0.113.2:4712'), 429);
  assert.equal(await status('::ffff:203.0.113.2'), 429);
});

test('IPv6 is counted by /64', async t => {
  const env = {AIW_RATE_LIMITS: 'resolve=1/1m', AIW_TRUST_PROXY: 'loopback'};
  const server = await TestServer.start(t, {env});
  const status = async (address: string) =>
    (await server.post('/api/widget/resolve', {}, {origin: PAGE, 'x-forwarded-for': address}))
      .status;
  assert.equal(await status('2001:db8:1:1::1'), 401);
  assert.equal(await status('2001:db8:1:1:ffff:ffff:ffff:ffff'), 429);
  assert.equal(await status('2001:DB8:1:1:0:0:0:2'), 429);
  assert.equal(await status('[2001:db8:1:1::3]:443'), 429);
  assert.equal(await status('2001:db8:1:2::1'), 401);
});

test('a limit over is over for good words too, and for nobody else’s endpoint', async t => {
  const env = {AIW_RATE_LIMITS: 'captures=1/1h'};
  const server = await TestServer.start(t, {env});
  const {captures, feedback, resolve} = await endpointsOf(server, await server.widget());
  const ask = async ({path, good}: typeof captures) => {
    const {body, headers} = await good(PAGE);
    return (await server.post(path, body, {...headers, origin: PAGE})).status;
  };
  assert.equal(await ask(captures), 201);
  assert.equal(await ask(captures), 429);
  assert.equal(await ask(feedback), 200);
  assert.equal(await ask(resolve), 200);
});
