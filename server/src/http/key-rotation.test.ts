/** A rotation of the master key, as docs/self-hosting.md describes it, with pages open meanwhile. */
import assert from 'node:assert/strict';
import {randomBytes, randomUUID} from 'node:crypto';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test, type TestContext} from 'node:test';
import {SignJWT} from 'jose';
import type {SessionResponse} from '../../../src/contract/index.js';
import {PAGE, TestServer} from '../../testing/test-server.js';

const newKey = () => randomBytes(32).toString('hex');

function dataDirectory(t: TestContext): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'aiw-rotation-'));
  t.after(() => rmSync(dataDir, {recursive: true, force: true}));
  return dataDir;
}

const visitorToken = (secret: string) =>
  new SignJWT({email: 'jane@example.com'})
    .setProtectedHeader({alg: 'HS256'})
    .setSubject('u-1')
    .setExpirationTime('5m')
    .sign(new TextEncoder().encode(secret));

test('what pages and sites hold from before a rotation of the master key still works', async t => {
  const AIW_DATA_DIR = dataDirectory(t);
  const [old, fresh] = [newKey(), newKey()];
  const before = await TestServer.start(t, {env: {AIW_DATA_DIR, AIW_MASTER_KEY: old}});
  const {id, token, secret} = await before.widget({identity: {enabled: true}});
  const request = await before.sessionRequest(token, {mode: 'text'});
  const session = await before.session(token, {mode: 'text'});
  await before.close();

  const env = {AIW_DATA_DIR, AIW_MASTER_KEY: fresh, AIW_MASTER_KEY_PREVIOUS: old};
  const during = await TestServer.start(t, {env});
  const visitor_token = await visitorToken(secret);
  const started = await during.post('/api/sessions', {...request, visitor_token});
  assert.equal(started.status, 201);
  const {visitorClaims} = (await started.json()) as SessionResponse;
  assert.deepEqual(visitorClaims, {sub: 'u-1', email: 'jane@example.com'});
  const contact = {kind: 'email', value: 'jane@example.com', source: 'agent_asked'};
  const capture = await during.post(
    `/api/sessions/${session.sessionId}/captures`,
    {id: randomUUID(), ...contact, prefilled: false},
    {origin: PAGE, authorization: `Bearer ${session.sessionToken}`},
  );
  assert.equal(capture.status, 201);
  const late = await during.sessionRequest(token, {mode: 'text', visitor_token});
  await during.close();

  const after = await TestServer.start(t, {env: {AIW_DATA_DIR, AIW_MASTER_KEY: fresh}});
  assert.equal(await after.operator.widgets.secretOf(id), secret);
  assert.equal((await after.post('/api/sessions', late)).status, 201);
  const code = async (response: Response) => ((await response.json()) as {error?: string}).error;
  const old403 = await after.post('/api/sessions', request);
  assert.equal(await code(old403), 'CHALLENGE_INVALID');
});

test('a server that cannot open its secrets does not start, and says what to set', async t => {
  const AIW_DATA_DIR = dataDirectory(t);
  const before = await TestServer.start(t, {env: {AIW_DATA_DIR, AIW_MASTER_KEY: newKey()}});
  await before.widget();
  await before.close();
  const other = {AIW_DATA_DIR, AIW_MASTER_KEY: newKey()};
  await assert.rejects(TestServer.start(t, {env: other}), {
    name: 'KeyError',
    message: /AIW_MASTER_KEY_PREVIOUS/,
  });
});
