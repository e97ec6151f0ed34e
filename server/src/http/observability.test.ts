/** What an operator sees of a server, and what nobody sees of a visitor. */
import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {Agent, get} from 'node:http';
import {connect} from 'node:net';
import {Writable} from 'node:stream';
import {test, type TestContext} from 'node:test';
import pino from 'pino';
import {PAGE, TestServer} from '../../testing/test-server.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Line = Record<string, unknown> & {msg: string};

/** A server whose log is kept, down to its quietest lines. */
async function logged(t: TestContext, env: Record<string, string> = {}) {
  const text: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      text.push(String(chunk));
      done();
    },
  });
  const server = await TestServer.start(t, {env, logger: pino({level: 'debug'}, sink)});
  const lines = () =>
    text
      .join('')
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line) as Line);
  /** The line about a request, once it is there. */
  const lineOf = async (requestId: string | null): Promise<Line> => {
    for (;;) {
      const line = lines().find(each => each['requestId'] === requestId);
      if (line) return line;
      await new Promise(resolve => setImmediate(resolve));
    }
  };
  return {server, lines, lineOf, text: () => text.join('')};
}

test('every request has an id, which its answer, its page and its line in the log have', async t => {
  const {server, lineOf, lines} = await logged(t);
  const {token} = await server.widget();
  const response = await server.post('/api/sessions', await server.sessionRequest(token));
  const id = response.headers.get('x-request-id');
  assert.match(id ?? '', UUID);
  assert.match(response.headers.get('access-control-expose-headers') ?? '', /X-Request-Id/);
  const {sessionId} = (await response.json()) as {sessionId: string};
  const {level, time, pid, hostname, ms, ...line} = await lineOf(id);
  void [level, time, pid, hostname];
  assert.equal(typeof ms, 'number');
  assert.deepEqual(line, {
    ...{requestId: id, method: 'POST', route: '/api/sessions', status: 201, sessionId},
    msg: 'request',
  });
  assert.ok(lines().some(each => each.msg === 'call started' && each['sessionId'] === sessionId));
});

test('an id that a proxy has given is kept, unless it is none', async t => {
  const {server} = await logged(t);
  const idOf = async (given: string) =>
    (await fetch(`${server.url}/healthz`, {headers: {'x-request-id': given}})).headers.get(
      'x-request-id',
    );
  assert.equal(await idOf('proxy-7f.3_a'), 'proxy-7f.3_a');
  for (const wrong of ['short', 'x'.repeat(65), 'jane@example.com', 'a b c d e f']) {
    assert.match((await idOf(wrong)) ?? '', UUID, wrong);
  }
});

test('a refusal is logged by its code', async t => {
  const {server, lineOf} = await logged(t);
  const {token} = await server.widget();
  const refused = await server.post(
    '/api/widget/resolve',
    {token},
    {origin: 'https://evil.example'},
  );
  const {route, status, code} = await lineOf(refused.headers.get('x-request-id'));
  assert.deepEqual([route, status, code], ['/api/widget/resolve', 403, 'ORIGIN_NOT_ALLOWED']);
});

test('nothing of a visitor is in the log, whatever they send', async t => {
  const {server, lineOf, text} = await logged(t, {AIW_TRUST_PROXY: '1'});
  const {token, secret} = await server.widget({identity: {enabled: true}});
  const marks = ['jane@example.com', '4155552671', 'Passw0rd', '203.0.113.77', 'SecretAgent'];
  const [email, phone, word, address, agent] = marks as [string, string, string, string, string];
  const headers = {
    ...{origin: PAGE, 'user-agent': agent, cookie: `session=${word}`},
    ...{referer: `https://acme.com/?q=${word}`, 'x-forwarded-for': address},
  };
  const session = await server.session(token, {
    mode: 'text',
    page: {url: `${PAGE}/?email=${email}`, title: word, referrer: ''},
    visitor_token: `${word}.${word}.${word}`,
  });
  const {sessionId, sessionToken} = session;
  const asked = [
    server.post(`/api/widget/resolve?email=${email}`, {token, note: word}, headers),
    server.post('/api/widget/resolve', `{"token": "${word}`, headers),
    server.post('/api/widget/resolve', {token: `wt_${word}`}, headers),
    server.post(`/api/sessions/${email}/captures`, {value: email}, headers),
    server.post(
      `/api/sessions/${sessionId}/captures`,
      {
        ...{id: randomUUID(), kind: 'email', value: email},
        ...{source: 'agent_asked', prefilled: false},
      },
      {...headers, authorization: `Bearer ${sessionToken}`},
    ),
    server.post(
      `/api/sessions/${sessionId}/captures`,
      {id: randomUUID(), kind: 'phone', value: phone, source: email, prefilled: word},
      {...headers, authorization: `Bearer ${sessionToken}`},
    ),
    fetch(`${server.url}/${email}/${word}`, {headers}),
    fetch(`${server.url}/api/${word}`, {method: 'DELETE', headers}),
  ];
  for (const response of await Promise.all(asked)) {
    await lineOf(response.headers.get('x-request-id'));
  }
  const stream = server.stream(session);
  await stream.send({type: 'hello', mode: 'text', lastSeq: 0});
  await stream.next('ready');
  await stream.send({type: 'text', id: 'm1', text: `I am ${email}, ${word}`});
  await stream.next('transcript');
  await stream.send({type: 'end'});
  await stream.closed;
  const wrong = server.stream({...session, sessionToken: word});
  await wrong.closed;
  for (const mark of [...marks, sessionToken, secret, token]) {
    assert.equal(text().includes(mark), false, mark);
  }
});

test('what happens is counted, on an address of its own, without a name', async t => {
  const {server} = await logged(t, {AIW_METRICS_PORT: '0'});
  const {token} = await server.widget();
  const session = await server.session(token, {mode: 'text'});
  await server.post('/api/widget/resolve', {token}, {origin: 'https://evil.example'});
  const read = async () => (await fetch(server.metricsUrl ?? '')).text();
  const during = await read();
  assert.match(during, /^aiw_calls_live\{mode="text"\} 1$/m);
  assert.match(during, /^aiw_calls_started_total\{mode="text"\} 1$/m);
  assert.match(
    during,
    /^aiw_rejections_total\{route="\/api\/widget\/resolve",status="403",code="ORIGIN_NOT_ALLOWED"\} 1$/m,
  );
  assert.match(
    during,
    /^aiw_http_request_duration_seconds_count\{method="POST",route="\/api\/sessions",status="201"\} 1$/m,
  );
  const stream = server.stream(session);
  await stream.send({type: 'hello', mode: 'text', lastSeq: 0});
  await stream.next('ready');
  await stream.send({type: 'end'});
  await stream.closed;
  const after = await read();
  assert.match(after, /^aiw_call_duration_seconds_count\{reason="visitor"\} 1$/m);
  assert.match(after, /^aiw_calls_live\{mode="text"\} 0$/m);
  assert.equal(after.includes(token), false);
  assert.equal(after.includes(session.sessionId), false);
  assert.equal((await fetch(`${server.url}/metrics`)).status, 404, 'not where visitors are');
  assert.equal((await fetch((server.metricsUrl ?? '').replace('metrics', ''))).status, 404);
});

test('nothing is counted where nobody asks for it', async t => {
  const {server} = await logged(t);
  assert.equal(server.metricsUrl, null);
});

test('/readyz says no as soon as a shutdown begins, while calls are still told of it', async t => {
  const {server} = await logged(t);
  const {token} = await server.widget();
  const session = await server.session(token, {mode: 'text'});
  const stream = server.stream(session);
  await stream.send({type: 'hello', mode: 'text', lastSeq: 0});
  await stream.next('ready');
  const agent = new Agent({keepAlive: true, maxSockets: 1});
  t.after(() => agent.destroy());
  const ready = () =>
    new Promise<{status?: number; body: string}>((resolve, reject) => {
      get(`${server.url}/readyz`, {agent}, response => {
        const parts: Buffer[] = [];
        response.on('data', part => parts.push(part as Buffer));
        response.on('end', () =>
          resolve({status: response.statusCode, body: Buffer.concat(parts).toString()}),
        );
      }).on('error', reject);
    });
  assert.equal((await ready()).status, 200);
  let release = () => {};
  const conversation = server.engine.conversations.get(session.sessionId);
  assert.ok(conversation);
  conversation.beforeClosed = () => new Promise(resolve => (release = resolve));
  const closing = server.close();
  const {status, body} = await ready();
  assert.equal(status, 503);
  assert.match(body, /"status":"stopping"/);
  release();
  await closing;
});

/** What comes of a connection that sends its bytes slowly; resolves when the server has had enough. */
function slowly(url: string, text: string): Promise<string> {
  const {hostname, port} = new URL(url);
  return new Promise(resolve => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let answer = '';
    socket.on('data', data => (answer += String(data)));
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
  });
}

test('a client that never ends its headers or its body is cut off', async t => {
  const patience = {headersMs: 200, requestMs: 400};
  const {url} = await TestServer.start(t, {patience});
  const post =
    'POST /api/widget/resolve HTTP/1.1\r\nHost: localhost\r\nOrigin: https://acme.com\r\n';
  const answers = await Promise.all([
    slowly(url, 'GET /healthz HTTP/1.1\r\nHost: local'),
    slowly(url, `${post}Content-Type: application/json\r\nContent-Length: 400\r\n\r\n{"token":`),
    slowly(url, `${post}Transfer-Encoding: chunked\r\n\r\n5\r\n{"tok\r\n`),
  ]);
  for (const answer of answers) assert.match(answer, /^HTTP\/1\.1 408 /);
});
