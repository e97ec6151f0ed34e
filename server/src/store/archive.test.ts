/** Lists of an account: narrowed, sorted, sliced, over every store. */
import assert from 'node:assert/strict';
import {randomBytes, randomUUID} from 'node:crypto';
import {suite, test, type TestContext} from 'node:test';
import {DATABASES, testStore, type DatabaseKind} from '../../testing/test-store.js';
import {settings} from '../../testing/test-server.js';
import {createKeyring} from '../domain/keys.js';
import {Widgets} from '../domain/widgets/widgets.js';

const keys = createKeyring(randomBytes(32));
const at = (minute: number) => `2030-01-01T10:${String(minute).padStart(2, '0')}:00.000Z`;

/** Three calls of one account, a minute apart, and one of another. */
async function filled(t: TestContext, kind: DatabaseKind) {
  const {store, widget, session} = await testStore(t, kind);
  const {id: widgetId, token} = await widget(keys);
  const {id: accountId} = await store.operators.firstAccount();
  const other = await store.operators.createAccount('Other');
  const foreign = await new Widgets(store.widgets, keys).create(settings(), {
    ...{live: true, accountId: other.id},
  });
  const ids = [
    await session(token, at(1)),
    await session(token, at(2)),
    await session(token, at(3)),
    await session(foreign.token, at(4)),
  ];
  const [first = '', second = '', third = '', theirs = ''] = ids;
  const capture = (sessionId: string, value: string, captureKind: 'email' | 'name') =>
    store.captures.put(
      {
        ...{id: randomUUID(), sessionId, kind: captureKind, value, source: 'agent_asked'},
        ...{prefilled: false, createdAt: at(5)},
      },
      widgetId,
    );
  await capture(first, 'zoe@example.com', 'email');
  await capture(first, 'Zoe', 'name');
  await capture(second, 'adam@example.com', 'email');
  await capture(theirs, 'eve@example.com', 'email');
  const say = (id: string, turn: string, role: 'visitor' | 'agent', text: string) =>
    store.sessions.putTurn(id, {id: turn, role, text, at: at(6)});
  await say(second, 'q', 'visitor', 'Do you sell 100% Tea?');
  await say(second, 'a', 'agent', 'I do not know.');
  await store.sessions.noteAnswer(second, {messageId: 'a', latencyMs: 420, isUnanswered: true});
  await store.sessions.use(second, at(2));
  await store.sessions.putFeedback(third, {messageId: null, rating: 4, comment: null, at: at(7)});
  await store.sessions.end(first, 'visitor', at(8));
  const archive = store.archive;
  const list = async (query: object) => {
    const {entries} = await archive.conversations({accountId, offset: 0, limit: 10, ...query});
    return entries.map(({id}) => ids.indexOf(id) + 1);
  };
  const leads = async (query: object) => {
    const {entries} = await archive.leads({accountId, offset: 0, limit: 10, ...query});
    return entries.map(({sessionId}) => ids.indexOf(sessionId) + 1);
  };
  return {store, archive, accountId, widgetId, ids, list, leads};
}

for (const kind of DATABASES) {
  suite(kind, () => {
    test('conversations are narrowed by each filter, newest first', async t => {
      const {list, widgetId} = await filled(t, kind);
      assert.deepEqual(await list({}), [3, 2, 1]);
      assert.deepEqual(await list({widgetId}), [3, 2, 1]);
      assert.deepEqual(await list({widgetId: 'none'}), []);
      assert.deepEqual(await list({state: 'ended'}), [1]);
      assert.deepEqual(await list({state: 'live'}), [3, 2]);
      assert.deepEqual(await list({mode: 'voice'}), []);
      assert.deepEqual(await list({having: 'lead'}), [2, 1]);
      assert.deepEqual(await list({having: 'unanswered'}), [2]);
      assert.deepEqual(await list({having: 'feedback'}), [3]);
      assert.deepEqual(await list({from: at(2), until: at(3)}), [2]);
      assert.deepEqual(await list({previews: true}), []);
    });

    test('a text is found in words, contacts and addresses, of any case, as it is written', async t => {
      const {list, leads} = await filled(t, kind);
      assert.deepEqual(await list({text: '100% tea'}), [2]);
      assert.deepEqual(await list({text: '1_0%'}), []);
      assert.deepEqual(await list({text: 'ZOE@'}), [1]);
      assert.deepEqual(await list({text: 'acme.com/?email'}), [3, 2, 1]);
      assert.deepEqual(await leads({text: 'adam'}), [2]);
      assert.deepEqual(await leads({text: "' or 1=1 --"}), []);
    });

    test('a text is found of any case in other alphabets too', async t => {
      const {store, ids, list} = await filled(t, kind);
      const said = {id: 'u', role: 'visitor', text: 'Haben Sie Äpfel?', at: at(9)} as const;
      await store.sessions.putTurn(ids[2] ?? '', said);
      for (const text of ['äpfel', 'ÄPFEL', 'Äpfel'])
        assert.deepEqual(await list({text}), [3], text);
    });

    test('a summary tells what is in it', async t => {
      const {archive, accountId} = await filled(t, kind);
      const {entries} = await archive.conversations({accountId, offset: 1, limit: 1});
      const [{turns, captures, unanswered, firstWords, rating} = {}] = entries;
      assert.deepEqual(
        {turns, captures, unanswered, firstWords, rating},
        {turns: 2, captures: 1, unanswered: 1, firstWords: 'Do you sell 100% Tea?', rating: null},
      );
    });

    test('leads are sorted by time and by each detail, those without it last', async t => {
      const {leads} = await filled(t, kind);
      assert.deepEqual(await leads({}), [2, 1]);
      assert.deepEqual(await leads({order: 'oldest'}), [1, 2]);
      assert.deepEqual(await leads({order: 'email'}), [2, 1]);
      assert.deepEqual(await leads({order: 'name'}), [1, 2]);
      assert.deepEqual(await leads({kind: 'name'}), [1]);
    });

    test('slices follow each other without a gap, and say whether there is more', async t => {
      const {archive, accountId, ids} = await filled(t, kind);
      const slice = (offset: number) => archive.conversations({accountId, offset, limit: 2});
      const [a, b] = [await slice(0), await slice(2)];
      assert.deepEqual([a.hasMore, b.hasMore], [true, false]);
      const seen = [...a.entries, ...b.entries].map(({id}) => ids.indexOf(id) + 1);
      assert.deepEqual(seen, [3, 2, 1]);
    });

    test('usage counts calls, leads, questions and how soon they were answered', async t => {
      const {archive, widgetId} = await filled(t, kind);
      const [day] = await archive.usage(widgetId, '2030-01-01');
      assert.deepEqual(day, {
        ...{day: '2030-01-01', calls: 1, minutes: 0, leads: 2},
        ...{questions: 1, unanswered: 1, latencyMs: 420},
      });
      const [open] = await archive.unanswered(widgetId, 5);
      assert.equal(open?.text, 'Do you sell 100% Tea?');
    });

    test('what is removed or erased is of the account alone, and live calls stay', async t => {
      const {archive, accountId, ids, list} = await filled(t, kind);
      const [first = '', second = '', , theirs = ''] = ids;
      assert.equal(await archive.remove(accountId, second), false, 'it is live');
      assert.equal(await archive.remove(accountId, theirs), false, 'it is another account’s');
      assert.equal(await archive.conversation(accountId, theirs), null);
      assert.equal(await archive.remove(accountId, first), true);
      assert.deepEqual(await list({}), [3, 2]);
      const erased = await archive.erase(accountId, {email: 'eve@example.com'});
      assert.equal(erased.sessions, 0);
      assert.equal((await archive.erase(accountId, {email: 'adam@example.com'})).captures, 1);
    });
  });
}
