import assert from 'node:assert/strict';
import {test} from 'node:test';
import {SignJWT} from 'jose';
import type {SessionRequest, SessionResponse} from '../../../src/contract/index.js';
import {timestamp} from '../domain/clock.js';
import {CLICKED, FakeClock, PAGE, TestServer} from '../../testing/test-server.js';

const codeOf = async (response: Response) => ((await response.json()) as {error?: string}).error;

test('a click starts a session whose record holds what the page said', async t => {
  const server = await TestServer.start(t);
  const {token, id} = await server.widget();
  const session = await server.session(token);
  assert.match(session.sessionToken, /^[\w-]+$/);
  assert.equal(session.visitorClaims, null);
  assert.equal('visitorTokenError' in session, false);
  assert.deepEqual(session.transport, {
    kind: 'websocket',
    protocol: 'aiw.v1',
    url: `${server.url.replace('http', 'ws')}/api/sessions/${session.sessionId}/stream`,
  });
  const record = await server.operator.store.sessions.byId(session.sessionId);
  assert.equal(record?.widgetId, id);
  assert.equal(record?.origin, PAGE);
  assert.deepEqual(record?.page, {url: `${PAGE}/pricing`, title: 'Pricing', referrer: ''});
  assert.equal(record?.endedAt, null);
});

test('the stream stands where the operator says the server is', async t => {
  const env = {AIW_PUBLIC_URL: 'https://voice.acme.com/agent/'};
  const server = await TestServer.start(t, {env});
  const {transport, sessionId} = await server.session((await server.widget()).token);
  assert.equal(transport.url, `wss://voice.acme.com/agent/api/sessions/${sessionId}/stream`);
});

test('a challenge works once', async t => {
  const server = await TestServer.start(t);
  const request = await server.sessionRequest((await server.widget()).token);
  const answers = await Promise.all([1, 2, 3].map(() => server.post('/api/sessions', request)));
  const statuses = answers.map(({status}) => status).sort();
  assert.deepEqual(statuses, [201, 403, 403]);
  assert.equal(await codeOf(await server.post('/api/sessions', request)), 'CHALLENGE_USED');
});

test('a challenge works once among processes on one store', async t => {
  const one = await TestServer.start(t);
  const env = {AIW_DATA_DIR: one.dataDir};
  const two = await TestServer.start(t, {env});
  const {token} = await one.widget();
  for (let round = 0; round < 5; round++) {
    const request = await one.sessionRequest(token, {mode: 'text'});
    const answers = await Promise.all(
      [one, two, one, two].map(server => server.post('/api/sessions', request)),
    );
    assert.deepEqual(answers.map(({status}) => status).sort(), [201, 403, 403, 403]);
  }
});

test('a challenge belongs to one widget and one exact origin', async t => {
  const server = await TestServer.start(t);
  const {token} = await server.widget();
  const other = await server.widget();
  const request = await server.sessionRequest(token);
  const elsewhere = await server.post('/api/sessions', request, {origin: 'https://acme.com'});
  assert.equal(await codeOf(elsewhere), 'CHALLENGE_INVALID');
  const swapped = await server.post('/api/sessions', {...request, token: other.token});
  assert.equal(await codeOf(swapped), 'CHALLENGE_INVALID');
  for (const challenge of ['', 'x', `${request.challenge}=`, request.challenge.slice(0, -2)]) {
    const response = await server.post('/api/sessions', {...request, challenge});
    assert.equal(await codeOf(response), 'CHALLENGE_INVALID');
  }
  assert.equal((await server.post('/api/sessions', request)).status, 201);
});

test('a challenge lasts five minutes', async t => {
  const clock = new FakeClock();
  const server = await TestServer.start(t, {clock});
  const {token} = await server.widget();
  const request = await server.sessionRequest(token);
  const late = await server.sessionRequest(token);
  clock.advance(299_999);
  assert.equal((await server.post('/api/sessions', request)).status, 201);
  clock.advance(1);
  assert.equal(await codeOf(await server.post('/api/sessions', late)), 'CHALLENGE_EXPIRED');
});

test('nobody there, no session; the challenge and the limit stay whole', async t => {
  const server = await TestServer.start(t, {env: {AIW_RATE_LIMITS: 'sessions=2/1h'}});
  const request = await server.sessionRequest((await server.widget()).token);
  const passive = {...CLICKED, pointer_events: 0, dwell_ms: 60_000};
  for (let i = 0; i < 4; i++) {
    const response = await server.post('/api/sessions', {...request, engagement: passive});
    assert.equal(response.status, 403);
    assert.equal(await codeOf(response), 'ENGAGEMENT_REQUIRED');
  }
  assert.equal((await server.post('/api/sessions', request)).status, 201);
  assert.equal((await server.post('/api/sessions', request)).status, 403);
  assert.equal((await server.post('/api/sessions', request)).status, 429);
});

const CONSENT = {text: 'We write down what you say.', policyUrl: 'https://acme.com/privacy'};

test('without consent to the text of now, no session; the challenge and the limit stay whole', async t => {
  const server = await TestServer.start(t, {env: {AIW_RATE_LIMITS: 'sessions=2/1h'}});
  const {token, id} = await server.widget({consent: CONSENT});
  const {consent} = await server.resolve(token);
  assert.deepEqual({...consent, version: ''}, {...CONSENT, version: ''});
  const request = await server.sessionRequest(token);
  const agreed_at = new Date().toISOString();
  const given = {version: consent?.version ?? '', agreed_at};
  for (const wrong of [undefined, {...given, version: 'older'}, {...given, version: ''}]) {
    const response = await server.post('/api/sessions', {...request, consent: wrong});
    assert.equal(response.status, 403);
    assert.equal(await codeOf(response), 'CONSENT_REQUIRED');
  }
  assert.equal((await server.post('/api/sessions', {...request, consent: given})).status, 201);
  for (const changed of [{...CONSENT, text: 'We keep it.'}, {text: CONSENT.text}]) {
    await server.operator.widgets.edit(id, {consent: changed});
    await server.operator.widgets.publish(id);
    const again = {...(await server.sessionRequest(token)), consent: given};
    assert.equal(await codeOf(await server.post('/api/sessions', again)), 'CONSENT_REQUIRED');
  }
});

test('a consent is kept with its session: which text, and when', async t => {
  const clock = new FakeClock();
  const server = await TestServer.start(t, {clock});
  const {token} = await server.widget({consent: CONSENT});
  const version = (await server.resolve(token)).consent?.version ?? '';
  const consentOf = async (agreed_at: string) => {
    const {sessionId} = await server.session(token, {consent: {version, agreed_at}});
    return (await server.operator.store.sessions.details(sessionId))?.consent;
  };
  const agreedAt = '2029-12-31T23:00:00.000Z';
  assert.deepEqual(await consentOf('2030-01-01T01:00:00+02:00'), {version, agreedAt});
  const ahead = await consentOf('2031-01-01T00:00:00Z');
  assert.deepEqual(ahead, {version, agreedAt: '2030-01-01T00:00:00.000Z'}, 'a clock runs ahead');
  const bad = {...(await server.sessionRequest(token)), consent: {version, agreed_at: 'today'}};
  assert.equal((await server.post('/api/sessions', bad)).status, 400);
});

test('a widget without a consent text keeps none, whatever it is sent', async t => {
  const server = await TestServer.start(t);
  const consent = {version: 'v', agreed_at: new Date().toISOString()};
  const {sessionId} = await server.session((await server.widget()).token, {consent});
  assert.equal((await server.operator.store.sessions.byId(sessionId))?.consent, null);
});

test('a trigger must be published, and able to have fired', async t => {
  const server = await TestServer.start(t);
  const {token} = await server.widget({
    triggers: [
      {id: 'slow', name: 'Slow', priority: 1, conditions: [{type: 'dwellSeconds', gte: 30}]},
      {id: 'deep', name: 'Deep', priority: 1, conditions: [{type: 'scrollDepth', gte: 0.5}]},
      {id: 'exit', name: 'Exit', priority: 1, conditions: [{type: 'exitIntent'}]},
    ],
  });
  const post = async (engagement: Partial<SessionRequest['engagement']>) => {
    const request = await server.sessionRequest(token, {
      engagement: {...CLICKED, opened_by: 'trigger', ...engagement},
    });
    return (await server.post('/api/sessions', request)).status;
  };
  assert.equal(await post({trigger_id: 'slow', dwell_ms: 30_000}), 201);
  assert.equal(await post({trigger_id: 'slow', dwell_ms: 29_999}), 403);
  assert.equal(await post({trigger_id: 'slow', dwell_ms: 30_000, pointer_events: 0}), 403);
  assert.equal(await post({trigger_id: 'deep', scroll_events: 1}), 201);
  assert.equal(await post({trigger_id: 'deep'}), 403);
  assert.equal(await post({trigger_id: 'exit'}), 201);
  assert.equal(await post({trigger_id: 'exit', pointer_events: 0, key_events: 1}), 403);
  assert.equal(await post({trigger_id: 'other'}), 403);
  assert.equal(await post({}), 403);
});

test('a full server says when to come back, and takes nothing for it', async t => {
  const env = {AIW_MAX_CALLS: '1', AIW_RATE_LIMITS: 'sessions=3/1h'};
  const server = await TestServer.start(t, {env});
  const {token} = await server.widget();
  const first = await server.session(token);
  const request = await server.sessionRequest(token);
  for (let i = 0; i < 3; i++) {
    const busy = await server.post('/api/sessions', request);
    assert.equal(busy.status, 503);
    assert.equal(Number(busy.headers.get('retry-after')) > 0, true);
  }
  assert.equal((await server.session(token, {mode: 'text'})).visitorClaims, null);
  const stream = server.stream(first);
  await stream.send({type: 'hello', mode: 'voice'}, {type: 'end'});
  await stream.closed;
  assert.equal((await server.post('/api/sessions', request)).status, 201);
});

test('the checks come in the order of the contract', async t => {
  const server = await TestServer.start(t);
  const {token, id} = await server.widget();
  const junk = {token, mode: 'telepathy'};
  const status = async (body: unknown, headers?: Record<string, string>) =>
    (await server.post('/api/sessions', body, headers)).status;
  assert.equal(await status(junk, {}), 401);
  assert.equal(
    await status({...junk, token: `wt_${'a'.repeat(32)}`}, {origin: 'https://b.io'}),
    401,
  );
  assert.equal(await status(junk, {origin: 'https://b.io'}), 403);
  await server.operator.widgets.pause(id);
  assert.equal(await status(junk), 409);
  await server.operator.widgets.publish(id);
  const response = await server.post('/api/sessions', junk);
  assert.equal(response.status, 400);
  assert.match(((await response.json()) as {message: string}).message, /challenge/);
});

test('a signed visitor is known to the operator, and to nobody else', async t => {
  const server = await TestServer.start(t);
  const {token, secret} = await server.widget({identity: {enabled: true}});
  const visitor_token = await new SignJWT({email: 'jane@example.com', name: 'Jane', role: 'admin'})
    .setProtectedHeader({alg: 'HS256'})
    .setSubject('u-1')
    .setExpirationTime('5m')
    .sign(new TextEncoder().encode(secret));
  const session = await server.session(token, {visitor_token});
  const claims = {sub: 'u-1', email: 'jane@example.com', name: 'Jane'};
  assert.deepEqual(session.visitorClaims, claims);
  const details = await server.operator.store.sessions.details(session.sessionId);
  assert.deepEqual(details?.claims, claims);
  const stream = server.stream(session);
  await stream.send({type: 'hello', mode: 'text'});
  await stream.next('ready');
  const {init} = server.engine.of(session.sessionId);
  assert.equal(JSON.stringify({...init, output: null}).includes('jane'), false);
});

test('a rotated secret is refused at once, or honoured for the time that was granted', async t => {
  const clock = new FakeClock();
  const server = await TestServer.start(t, {clock});
  const {token, id, secret} = await server.widget({identity: {enabled: true}});
  const claimed = async (key: string) => {
    const visitor_token = await new SignJWT({sub: 'u-1', exp: clock.now() / 1000 + 300})
      .setProtectedHeader({alg: 'HS256'})
      .sign(new TextEncoder().encode(key));
    const {visitorClaims, visitorTokenError} = await server.session(token, {
      visitor_token,
      mode: 'text',
    });
    return visitorClaims?.sub ?? visitorTokenError?.error;
  };
  const hour = 3_600_000;
  const second = await server.operator.widgets.rotateSecret(id, timestamp(clock.now() + hour));
  assert.ok(second);
  assert.equal(await claimed(secret), 'u-1');
  assert.equal(await claimed(second), 'u-1');
  clock.advance(hour);
  assert.equal(await claimed(secret), 'INVALID_VISITOR_TOKEN');
  assert.equal(await claimed(second), 'u-1');
  const third = await server.operator.widgets.rotateSecret(id);
  assert.ok(third);
  assert.equal(await claimed(second), 'INVALID_VISITOR_TOKEN');
  assert.equal(await claimed(third), 'u-1');
});

test('a bad visitor token never costs the visitor the call', async t => {
  const server = await TestServer.start(t);
  const on = await server.widget({identity: {enabled: true}});
  const off = await server.widget();
  const start = async (token: string, visitor_token: unknown) => {
    const request = await server.sessionRequest(token);
    const response = await server.post('/api/sessions', {...request, visitor_token});
    assert.equal(response.status, 201);
    return (await response.json()) as SessionResponse;
  };
  for (const bad of ['nonsense', 7, 'a.b.c', 'x'.repeat(10_000)]) {
    const {visitorClaims, visitorTokenError} = await start(on.token, bad);
    assert.equal(visitorClaims, null);
    assert.equal(visitorTokenError?.error, 'INVALID_VISITOR_TOKEN');
  }
  for (const absent of [undefined, null, '']) {
    assert.equal('visitorTokenError' in (await start(on.token, absent)), false);
  }
  assert.equal('visitorTokenError' in (await start(off.token, 'nonsense')), false);
});
