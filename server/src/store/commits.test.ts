import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import SQLite from 'better-sqlite3';
import {Kysely, sql, SqliteDialect, type Transaction} from 'kysely';
import {DATABASES, openTestDatabase} from '../../testing/test-store.js';
import {createCommit} from './commits.js';
import type {Database} from './schema.js';

/** SQLite in memory with a table that allows each number once, and what was run in it. */
async function fixture(t: TestContext) {
  const ran: string[] = [];
  const db = new Kysely<Database>({
    dialect: new SqliteDialect({database: new SQLite(':memory:')}),
    log: ({query}) => void ran.push(query.sql),
  });
  t.after(() => db.destroy());
  await sql`create table owners (id integer primary key)`.execute(db);
  await sql`create table things (owner references owners deferrable initially deferred)`.execute(
    db,
  );
  const insert = (id: number) => async (transaction: Transaction<Database>) => {
    await sql`insert into owners values (${id})`.execute(transaction);
    return id;
  };
  const ids = async () => {
    const {rows} = await sql<{id: number}>`select id from owners order by id`.execute(db);
    return rows.map(({id}) => id);
  };
  const commits = () => ran.filter(text => text === 'commit').length;
  return {db, commit: createCommit(db), insert, ids, commits};
}

test('what waits at the same time shares a commit, and one that fails fails alone', async t => {
  const {commit, insert, ids, commits} = await fixture(t);
  const tasks = [1, 2, 2, 3].map(id => commit(insert(id)));
  const outcomes = await Promise.allSettled(tasks);
  assert.deepEqual(
    outcomes.map(({status}) => status),
    ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
  );
  assert.deepEqual(await ids(), [1, 2, 3]);
  assert.equal(commits(), 1);
  assert.equal(await commit(insert(4)), 4);
  assert.equal(commits(), 2);
});

test('nothing is told as done before the commit, and nothing where that fails', async t => {
  const {commit, insert, ids, commits} = await fixture(t);
  const commitsWhenTold = commit(insert(1)).then(commits);
  assert.equal(await commitsWhenTold, 1);
  const outcomes = await Promise.allSettled([
    commit(insert(2)),
    // Found by SQLite at the commit only.
    commit(async transaction => sql`insert into things values (99)`.execute(transaction)),
  ]);
  assert.deepEqual(
    outcomes.map(({status}) => status),
    ['rejected', 'rejected'],
  );
  assert.deepEqual(await ids(), [1]);
  assert.equal(await commit(insert(3)), 3);
});

for (const kind of DATABASES) {
  test(`a task is wholly there or not at all, in ${kind}`, async t => {
    const db = await openTestDatabase(kind);
    t.after(() => db.destroy());
    const commit = createCommit(db);
    const use = (nonce: string) => async (transaction: Transaction<Database>) => {
      const values = {nonce, expires_at: '2099-01-01T00:00:00.000Z'};
      await transaction.insertInto('used_challenges').values(values).execute();
    };
    const broken = commit(async transaction => {
      await use('a')(transaction);
      throw new Error('It did not come to its end.');
    });
    await Promise.all([assert.rejects(broken, /its end/), commit(use('b'))]);
    const rows = await db.selectFrom('used_challenges').select('nonce').execute();
    assert.deepEqual(rows, [{nonce: 'b'}]);
  });
}
