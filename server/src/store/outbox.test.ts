import assert from 'node:assert/strict';
import {randomBytes, randomUUID} from 'node:crypto';
import {suite, test, type TestContext} from 'node:test';
import {FakeClock} from '../../testing/test-server.js';
import {DATABASES, testStore, type DatabaseKind} from '../../testing/test-store.js';
import {createKeyring} from '../domain/keys.js';
import {WebhookCourier, type SignedMessage} from '../domain/webhooks/webhook-courier.js';
import {Widgets} from '../domain/widgets/widgets.js';

const WEBHOOK = 'https://crm.acme.com/hook';
/** When a {@link FakeClock} begins. */
const START = '2030-01-01T00:00:00.000Z';

/** A store with one widget that has a webhook, and one session. */
async function fixture(t: TestContext, kind: DatabaseKind) {
  const memory = await testStore(t, kind);
  const master = randomBytes(32);
  const keys = createKeyring(master);
  const {id: widgetId, token} = await memory.widget(keys);
  const session = await memory.session(token, START);
  const widgets = new Widgets(memory.store.widgets, keys);
  await widgets.setWebhook(widgetId, WEBHOOK);
  const email = (id: string = randomUUID()) =>
    memory.store.captures.put(
      {
        ...{id, sessionId: session, kind: 'email', value: 'jane@example.com'},
        ...{source: 'agent_asked', prefilled: false, createdAt: START},
      },
      widgetId,
    );
  return {...memory, master, keys, widgets, widgetId, email};
}

/** Couriers over one store whose time stands still. */
function couriers(
  {store, keys}: Awaited<ReturnType<typeof fixture>>,
  answer: (sent: readonly SignedMessage[]) => number,
) {
  const clock = new FakeClock();
  const sent: SignedMessage[] = [];
  const errors: unknown[] = [];
  const make = () =>
    new WebhookCourier({
      publicUrl: null,
      ...{outbox: store.outbox, keys, clock},
      send: message => {
        sent.push(message);
        return Promise.resolve(answer(sent));
      },
      onAttempt: () => {},
      onError: error => errors.push(error),
    });
  return {clock, sent, errors, make};
}

/** Time passes, and what falls due is done with. */
async function after(clock: FakeClock, courier: WebhookCourier, ms: number): Promise<void> {
  clock.advance(ms);
  await courier.settled();
}

for (const kind of DATABASES) {
  suite(kind, () => {
    test('a capture and its message are stored together, or neither is', async t => {
      const {db, store, email} = await fixture(t, kind);
      await email();
      assert.equal((await store.outbox.list(10)).length, 1);
      await db.schema.alterTable('outbox').renameTo('elsewhere').execute();
      await assert.rejects(email());
      assert.equal((await store.captures.list()).length, 1);
    });

    test('the same capture sent twice is told of once', async t => {
      const {store, email} = await fixture(t, kind);
      await email('one');
      await email('one');
      assert.equal((await store.outbox.list(10)).length, 1);
    });

    test('a message is tried for days, at growing intervals, and then given up', async t => {
      const parts = await fixture(t, kind);
      const {clock, sent, errors, make} = couriers(parts, () => 500);
      await parts.email();
      const courier = make();
      courier.start();
      await courier.settled();
      const waits = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000];
      for (const [tried, seconds] of waits.entries()) {
        assert.equal(sent.length, tried + 1);
        await after(clock, courier, seconds * 1000 - 2000);
        assert.equal(sent.length, tried + 1, `${seconds} s are not over`);
        await after(clock, courier, 2000);
        await after(clock, courier, 2000);
      }
      assert.equal(sent.length, 9);
      assert.equal(new Set(sent.map(({id}) => id)).size, 1);
      const [given] = await parts.store.outbox.list(1);
      assert.deepEqual([given?.dueAt, given?.lastAnswer, given?.deliveredAt], [null, '500', null]);
      assert.deepEqual(errors, []);
      await courier.stop();
    });

    test('a message that is accepted is sent no more', async t => {
      const parts = await fixture(t, kind);
      const {clock, sent, make} = couriers(parts, all => (all.length === 1 ? 500 : 204));
      await parts.email();
      const courier = make();
      courier.start();
      await courier.settled();
      for (let look = 0; look < 200; look++) await after(clock, courier, 2000);
      assert.equal(sent.length, 2);
      const [delivery] = await parts.store.outbox.list(1);
      assert.equal(delivery?.lastAnswer, '204');
      assert.ok(delivery.deliveredAt);
      await courier.stop();
    });

    test('of two processes one has a message, and the other after the first was killed', async t => {
      const parts = await fixture(t, kind);
      const {clock} = couriers(parts, () => 200);
      const {outbox} = parts.store;
      const at = (ms: number) => new Date(clock.now() + ms).toISOString();
      await parts.email();
      const [first, second] = await Promise.all([
        outbox.take(at(0), at(60_000), 10),
        outbox.take(at(0), at(60_000), 10),
      ]);
      assert.equal(first.length + second.length, 1);
      assert.deepEqual(await outbox.take(at(59_000), at(120_000), 10), []);
      assert.equal((await outbox.take(at(60_000), at(120_000), 10)).length, 1);
    });

    test('what waits is not sent once the webhook is off', async t => {
      const parts = await fixture(t, kind);
      const {sent, make} = couriers(parts, () => 200);
      await parts.email();
      await parts.widgets.setWebhook(parts.widgetId, null);
      const courier = make();
      courier.start();
      await courier.stop();
      assert.deepEqual(sent, []);
    });

    test('a secret is kept over a change of address, another after a rotation, and sealed at rest', async t => {
      const {db, widgets, widgetId} = await fixture(t, kind);
      const first = await widgets.setWebhook(widgetId, 'https://other.acme.com/');
      const again = await widgets.setWebhook(widgetId, WEBHOOK);
      assert.match(first?.secret ?? '', /^whsec_/);
      assert.equal(first?.secret, again?.secret);
      const rotated = await widgets.rotateWebhookSecret(widgetId);
      assert.notEqual(rotated, first?.secret);
      const rows = JSON.stringify(await db.selectFrom('widgets').selectAll().execute());
      assert.equal(rows.includes((rotated ?? '').slice(6)), false);
    });

    test('a webhook’s secret moves on with the master key', async t => {
      const {store, master, widgets, widgetId} = await fixture(t, kind);
      const secret = (await widgets.setWebhook(widgetId, WEBHOOK))?.secret;
      const fresh = randomBytes(32);
      const during = new Widgets(store.widgets, createKeyring(fresh, master));
      assert.equal(await during.resealSecrets(), 2);
      assert.equal(await during.resealSecrets(), 0);
      const later = new Widgets(store.widgets, createKeyring(fresh));
      assert.equal((await later.setWebhook(widgetId, WEBHOOK))?.secret, secret);
    });

    test('an address that would leak is refused with the reason', async t => {
      const {widgets, widgetId} = await fixture(t, kind);
      for (const [url, reason] of [
        ['http://crm.acme.com/', /must be https/],
        ['https://user:password@crm.acme.com/', /without a user name/],
        ['ftp://crm.acme.com/', /webhook/],
        ['nonsense', /webhook/],
      ] as const) {
        await assert.rejects(widgets.setWebhook(widgetId, url), reason, url);
      }
      assert.ok(await widgets.setWebhook(widgetId, 'http://crm.internal/'));
    });
  });
}
