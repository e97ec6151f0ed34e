import assert from 'node:assert/strict';
import {randomBytes, randomUUID} from 'node:crypto';
import {mkdtempSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test, type TestContext} from 'node:test';
import {sql} from 'kysely';
import {CLICKED, settings} from '../../testing/test-server.js';
import {createKeyring} from '../domain/keys.js';
import {Widgets} from '../domain/widgets.js';
import {createStore, openStore} from './index.js';
import {readKeyFile} from './key-file.js';
import {migrate} from './migrate.js';
import {openSqlite} from './sqlite.js';

async function memory(t: TestContext) {
  const db = openSqlite(':memory:');
  await migrate(db);
  const store = createStore(db);
  t.after(() => store.close());
  return {db, store};
}

async function sessionOf(
  {widgets, sessions}: Awaited<ReturnType<typeof memory>>['store'],
  claims: {sub: string; email?: string} | null,
): Promise<string> {
  const keys = createKeyring(randomBytes(32));
  const {token} = await new Widgets(widgets, keys).create(settings(), {live: true});
  const widget = await widgets.byToken(token);
  assert.ok(widget);
  const id = randomUUID();
  await sessions.create({
    id,
    widgetId: widget.id,
    revisionId: widget.revisionId,
    origin: 'https://acme.com',
    mode: 'text',
    engagement: CLICKED,
    page: {url: 'https://acme.com/?email=jane@example.com', title: 'Home', referrer: ''},
    locale: null,
    claims,
    consent: null,
    startedAt: new Date().toISOString(),
    challenge: {nonce: randomBytes(16).toString('hex'), expiresAt: '2099-01-01T00:00:00.000Z'},
  });
  return id;
}

test('forgets a visitor, and keeps the count', async t => {
  const {store} = await memory(t);
  const jane = await sessionOf(store, {sub: 'u-1', email: 'Jane@Example.com'});
  const anonymous = await sessionOf(store, null);
  const other = await sessionOf(store, {sub: 'u-2'});
  const at = new Date().toISOString();
  for (const id of [jane, anonymous, other]) {
    await store.sessions.putTurn(id, {id: 't1', role: 'visitor', text: 'I am Jane.', at});
    const value = id === other ? 'john@example.com' : 'jane@example.com';
    const contact = {kind: 'email', value, source: 'agent_asked', prefilled: false} as const;
    await store.captures.put({id: randomUUID(), sessionId: id, createdAt: at, ...contact}, '');
  }
  const erased = await store.visitors.erase({email: 'JANE@example.com'});
  assert.deepEqual(erased, {sessions: 2, captures: 2, turns: 2});
  for (const id of [jane, anonymous]) {
    const details = await store.sessions.details(id);
    assert.deepEqual([details?.turns, details?.captures, details?.claims], [[], [], null]);
    assert.equal(JSON.stringify(details).toLowerCase().includes('jane'), false);
  }
  assert.equal((await store.sessions.details(other))?.turns.length, 1);
  assert.equal((await store.visitors.erase({sub: 'u-2'})).captures, 1);
  assert.equal((await store.sessions.list(10)).length, 3);
});

test('widget secrets are unreadable in the file and survive a rotation of the key', async t => {
  const {db, store} = await memory(t);
  const [old, fresh] = [randomBytes(32), randomBytes(32)];
  const before = new Widgets(store.widgets, createKeyring(old));
  const {id, secret} = await before.create(settings(), {live: false});
  const [row] = await db.selectFrom('widgets').selectAll().execute();
  assert.equal(JSON.stringify(row).includes(secret), false);
  const newer = await before.rotateSecret(id, '2030-01-02T00:00:00.000Z');
  const [rotated] = await db.selectFrom('widgets').selectAll().execute();
  assert.equal(JSON.stringify(rotated).includes(secret), false);
  const during = new Widgets(store.widgets, createKeyring(fresh, old));
  assert.equal(await during.resealSecrets(), 2);
  assert.equal(await during.resealSecrets(), 0);
  const after = new Widgets(store.widgets, createKeyring(fresh));
  assert.equal(await after.secretOf(id), newer);
  assert.deepEqual(await after.secretsAt(id, '2030-01-01T23:59:59.999Z'), [newer, secret]);
  assert.deepEqual(await after.secretsAt(id, '2030-01-02T00:00:00.000Z'), [newer]);
});

test('a commit is durable, and two processes share a data directory', async t => {
  const dataDir = mkdtempSync(join(tmpdir(), 'aiw-store-'));
  t.after(() => rmSync(dataDir, {recursive: true, force: true}));
  const one = await openStore(dataDir);
  const two = await openStore(dataDir);
  const pragma = async (name: 'journal_mode' | 'synchronous' | 'foreign_keys') =>
    Object.values((await sql`pragma ${sql.raw(name)}`.execute(one.db)).rows[0] as object)[0];
  assert.equal(await pragma('journal_mode'), 'wal');
  assert.equal(await pragma('synchronous'), 2);
  assert.equal(await pragma('foreign_keys'), 1);
  const widgets = new Widgets(two.store.widgets, createKeyring(randomBytes(32)));
  const {id} = await widgets.create(settings(), {live: true});
  assert.equal((await one.store.widgets.byId(id))?.status, 'live');
  await Promise.all([one.store.close(), two.store.close()]);
});

test('the key file is made once and for its owner only', t => {
  const dataDir = join(mkdtempSync(join(tmpdir(), 'aiw-key-')), 'data');
  t.after(() => rmSync(join(dataDir, '..'), {recursive: true, force: true}));
  const key = readKeyFile(dataDir);
  assert.equal(key.length, 32);
  assert.deepEqual(readKeyFile(dataDir), key);
  assert.equal(statSync(join(dataDir, 'master.key')).mode & 0o777, 0o600);
  assert.equal(statSync(dataDir).mode & 0o777, 0o700);
});

test('a session costs the seconds it was used and the tokens of its answers', async t => {
  const {store} = await memory(t);
  const {sessions} = store;
  const id = await sessionOf(store, null);
  assert.deepEqual((await sessions.byId(id))?.cost, {
    ...{seconds: 0, promptTokens: 0, completionTokens: 0},
  });
  await sessions.use(id, '2030-01-01T00:00:05.000Z');
  await sessions.addTokens(id, {promptTokens: 100, completionTokens: 7});
  await sessions.addTokens(id, {promptTokens: 120, completionTokens: 3});
  await sessions.end(id, 'visitor', '2030-01-01T00:01:35.400Z');
  assert.deepEqual((await sessions.byId(id))?.cost, {
    ...{seconds: 90, promptTokens: 220, completionTokens: 10},
  });
});

test('leads are one row a call, the newest first, and only calls that left something', async t => {
  const {store} = await memory(t);
  const [first, second] = [await sessionOf(store, null), await sessionOf(store, null)];
  await sessionOf(store, null);
  const at = new Date().toISOString();
  const put = (sessionId: string, kind: 'email' | 'name', value: string) =>
    store.captures.put(
      {
        id: randomUUID(),
        sessionId,
        kind,
        value,
        source: 'agent_asked',
        prefilled: false,
        createdAt: at,
      },
      '',
    );
  await put(first, 'email', 'jane@example.com');
  await put(first, 'name', 'Jane');
  await put(second, 'email', 'john@example.com');
  const leads = await store.leads.list(10);
  assert.deepEqual(
    leads.map(({sessionId, name, email}) => [sessionId, name, email]).sort(),
    [
      [first, 'Jane', 'jane@example.com'],
      [second, null, 'john@example.com'],
    ].sort(),
  );
  assert.equal((await store.leads.list(1)).length, 1);
});
