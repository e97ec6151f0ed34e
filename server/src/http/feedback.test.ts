import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {SessionResponse} from '../../../src/contract/index.js';
import {call, detailsOf} from '../../testing/test-call.js';
import {FakeClock, PAGE, type TestServer} from '../../testing/test-server.js';

const DAY_MS = 24 * 60 * 60_000;

const send = (
  server: TestServer,
  {sessionId, sessionToken}: Pick<SessionResponse, 'sessionId' | 'sessionToken'>,
  body: unknown,
  headers: Record<string, string> = {},
) =>
  server.post(`/api/sessions/${sessionId}/feedback`, body, {
    origin: PAGE,
    authorization: `Bearer ${sessionToken}`,
    ...headers,
  });

/** What is kept of a session's verdicts, that on the whole first. */
const verdictsOf = async (server: TestServer, session: SessionResponse) =>
  (await detailsOf(server, session)).feedback
    .map(({messageId, rating, comment}) => [messageId ?? '', rating, comment] as const)
    .sort(([a], [b]) => a.localeCompare(b));

/** A call that has ended. */
async function endedCall(t: Parameters<typeof call>[0], options: Parameters<typeof call>[1] = {}) {
  const started = await call(t, options);
  await started.stream.send({type: 'end'});
  await started.stream.closed;
  return started;
}

test('takes a verdict on the conversation and on a message once the call is over', async t => {
  const {server, session} = await endedCall(t);
  const whole = await send(server, session, {rating: 5, comment: ' Quick and kind. '});
  assert.equal(whole.status, 200);
  const body = (await whole.json()) as {at: string};
  assert.deepEqual(body, {messageId: null, rating: 5, comment: 'Quick and kind.', at: body.at});
  await send(server, session, {message_id: 'greeting', rating: 1, comment: '  '});
  assert.deepEqual(await verdictsOf(server, session), [
    ['', 5, 'Quick and kind.'],
    ['greeting', 1, null],
  ]);
});

test('keeps the latest verdict on a message, whichever way it came', async t => {
  const {server, session, stream} = await call(t);
  await stream.send(
    {type: 'feedback', messageId: 'greeting', rating: 5},
    {type: 'feedback', messageId: 'greeting', rating: 1, comment: 'Too long'},
    {type: 'feedback', rating: 5},
    {type: 'end'},
  );
  await stream.closed;
  assert.deepEqual(await verdictsOf(server, session), [
    ['', 5, null],
    ['greeting', 1, 'Too long'],
  ]);
  await send(server, session, {rating: 1});
  assert.deepEqual(await verdictsOf(server, session), [
    ['', 1, null],
    ['greeting', 1, 'Too long'],
  ]);
});

test('a message of another conversation is none of this one', async t => {
  const {server, session, stream} = await call(t);
  await stream.send({type: 'feedback', messageId: 'elsewhere', rating: 5}, {type: 'end'});
  await stream.closed;
  const response = await send(server, session, {message_id: 'elsewhere', rating: 5});
  assert.equal(response.status, 404);
  assert.deepEqual(await verdictsOf(server, session), []);
});

test('what is no verdict is 400 and names the field', async t => {
  const {server, session} = await endedCall(t);
  for (const [field, body] of [
    ['rating', {}],
    ['rating', {rating: 0}],
    ['rating', {rating: 6}],
    ['rating', {rating: 4.5}],
    ['rating', {rating: '5'}],
    ['comment', {rating: 5, comment: 'x'.repeat(1001)}],
    ['message_id', {rating: 5, message_id: ''}],
  ] as const) {
    const response = await send(server, session, body);
    assert.equal(response.status, 400);
    assert.match(((await response.json()) as {message: string}).message, new RegExp(field));
  }
  assert.equal((await send(server, session, {rating: 5, comment: 'x'.repeat(1000)})).status, 200);
});

test('asks for the session, its token and its origin', async t => {
  const clock = new FakeClock();
  const {server, session} = await endedCall(t, {clock});
  const statusOf = async (
    ...args: Parameters<typeof send> extends [unknown, ...infer R] ? R : []
  ) => (await send(server, ...args)).status;
  const verdict = {rating: 5};
  const nowhere = '00000000-0000-4000-8000-000000000000';
  assert.equal(await statusOf({...session, sessionId: nowhere}, verdict), 404);
  assert.equal(await statusOf({...session, sessionToken: 'x'}, verdict), 401);
  assert.equal(await statusOf(session, verdict, {origin: 'https://evil.test'}), 403);
  assert.equal(await statusOf(session, verdict), 200);
  clock.advance(DAY_MS + 60_000);
  assert.equal(await statusOf(session, verdict), 401);
});

test('is limited by itself, and captures by themselves', async t => {
  const {server, session} = await endedCall(t, {
    env: {AIW_RATE_LIMITS: 'resolve=60/1m,sessions=30/1h,captures=1/1h'},
  });
  assert.equal((await send(server, session, {rating: 5})).status, 200);
  assert.equal((await send(server, session, {rating: 5})).status, 429);
  const capture = await server.post(
    `/api/sessions/${session.sessionId}/captures`,
    {
      id: '00000000-0000-4000-8000-000000000001',
      kind: 'name',
      value: 'Jane',
      source: 'agent_asked',
      prefilled: false,
    },
    {origin: PAGE, authorization: `Bearer ${session.sessionToken}`},
  );
  assert.equal(capture.status, 201);
});
