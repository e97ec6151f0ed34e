import assert from 'node:assert/strict';
import {randomBytes} from 'node:crypto';
import {once} from 'node:events';
import {existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test, type TestContext} from 'node:test';
import {Worker} from 'node:worker_threads';
import {settings} from '../../testing/test-server.js';
import {createKeyring} from '../domain/keys.js';
import {Widgets} from '../domain/widgets/widgets.js';
import {BackupError, backUp} from './backup.js';
import {openStore} from './index.js';

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'aiw-backup-'));
  t.after(() => rmSync(path, {recursive: true, force: true}));
  return path;
}

/** Somebody else who writes to a database without a pause, until they are stopped. */
async function writer(file: string): Promise<() => Promise<void>> {
  const worker = new Worker(
    `const {parentPort, workerData} = require('node:worker_threads');
     const database = new (require('better-sqlite3'))(workerData, {timeout: 5000});
     const insert = database.prepare("INSERT INTO accounts VALUES (?, 'Another', '2030-01-01')");
     for (let count = 0; ; count++) {
       insert.run('account-' + count);
       if (count === 20) parentPort.postMessage('begun');
     }`,
    {eval: true, workerData: file},
  );
  await once(worker, 'message');
  return async () => void (await worker.terminate());
}

test('a backup made while others write is whole, and a server starts from it', async t => {
  const [dataDir, safe, restored] = [folder(t), folder(t), folder(t)];
  const {store} = await openStore({dataDir, databaseUrl: null});
  const keys = createKeyring(randomBytes(32));
  const {id, secret} = await new Widgets(store.widgets, keys).create(settings(), {live: true});
  const stop = await writer(join(dataDir, 'aiw.sqlite'));
  const file = join(safe, 'aiw.sqlite');
  backUp(dataDir, file);
  await stop();
  await store.close();
  assert.deepEqual(readdirSync(safe), ['aiw.sqlite'], 'one file, and nothing half done');
  backUp(safe, join(restored, 'aiw.sqlite'));
  const copy = await openStore({dataDir: restored, databaseUrl: null});
  t.after(() => copy.store.close());
  assert.equal(await new Widgets(copy.store.widgets, keys).secretOf(id), secret);
  const accounts = await copy.db.selectFrom('accounts').select('id').execute();
  const numbers = accounts.flatMap(each => /^account-(\d+)$/.exec(each.id)?.[1] ?? []).map(Number);
  assert.ok(numbers.length > 20);
  assert.deepEqual(
    numbers.sort((one, other) => one - other),
    numbers.map((_, index) => index),
    'everything up to one moment, and nothing after it',
  );
});

test('nothing is overwritten unasked, and a failure leaves nothing behind', async t => {
  const [dataDir, safe] = [folder(t), folder(t)];
  const target = join(safe, 'backup.sqlite');
  assert.throws(
    () => backUp(dataDir, target),
    new BackupError('There is no database in the data directory. Check AIW_DATA_DIR.'),
  );
  const {store} = await openStore({dataDir, databaseUrl: null});
  await store.close();
  writeFileSync(target, 'precious');
  assert.throws(() => backUp(dataDir, target), /is there already/);
  backUp(dataDir, target, {force: true});
  assert.throws(() => backUp(dataDir, join(safe, 'no', 'folder.sqlite')), BackupError);
  assert.deepEqual(readdirSync(safe), ['backup.sqlite']);
  assert.equal(existsSync(join(safe, 'no')), false);
});
