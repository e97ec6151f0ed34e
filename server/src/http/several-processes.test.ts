/** Several processes behind one proxy, on one Postgres and one Redis, act as one server. */
import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {once} from 'node:events';
import {request} from 'node:http';
import {after, before, suite, test, type TestContext} from 'node:test';
import type {ResolveResponse, SessionResponse} from '../../../src/contract/index.js';
import {testPostgres} from '../../testing/postgres.js';
import {TestRedis} from '../../testing/redis.js';
import {RoundRobin} from '../../testing/round-robin.js';
import {serveScripted} from '../../testing/scripted-process.js';
import {until} from '../../testing/until.js';
import {CLICKED, PAGE, settings, TestServer, TestStream} from '../../testing/test-server.js';
import {loadConfig} from '../config.js';
import type {WidgetSettings} from '../domain/widgets/widget.js';
import {openOperator} from '../operator.js';

let redis: TestRedis;

/** One server's environment: a database and a master key of its own, and the tests' Redis. */
async function environment(more: Record<string, string> = {}): Promise<Record<string, string>> {
  return {
    AIW_DATABASE_URL: await (await testPostgres()).database(),
    AIW_REDIS_URL: redis.url,
    AIW_MASTER_KEY: 'ab'.repeat(32),
    ...more,
  };
}

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: unknown;
}

/** A request over a connection of its own: the next one goes to another process. */
async function post(url: string, body: object, token?: string): Promise<Answer> {
  const headers = {origin: PAGE, ...(token && {authorization: `Bearer ${token}`})};
  const sent = request(url, {method: 'POST', headers, agent: false});
  // What breaks after the answer has begun is seen where it is read.
  sent.on('error', () => {});
  sent.end(JSON.stringify(body));
  const [response] = await once(sent, 'response');
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return {status: response.statusCode, headers: response.headers, body: JSON.parse(text)};
}

async function ask(url: string, token: string): Promise<Answer> {
  const resolved = await post(`${url}/api/widget/resolve`, {token});
  if (resolved.status !== 200) return resolved;
  return post(`${url}/api/sessions`, {
    token,
    challenge: (resolved.body as ResolveResponse).challenge.value,
    engagement: CLICKED,
    mode: 'text',
    page: {url: `${PAGE}/`, title: 'Home', referrer: ''},
  });
}

async function begin(url: string, token: string): Promise<SessionResponse> {
  const {status, body} = await ask(url, token);
  assert.equal(status, 201, JSON.stringify(body));
  return body as SessionResponse;
}

/** Processes in this one, behind a proxy that takes turns. */
async function fleet(
  t: TestContext,
  {
    env,
    widget = {},
    more = {},
  }: {
    env: Record<string, string>;
    widget?: Partial<WidgetSettings>;
    more?: Record<string, string>;
  },
) {
  const proxy = await RoundRobin.start();
  t.after(() => proxy.close());
  const start = () =>
    TestServer.start(t, {
      env: {...env, ...more, AIW_PUBLIC_URL: proxy.url},
    });
  const servers = [await start(), await start()] as const;
  for (const {url} of servers) proxy.ports.push(Number(new URL(url).port));
  const {token} = await servers[0].widget(widget);
  return {proxy, servers, token};
}

async function greeted(session: SessionResponse, lastSeq?: number): Promise<TestStream> {
  const stream = new TestStream(session.transport.url, session.sessionToken, PAGE);
  await stream.send({type: 'hello', mode: 'text', ...(lastSeq && {lastSeq})});
  await stream.next('ready');
  return stream;
}

suite('two processes, one Postgres and one Redis', {timeout: 120_000}, () => {
  before(async () => {
    redis = await TestRedis.start();
  });
  after(() => redis.stop());

  test('count the requests of an address together', async t => {
    const {proxy, token} = await fleet(t, {
      env: await environment({AIW_RATE_LIMITS: 'resolve=5/1m'}),
    });
    const seen = [];
    for (let sent = 0; sent < 6; sent++) {
      const {status, headers} = await post(`${proxy.url}/api/widget/resolve`, {token});
      seen.push([status, headers['ratelimit-remaining']]);
    }
    assert.deepEqual(seen, [
      [200, '4'],
      [200, '3'],
      [200, '2'],
      [200, '1'],
      [200, '0'],
      [429, '0'],
    ]);
  });

  test('give a challenge back to one session only, and calls their places together', async t => {
    const limits = {maxCallSeconds: 600, idleSeconds: 60, callsAtOnce: 2};
    const {proxy, token} = await fleet(t, {env: await environment(), widget: {limits}});
    const [one] = [await begin(proxy.url, token), await begin(proxy.url, token)];
    assert.equal((await ask(proxy.url, token)).status, 503);
    const stream = await greeted(one);
    await stream.send({type: 'end'});
    await stream.next('ended');
    const again = await until(async () => {
      const {status} = await ask(proxy.url, token);
      return status === 503 ? null : status;
    });
    assert.equal(again, 201);
  });

  test('count the calls of one address together', async t => {
    const limits = {maxCallSeconds: 600, idleSeconds: 60, callsPerAddress: 3};
    const {proxy, token} = await fleet(t, {env: await environment(), widget: {limits}});
    const statuses = [];
    for (let asked = 0; asked < 4; asked++) statuses.push((await ask(proxy.url, token)).status);
    assert.deepEqual(statuses, [201, 201, 201, 429]);
  });

  test('hand a call over to where its visitor is, with all that was said', async t => {
    const {proxy, servers, token} = await fleet(t, {env: await environment()});
    const session = await begin(proxy.url, token);
    const holders = () =>
      servers.filter(({engine}) => engine.conversations.has(session.sessionId)).length;
    const first = await greeted(session);
    await first.send({type: 'text', id: 't1', text: 'One'});
    const answer = await first.next('transcript', ({id}) => id === 're-t1');
    assert.equal(holders(), 1);
    first.drop();
    const second = await greeted(session, answer.seq);
    assert.equal(holders(), 2);
    await second.send({type: 'text', id: 't2', text: 'Two'});
    await second.next('transcript', ({id}) => id === 're-t2');
    const ready = second.frames[0];
    assert.equal(ready?.type === 'ready' && ready.resumed, true);
    second.drop();
    // And back to the first, which knows what was said at the second.
    const third = await greeted(session, answer.seq + 10);
    await third.send({type: 'text', id: 't3', text: 'Three'});
    await third.next('transcript', ({id}) => id === 're-t3');
    await third.send({type: 'end'});
    await third.next('ended');
    const {sessions} = servers[0].operator.store;
    const details = await until(async () => {
      const found = await sessions.details(session.sessionId);
      return found?.endedAt ? found : null;
    });
    assert.deepEqual(
      details.turns.map(({id}) => id),
      ['greeting', 't1', 're-t1', 't2', 're-t2', 't3', 're-t3'],
    );
    assert.equal(details.endReason, 'visitor');
  });

  test('lose nothing with one of them that is killed', async t => {
    const proxy = await RoundRobin.start();
    t.after(() => proxy.close());
    const env = {...(await environment({AIW_RATE_LIMITS: 'off'})), AIW_PUBLIC_URL: proxy.url};
    const {widgets, store} = await openOperator(loadConfig(env));
    t.after(() => store.close());
    const {token} = await widgets.create(settings(), {live: true});
    const turnsOf = async ({sessionId}: SessionResponse) =>
      (await store.sessions.details(sessionId))?.turns.map(({id}) => id) ?? [];
    const victim = await serveScripted(t, env);
    const survivor = await serveScripted(t, env);
    for (const {url} of [victim, survivor]) proxy.ports.push(Number(new URL(url).port));
    const calls = await Promise.all(
      Array.from({length: 10}, async (_, n) => {
        const session = await begin(proxy.url, token);
        const stream = await greeted(session);
        await stream.send({type: 'text', id: `t-${n}`, text: 'Before'});
        const {seq} = await stream.next('transcript', ({id}) => id === `re-t-${n}`);
        await until(async () => (await turnsOf(session)).length === 3);
        return {session, stream, seq, n};
      }),
    );
    // About to be acknowledged as it dies: confirmed until it is, as the widget does.
    const captures = calls.map(({session}, n) => confirm(proxy.url, session, n));
    const exit = once(victim.child, 'exit');
    victim.child.kill('SIGKILL');
    await exit;
    await Promise.all(captures);
    let dropped = 0;
    await Promise.all(
      calls.map(async ({session, stream, seq, n}) => {
        const isDropped = stream.socket.readyState !== stream.socket.OPEN;
        if (isDropped) dropped++;
        const open = isDropped ? await greeted(session, seq) : stream;
        await open.send({type: 'text', id: `u-${n}`, text: 'After'});
        await open.next('transcript', ({id}) => id === `re-u-${n}`);
        await open.send({type: 'end'});
        await open.next('ended');
      }),
    );
    assert.ok(dropped > 0 && dropped < 10, `${dropped} of 10 were with the killed process`);
    for (const {session, n} of calls) {
      const said = ['greeting', `t-${n}`, `re-t-${n}`, `u-${n}`, `re-u-${n}`];
      await until(async () => (await turnsOf(session)).length === said.length);
      assert.deepEqual(await turnsOf(session), said);
      const captured = await store.captures.list(session.sessionId);
      assert.deepEqual(
        captured.map(({value}) => value),
        [`jane${n}@example.com`],
      );
    }
  });

  test('go on with limits of their own while Redis is away, and together once it is back', async t => {
    const own = await TestRedis.start();
    t.after(() => own.stop());
    const limits = {maxCallSeconds: 600, idleSeconds: 60, callsAtOnce: 1};
    const env = {...(await environment({AIW_RATE_LIMITS: 'resolve=4/1m'})), AIW_REDIS_URL: own.url};
    const {proxy, servers, token} = await fleet(t, {env, widget: {limits}});
    await own.stop();
    const statuses = [];
    for (const {url} of [...servers, ...servers]) statuses.push((await ask(url, token)).status);
    assert.deepEqual(statuses, [201, 201, 503, 503]);
    await own.launch();
    const client = await own.client();
    await until(async () => {
      await post(`${proxy.url}/api/widget/resolve`, {token});
      return (await client.keys('aiw:rate:resolve:*')).length > 0;
    });
    client.destroy();
  });

  test('a place of a process that died is free again by itself', async t => {
    const limits = {maxCallSeconds: 600, idleSeconds: 60, callsAtOnce: 1};
    const {servers, token} = await fleet(t, {env: await environment(), widget: {limits}});
    await begin(servers[0].url, token);
    const [{id = ''} = {}] = await servers[0].operator.widgets.list();
    const client = await redis.client();
    t.after(() => client.destroy());
    const left = await client.pTTL(`aiw:calls:${id}`);
    assert.ok(left > 0 && left <= 45_000, `the lease ends in ${left} ms`);
    assert.equal((await ask(servers[1].url, token)).status, 503);
    const [session = ''] = await client.zRange(`aiw:calls:${id}`, 0, -1);
    await client.zAdd(`aiw:calls:${id}`, {value: session, score: Date.now() - 1});
    assert.equal((await ask(servers[1].url, token)).status, 201);
  });

  test('do not start without Redis, and say why in one line without the password', async () => {
    const env = {AIW_REDIS_URL: 'redis://:secret-password@127.0.0.1:9/', AIW_DATA_DIR: '/tmp'};
    const {openRedis} = await import('../redis/connection.js');
    const {RedisError} = await import('../redis/redis-error.js');
    const error: unknown = await openRedis(loadConfig(env).redisUrl ?? '', () => {}).then(
      () => null,
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof RedisError);
    assert.match(error.message, /^The Redis of AIW_REDIS_URL cannot be used \(ECONNREFUSED\)\. /);
    assert.doesNotMatch(error.message, /secret-password|\n/);
  });
});

/** Confirms an email address until it is acknowledged. */
async function confirm(url: string, {sessionId, sessionToken}: SessionResponse, n: number) {
  const capture = {
    id: randomUUID(),
    kind: 'email',
    value: `jane${n}@example.com`,
    source: 'agent_asked',
    prefilled: false,
  };
  await until(async () => {
    const sent = post(`${url}/api/sessions/${sessionId}/captures`, capture, sessionToken);
    const status = await sent.then(
      answer => answer.status,
      () => 0,
    );
    return status === 200 || status === 201;
  });
}
