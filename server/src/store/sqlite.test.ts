import assert from 'node:assert/strict';
import {randomBytes} from 'node:crypto';
import {mkdtempSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {sql} from 'kysely';
import {settings} from '../../testing/test-server.js';
import {createKeyring} from '../domain/keys.js';
import {Widgets} from '../domain/widgets/widgets.js';
import {openStore} from './index.js';
import {readKeyFile} from './key-file.js';

test('a commit is durable, and two processes share a data directory', async t => {
  const dataDir = mkdtempSync(join(tmpdir(), 'aiw-store-'));
  t.after(() => rmSync(dataDir, {recursive: true, force: true}));
  const one = await openStore({dataDir, databaseUrl: null});
  const two = await openStore({dataDir, databaseUrl: null});
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
