import assert from 'node:assert/strict';
import {randomBytes, randomUUID} from 'node:crypto';
import {suite, test, type TestContext} from 'node:test';
import {DATABASES, testStore, type DatabaseKind} from '../../testing/test-store.js';
import {FakeClock} from '../../testing/test-server.js';
import {createKeyring} from '../domain/keys.js';
import {RetentionJob, type Swept} from '../domain/records/retention.js';
import {Widgets} from '../domain/widgets/widgets.js';

const DAY_MS = 86_400_000;

/** A store whose time stands still, and a job over it. */
async function fixture(t: TestContext, kind: DatabaseKind) {
  const memory = await testStore(t, kind);
  const {db, store} = memory;
  const keys = createKeyring(randomBytes(32));
  const clock = new FakeClock();
  const swept: Swept[] = [];
  const errors: unknown[] = [];
  const job = new RetentionJob({
    ...{store: store.retention, clock},
    onSwept: counts => swept.push(counts),
    onError: error => errors.push(error),
  });
  const widgets = new Widgets(store.widgets, keys);
  /** A call with words, a contact detail, a comment and a page, that ended so many days ago. */
  const call = async ({id: widgetId, token}: {id: string; token: string}, daysAgo: number) => {
    const at = new Date(clock.now() - daysAgo * DAY_MS).toISOString();
    const id = await memory.session(token, at);
    const {sessions, captures} = store;
    await sessions.putTurn(id, {id: 't1', role: 'visitor', text: 'I am Jane.', at});
    await sessions.addPage(id, {url: 'https://acme.com/jane', title: 'Jane', at});
    await sessions.putFeedback(id, {messageId: null, rating: 5, comment: 'Thanks, Jane', at});
    const contact = {kind: 'email', value: 'jane@example.com', source: 'agent_asked'} as const;
    const capture = {id: randomUUID(), sessionId: id, prefilled: false, createdAt: at, ...contact};
    await captures.put(capture, widgetId);
    await sessions.end(id, 'visitor', at);
    return id;
  };
  const details = async (id: string) => {
    const session = await store.sessions.details(id);
    assert.ok(session);
    return session;
  };
  return {...memory, db, keys, clock, job, swept, errors, widgets, call, details};
}

for (const kind of DATABASES) {
  suite(kind, () => {
    test('words and contact details go when their days are over, and counts stay', async t => {
      const {clock, job, swept, errors, keys, widgets, widget, call, details} = await fixture(
        t,
        kind,
      );
      const acme = await widget(keys);
      await widgets.setWebhook(acme.id, 'https://crm.acme.com/');
      await widgets.retain(acme.id, {transcriptDays: 30, captureDays: 90});
      const [old, older, recent] = [
        await call(acme, 31),
        await call(acme, 91),
        await call(acme, 29),
      ];
      job.start();
      await job.settled();
      const {turns, pages, page, feedback, captures, claims} = await details(old);
      assert.deepEqual([turns, pages, page.url], [[], [], '']);
      assert.deepEqual(
        feedback.map(({rating, comment}) => [rating, comment]),
        [[5, null]],
      );
      assert.equal(captures.length, 1);
      assert.ok(claims);
      const gone = await details(older);
      assert.deepEqual([gone.turns, gone.captures, gone.claims], [[], [], null]);
      const kept = await details(recent);
      assert.equal(kept.turns.length + kept.captures.length + kept.pages.length, 3);
      assert.deepEqual(swept, [{transcripts: 2, captures: 1, deliveries: 2}]);
      clock.advance(3_600_000);
      await job.settled();
      assert.equal(swept.length, 1, 'nothing is left to be removed');
      clock.advance(2 * DAY_MS);
      await job.settled();
      assert.deepEqual(swept[1], {transcripts: 1, captures: 0, deliveries: 2});
      assert.deepEqual(errors, []);
      await job.stop();
    });

    test('a widget that keeps everything, and a call under way, are left alone', async t => {
      const {job, swept, keys, widgets, widget, call, details, session} = await fixture(t, kind);
      const [keeps, forgets] = [await widget(keys), await widget(keys)];
      await widgets.retain(forgets.id, {transcriptDays: 1, captureDays: 1});
      const old = await call(keeps, 900);
      const live = await session(forgets.token, '2020-01-01T00:00:00.000Z');
      job.start();
      await job.stop();
      assert.equal((await details(old)).turns.length, 1);
      assert.ok((await details(live)).claims);
      assert.deepEqual(swept, []);
    });

    test('many are removed part by part', async t => {
      const {job, swept, keys, widgets, widget, call} = await fixture(t, kind);
      const acme = await widget(keys);
      for (let count = 0; count < 450; count++) await call(acme, 2);
      await widgets.retain(acme.id, {transcriptDays: 1});
      job.start();
      await job.settled();
      assert.deepEqual(swept, [{transcripts: 450, captures: 0, deliveries: 0}]);
      await job.stop();
    });

    test('an erased visitor is in no message either', async t => {
      const {store, keys, widgets, widget, call} = await fixture(t, kind);
      const acme = await widget(keys);
      await widgets.setWebhook(acme.id, 'https://crm.acme.com/');
      await call(acme, 0);
      assert.equal((await store.outbox.list(10)).length, 2);
      await store.visitors.erase({email: 'Jane@example.com'});
      assert.deepEqual(await store.outbox.list(10), []);
    });

    test('a number of days that is none is refused', async t => {
      const {keys, widgets, widget} = await fixture(t, kind);
      const {id} = await widget(keys);
      await assert.rejects(widgets.retain(id, {captureDays: 0}), /captureDays/);
      assert.equal(await widgets.retain('nobody', {captureDays: 1}), false);
    });
  });
}
