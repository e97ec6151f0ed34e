/** A server whose data is in Postgres, which comes and goes. */
import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {suite, test} from 'node:test';
import {sql} from 'kysely';
import {testPostgres, TestPostgres} from '../../testing/postgres.js';
import {FakeClock, PAGE, TestServer} from '../../testing/test-server.js';
import {loadConfig} from '../config.js';
import {openOperator} from '../operator.js';
import {DatabaseError} from '../store/postgres.js';

const NOWHERE = 'postgres://aiw:secret-password@127.0.0.1:1/aiw';

suite('a server on Postgres', () => {
  test('takes a visitor from resolve to a stored contact detail and transcript', async t => {
    const env = {AIW_DATABASE_URL: await (await testPostgres()).database()};
    const server = await TestServer.start(t, {env});
    const {token} = await server.widget();
    const session = await server.session(token, {mode: 'text'});
    const {sessionId, sessionToken} = session;
    const stored = await server.post(
      `/api/sessions/${sessionId}/captures`,
      {
        ...{id: randomUUID(), kind: 'phone', value: '(415) 555-2671'},
        ...{source: 'agent_asked', prefilled: false},
      },
      {origin: PAGE, authorization: `Bearer ${sessionToken}`},
    );
    assert.equal(stored.status, 201);
    const stream = server.stream(session);
    await stream.send({type: 'hello', mode: 'text', lastSeq: 0});
    await stream.next('ready');
    await stream.send({type: 'text', id: 'm1', text: 'Hello'});
    await stream.next('transcript', ({role}) => role === 'agent');
    await stream.send({type: 'end'});
    await stream.closed;
    let details = await server.operator.store.sessions.details(sessionId);
    while (!details?.endReason) {
      details = await server.operator.store.sessions.details(sessionId);
    }
    assert.equal(details.endReason, 'visitor');
    assert.deepEqual(
      details.captures.map(({value}) => value),
      ['+14155552671'],
    );
    assert.ok(details.turns.some(({text}) => text === 'Hello'));
    const again = await server.sessionRequest(token, {mode: 'text'});
    assert.equal((await server.post('/api/sessions', again)).status, 201);
    const used = await server.post('/api/sessions', again);
    assert.equal(((await used.json()) as {error: string}).error, 'CHALLENGE_USED');
  });

  test('syncs each commit, whatever Postgres does by default', async t => {
    const url = await (await testPostgres()).database();
    const {db, store} = await openOperator(
      loadConfig({AIW_DATABASE_URL: url, AIW_MASTER_KEY: 'ab'.repeat(32)}),
    );
    t.after(() => store.close());
    const asked = Array.from({length: 4}, () =>
      sql<{synchronous_commit: string}>`SHOW synchronous_commit`.execute(db),
    );
    for (const {rows} of await Promise.all(asked)) {
      assert.deepEqual(rows, [{synchronous_commit: 'on'}]);
    }
  });

  test('answers 503 while Postgres is away, and as before once it is back', async t => {
    const postgres = await TestPostgres.start();
    t.after(() => postgres.stop('SIGKILL'));
    const env = {AIW_DATABASE_URL: await postgres.database(), AIW_RATE_LIMITS: 'off'};
    const server = await TestServer.start(t, {env});
    const {token} = await server.widget();
    await server.resolve(token);
    await postgres.stop('SIGKILL');
    const away = await server.post('/api/widget/resolve', {token});
    assert.equal(away.status, 503);
    assert.equal(away.headers.get('retry-after'), '5');
    const body = JSON.stringify(await away.json());
    assert.match(body, /cannot reach its database/);
    assert.doesNotMatch(body, /127\.0\.0\.1|secret-password/);
    const unready = await fetch(`${server.url}/readyz`);
    assert.deepEqual(
      [unready.status, ((await unready.json()) as {store: string}).store],
      [...[503, 'unreachable']],
    );
    assert.equal((await fetch(`${server.url}/healthz`)).status, 200);
    await postgres.launch();
    await server.resolve(token);
    await server.session(token, {mode: 'text'});
    assert.equal((await fetch(`${server.url}/readyz`)).status, 200);
  });

  test('leaves the calls of another process alone, and ends those of one that is gone', async t => {
    const env = {AIW_DATABASE_URL: await (await testPostgres()).database()};
    const key = {AIW_MASTER_KEY: 'ab'.repeat(32)};
    const one = await TestServer.start(t, {env: {...env, ...key}});
    const {token} = await one.widget();
    const {sessionId} = await one.session(token, {mode: 'text'});
    const reasonNow = async () => (await one.operator.store.sessions.byId(sessionId))?.endReason;
    const two = await TestServer.start(t, {env: {...env, ...key}});
    assert.equal(await reasonNow(), null);
    assert.equal((await two.session(token, {mode: 'text'})).sessionId === sessionId, false);
    // By the clock of the third, the first two were not seen for years.
    await TestServer.start(t, {env: {...env, ...key}, clock: new FakeClock()});
    assert.equal(await reasonNow(), 'shutdown');
  });

  test('does not start without it, and says why in one line without the password', async () => {
    const wrong = (await testPostgres()).url('no_such_database');
    for (const [url, words] of [
      [NOWHERE, /cannot be used \(ECONNREFUSED\)\. Check the address, and that Postgres runs/],
      [wrong, /cannot be used \(3D000\)\. .*that the database exists/],
    ] as const) {
      const config = loadConfig({AIW_DATABASE_URL: url, AIW_MASTER_KEY: 'ab'.repeat(32)});
      const error: unknown = await openOperator(config).then(
        () => null,
        (reason: unknown) => reason,
      );
      assert.ok(error instanceof DatabaseError);
      assert.match(error.message, words);
      assert.doesNotMatch(error.message, /secret-password|\n/);
    }
  });
});
