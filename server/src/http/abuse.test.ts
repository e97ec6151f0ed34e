/** What an operator can do against abuse beyond the limits of §8.2. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {endpointsOf} from '../../testing/endpoints.js';
import {call, FRAME, pass} from '../../testing/test-call.js';
import {PAGE, settings, TestServer} from '../../testing/test-server.js';
import type {CallLimits} from '../domain/widgets/widget.js';

const limited = (limits: Partial<CallLimits>) => ({
  limits: {...settings().limits, ...limits},
});

test('a widget can be closed to pages of the visitor’s own machine', async t => {
  const server = await TestServer.start(t);
  const widget = await server.widget(limited({allowLocalhost: false}));
  for (const {path, good} of Object.values(await endpointsOf(server, widget))) {
    const {body, headers} = await good(PAGE);
    for (const origin of ['http://localhost:3000', 'http://127.0.0.1', 'http://a.localhost']) {
      const response = await server.post(path, body, {...headers, origin});
      assert.equal(response.status, 403, path);
      assert.equal(((await response.json()) as {error: string}).error, 'ORIGIN_NOT_ALLOWED');
    }
    assert.ok((await server.post(path, body, {...headers, origin: PAGE})).ok);
  }
  const session = await server.session(widget.token, {mode: 'text'});
  assert.equal((await server.stream(session, 'http://localhost').closed).code, 4403);
  const own = await server.widget({
    ...limited({allowLocalhost: false}),
    ...{domain: 'localhost', pageUrl: 'http://localhost/'},
  });
  await server.resolve(own.token, 'http://localhost:8787');
});

const statusOf = async (
  server: TestServer,
  token: string,
  headers: Record<string, string> = {},
) => {
  const request = await server.sessionRequest(token, {mode: 'text'});
  return server.post('/api/sessions', request, {origin: PAGE, ...headers});
};

test('a widget has so many calls at once, and who comes after them waits in the queue', async t => {
  const server = await TestServer.start(t, {env: {AIW_RATE_LIMITS: 'sessions=3/1h'}});
  const {token} = await server.widget(limited({callsAtOnce: 2}));
  const other = await server.widget();
  const first = await server.session(token, {mode: 'text'});
  await server.session(token, {mode: 'text'});
  const request = await server.sessionRequest(token, {mode: 'text'});
  for (let i = 0; i < 4; i++) {
    const busy = await server.post('/api/sessions', request);
    assert.equal(busy.status, 503);
    assert.equal('error' in ((await busy.json()) as object), false);
    assert.ok(Number(busy.headers.get('retry-after')) > 0);
  }
  const stream = server.stream(first);
  await stream.send({type: 'hello', mode: 'text'}, {type: 'end'});
  await stream.closed;
  assert.equal((await server.post('/api/sessions', request)).status, 201);
  assert.equal((await statusOf(server, other.token)).status, 429);
});

test('an address has so many calls of a widget at once, and leaves the others theirs', async t => {
  const env = {AIW_TRUST_PROXY: 'loopback', AIW_RATE_LIMITS: 'sessions=9/1h'};
  const server = await TestServer.start(t, {env});
  const {token} = await server.widget(limited({callsPerAddress: 1}));
  const from = (address: string) => statusOf(server, token, {'x-forwarded-for': address});
  assert.equal((await from('2001:db8:1:1::1')).status, 201);
  const over = await from('2001:db8:1:1::2');
  assert.equal(over.status, 429);
  assert.equal('error' in ((await over.json()) as object), false);
  assert.ok(Number(over.headers.get('retry-after')) > 0);
  assert.equal((await from('2001:db8:1:2::1')).status, 201);
  const free = await server.widget();
  for (let i = 0; i < 9; i++) {
    const headers = {'x-forwarded-for': '203.0.113.1'};
    assert.equal((await statusOf(server, free.token, headers)).status, 201);
  }
});

test('a refused session gives its place back', async t => {
  const server = await TestServer.start(t);
  const {token} = await server.widget(limited({callsAtOnce: 2}));
  const request = await server.sessionRequest(token, {mode: 'text'});
  const statuses = await Promise.all(
    [1, 2, 3, 4].map(async () => (await server.post('/api/sessions', request)).status),
  );
  assert.equal(statuses.filter(status => status === 201).length, 1);
  assert.equal((await statusOf(server, token)).status, 201);
  assert.equal((await statusOf(server, token)).status, 503);
});

test('a session counts from its first audio or the visitor’s first words', async t => {
  const {server, session, stream, conversation} = await call(t, {mode: 'text'});
  const usedAt = async () => (await server.operator.store.sessions.byId(session.sessionId))?.usedAt;
  await stream.send({type: 'mic', muted: true});
  await conversation.told(heard => 'frame' in heard);
  assert.equal(await usedAt(), null);
  await stream.send({type: 'text', id: 't1', text: 'Hi'}, {type: 'end'});
  await stream.closed;
  assert.match(String(await usedAt()), /^2030-01-01T/);
  const spoken = await call(t);
  spoken.conversation.init.output.event({type: 'audioStart', messageId: 'm1'});
  spoken.conversation.init.output.audio(FRAME);
  await spoken.stream.send({type: 'end'});
  await spoken.stream.closed;
  const record = await spoken.server.operator.store.sessions.byId(spoken.session.sessionId);
  assert.equal(record?.usedAt, record?.firstAudioAt);
});

test('a widget’s minutes of a day end its calls when they are used up, and come back with the next day', async t => {
  const spent = await call(t, {
    mode: 'text',
    widget: limited({minutesPerDay: 5, idleSeconds: 600}),
  });
  const {server, session, stream, clock} = spent;
  const {widgets, store} = server.operator;
  const [{id, token}] = await widgets.list();
  await stream.send({type: 'text', id: 't1', text: 'Hi'});
  await stream.next('transcript', ({id: turn}) => turn === 're-t1');
  const seconds = async (atLeast: number) => {
    for (;;) {
      const used = await store.usage.seconds(id, '2030-01-01');
      if (used >= atLeast) return used;
    }
  };
  await pass(spent, 60);
  assert.equal(await seconds(60), 60);
  await store.usage.add(id, '2030-01-01', 180);
  const request = await server.sessionRequest(token, {mode: 'text'});
  await pass(spent, 60);
  assert.equal(await seconds(300), 300);
  assert.equal((await stream.next('ended')).reason, 'limit');
  assert.equal((await server.stream(session).closed).code, 4404);
  const over = await server.post('/api/sessions', request);
  assert.equal(over.status, 429);
  const {message, ...rest} = (await over.json()) as {message: string};
  assert.deepEqual(rest, {});
  assert.match(message, /minutes of this day/);
  assert.equal(Number(over.headers.get('retry-after')), 86_400 - 120);
  clock.advance(86_400_000);
  assert.equal((await statusOf(server, token)).status, 201);
});

test('a pause ends the live calls of that widget within seconds, and of no other', async t => {
  const {server, clock, session, stream} = await call(t, {mode: 'text'});
  const other = server.stream(await server.session((await server.widget()).token, {mode: 'text'}));
  await other.send({type: 'hello', mode: 'text'});
  await other.next('ready');
  const record = await server.operator.store.sessions.byId(session.sessionId);
  await server.operator.widgets.pause(record?.widgetId ?? '');
  clock.advance(2000);
  await stream.next('ended');
  assert.equal((await stream.closed).code, 1000);
  await other.send({type: 'text', id: 't1', text: 'Still here?'});
  await other.next('transcript', ({id}) => id === 're-t1');
});
