import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test, type TestContext} from 'node:test';
import {programArgs} from '../../testing/program.js';
import type {SessionResponse} from '../../../src/contract/index.js';
import {CLICKED, PAGE, settings, TestStream} from '../../testing/test-server.js';
import {testPostgres} from '../../testing/postgres.js';
import {serveScripted as serve} from '../../testing/scripted-process.js';
import {DATABASES, type DatabaseKind} from '../../testing/test-store.js';
import {until} from '../../testing/until.js';
import {loadConfig} from '../config.js';
import {openOperator} from '../operator.js';

type Environment = Readonly<Record<string, string>>;

function dataDirectory(t: TestContext): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'aiw-durable-'));
  t.after(() => rmSync(dataDir, {recursive: true, force: true}));
  return dataDir;
}

/** A data directory, and on Postgres a database. */
async function environment(t: TestContext, kind: DatabaseKind = 'SQLite'): Promise<Environment> {
  const AIW_DATA_DIR = dataDirectory(t);
  if (kind === 'SQLite') return {AIW_DATA_DIR};
  return {AIW_DATA_DIR, AIW_DATABASE_URL: await (await testPostgres()).database()};
}

async function makeWidget(env: Environment): Promise<string> {
  const {widgets, store} = await openOperator(loadConfig(env));
  const {token} = await widgets.create(settings(), {live: true});
  await store.close();
  return token;
}

async function startSession(url: string, token: string): Promise<SessionResponse> {
  const post = async (path: string, body: object) => {
    const init = {method: 'POST', headers: {origin: PAGE}, body: JSON.stringify(body)};
    return (await fetch(url + path, init)).json();
  };
  const {challenge} = (await post('/api/widget/resolve', {token})) as {challenge: {value: string}};
  return (await post('/api/sessions', {
    token,
    challenge: challenge.value,
    engagement: CLICKED,
    mode: 'text',
    page: {url: `${PAGE}/`, title: 'Home', referrer: ''},
  })) as SessionResponse;
}

for (const kind of DATABASES) {
  test(`an acknowledged capture survives a killed server, once, in ${kind}`, async t => {
    const env = await environment(t, kind);
    const token = await makeWidget(env);
    const first = await serve(t, env);
    const {sessionId, sessionToken} = await startSession(first.url, token);
    const put = (url: string) =>
      fetch(`${url}/api/sessions/${sessionId}/captures`, {
        method: 'POST',
        headers: {origin: PAGE, authorization: `Bearer ${sessionToken}`},
        body: JSON.stringify(capture),
      });
    const capture = {
      id: randomUUID(),
      kind: 'email',
      value: 'jane@example.com',
      source: 'agent_asked',
      prefilled: false,
    };
    assert.equal((await put(first.url)).status, 201);
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    const second = await serve(t, env);
    assert.equal((await put(second.url)).status, 200);
    const {store} = await openOperator(loadConfig(env));
    const rows = await store.captures.list(sessionId);
    assert.deepEqual(
      rows.map(({id, value}) => [id, value]),
      [[capture.id, capture.value]],
    );
    // Its visitor may come back: it is ended once the killed process was silent for long.
    assert.equal((await store.sessions.byId(sessionId))?.endReason, null);
    await store.close();
  });
}

for (const [name, signal] of [
  ['killed', 'SIGKILL'],
  ['stopped', 'SIGTERM'],
] as const) {
  test(`a call goes on, in its own session, after its server was ${name} and started anew`, async t => {
    const env = await environment(t);
    const token = await makeWidget(env);
    const first = await serve(t, env);
    const session = await startSession(first.url, token);
    const {sessionId, sessionToken, transport} = session;
    const stream = new TestStream(transport.url, sessionToken, PAGE);
    await stream.send({type: 'hello', mode: 'text'}, {type: 'text', id: 't1', text: 'One'});
    const answer = await stream.next('transcript', ({id}) => id === 're-t1');
    const {store} = await openOperator(loadConfig(env));
    t.after(() => store.close());
    await until(async () => (await store.sessions.details(sessionId))?.turns.length === 3);
    const exit = once(first.child, 'exit');
    first.child.kill(signal);
    await exit;
    const second = await serve(t, env);
    const url = transport.url.replace(new URL(first.url).host, new URL(second.url).host);
    const back = new TestStream(url, sessionToken, PAGE);
    await back.send(
      {type: 'hello', mode: 'text', lastSeq: answer.seq},
      // The page has not seen that it arrived.
      {type: 'text', id: 't1', text: 'One'},
      {type: 'text', id: 't2', text: 'Two'},
    );
    await back.next('transcript', ({id}) => id === 're-t2');
    const [ready, ...told] = back.frames;
    assert.equal(ready?.type === 'ready' && ready.resumed, true);
    assert.equal((ready?.seq ?? 0) > answer.seq, true);
    // What was said before is told once more under its own ids, what is new after it.
    const ids = told.flatMap(frame => (frame.type === 'transcript' ? [frame.id] : []));
    assert.deepEqual(ids, ['greeting', 't1', 're-t1', 't2', 're-t2']);
    await back.send({type: 'end'});
    await back.next('ended');
    const details = await until(async () => {
      const found = await store.sessions.details(sessionId);
      return found?.endedAt ? found : null;
    });
    assert.equal(details.endReason, 'visitor');
    assert.deepEqual(
      details.turns.map(({id}) => id),
      ids,
    );
    const late = new TestStream(url, sessionToken, PAGE);
    assert.equal((await late.closed).code, 4404);
  });
}

test('SIGTERM tells the calls, and the process ends well within five seconds', async t => {
  const env = await environment(t);
  const token = await makeWidget(env);
  const {child, url} = await serve(t, env);
  const session = await startSession(url, token);
  const stream = new TestStream(session.transport.url, session.sessionToken, PAGE);
  await stream.send({type: 'hello', mode: 'text'});
  await stream.next('ready');
  const before = performance.now();
  child.kill('SIGTERM');
  assert.equal((await stream.next('ended')).reason, 'shutdown');
  assert.deepEqual(await once(child, 'exit'), [0, null]);
  assert.equal(performance.now() - before < 5000, true);
});

test('a pause by the command line ends the calls of a running server', async t => {
  const env = await environment(t);
  const token = await makeWidget(env);
  const {url} = await serve(t, env);
  const {transport, sessionToken} = await startSession(url, token);
  const stream = new TestStream(transport.url, sessionToken, PAGE);
  await stream.send({type: 'hello', mode: 'text'});
  await stream.next('ready');
  const {widgets, store} = await openOperator(loadConfig(env));
  const [{id}] = await widgets.list();
  await store.close();
  const command = programArgs(new URL('../cli.ts', import.meta.url));
  const options = {env: {...process.env, ...env}, stdio: 'ignore'} as const;
  const [code] = (await once(
    spawn(process.execPath, [...command, 'widget', 'pause', id], options),
    'exit',
  )) as [number];
  assert.equal(code, 0);
  const paused = Date.now();
  await stream.next('ended');
  assert.equal((await stream.closed).code, 1000);
  assert.ok(Date.now() - paused < 4000);
});
