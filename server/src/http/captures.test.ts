import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {test} from 'node:test';
import type {CaptureRequest, SessionResponse} from '../../../src/contract/index.js';
import {FakeClock, PAGE, TestServer} from '../../testing/test-server.js';

function capture(changes: Partial<CaptureRequest> = {}): CaptureRequest {
  const value = ' jane@Example.COM ';
  return {
    id: randomUUID(),
    kind: 'email',
    value,
    source: 'agent_asked',
    prefilled: false,
    ...changes,
  };
}

const send = (
  server: TestServer,
  {sessionId, sessionToken}: Pick<SessionResponse, 'sessionId' | 'sessionToken'>,
  body: unknown,
  headers: Record<string, string> = {},
) =>
  server.post(`/api/sessions/${sessionId}/captures`, body, {
    origin: PAGE,
    authorization: `Bearer ${sessionToken}`,
    ...headers,
  });

test('stores a value once, in its normal form', async t => {
  const server = await TestServer.start(t);
  const session = await server.session((await server.widget()).token);
  const body = capture();
  const first = await send(server, session, body);
  assert.equal(first.status, 201);
  const stored = await first.json();
  assert.deepEqual(stored, {
    ...body,
    value: 'jane@example.com',
    sessionId: session.sessionId,
    createdAt: (stored as {createdAt: string}).createdAt,
  });
  const again = await send(server, session, {...body, value: 'other@example.com'});
  assert.equal(again.status, 200);
  assert.deepEqual(await again.json(), stored);
  assert.equal((await server.operator.store.captures.list(session.sessionId)).length, 1);
});

test('reads phone numbers by the country of the visitor', async t => {
  const server = await TestServer.start(t);
  const session = await server.session((await server.widget()).token, {locale: 'en-GB'});
  const put = async (value: string) => {
    const response = await send(server, session, capture({kind: 'phone', value}));
    return response.status === 201 ? ((await response.json()) as {value: string}).value : null;
  };
  assert.equal(await put('020 7946 0958'), '+442079460958');
  assert.equal(await put('+1 (415) 555-2671'), '+14155552671');
  assert.equal(await put('call me'), null);
});

test('a value that is not of its kind is 422', async t => {
  const server = await TestServer.start(t);
  const session = await server.session((await server.widget()).token);
  for (const [kind, value] of [
    ['email', 'jane at example'],
    ['phone', '12'],
    ['name', ''],
  ] as const) {
    const response = await send(server, session, capture({kind, value}));
    assert.equal(response.status, 422, kind);
    assert.equal(((await response.json()) as {error: string}).error, 'INVALID_CAPTURE');
  }
  assert.equal((await send(server, session, capture({id: 'not-a-uuid'}))).status, 400);
});

test('asks for the session, its token and its origin', async t => {
  const server = await TestServer.start(t);
  const {token} = await server.widget();
  const session = await server.session(token);
  const other = await server.session(token);
  const status = async (
    changes: Partial<SessionResponse>,
    headers: Record<string, string> = {},
  ): Promise<number> => (await send(server, {...session, ...changes}, capture(), headers)).status;
  assert.equal(await status({}, {authorization: ''}), 401);
  assert.equal(await status({sessionToken: 'wrong'}), 401);
  assert.equal(await status({sessionToken: other.sessionToken}), 401);
  assert.equal(await status({sessionId: randomUUID()}), 404);
  assert.equal(await status({sessionId: 'nonsense'}), 404);
  assert.equal(await status({}, {origin: 'https://evil.net'}), 403);
  assert.equal(await status({}), 201);
  const bare = await server.post(`/api/sessions/${session.sessionId}/captures`, capture(), {});
  assert.equal(bare.status, 401);
  assert.equal(((await bare.json()) as {error: string}).error, 'ORIGIN_REQUIRED');
});

test('a late retry arrives for a day after the call', async t => {
  const clock = new FakeClock();
  const server = await TestServer.start(t, {clock});
  const session = await server.session((await server.widget()).token);
  const stream = server.stream(session);
  await stream.send({type: 'hello', mode: 'text'}, {type: 'end'});
  await stream.closed;
  clock.advance(24 * 3_600_000 - 1000);
  assert.equal((await send(server, session, capture())).status, 201);
  clock.advance(2000);
  assert.equal((await send(server, session, capture())).status, 401);
});
