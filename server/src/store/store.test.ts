/** What every store keeps, whatever keeps it. */
import assert from 'node:assert/strict';
import {randomBytes, randomUUID} from 'node:crypto';
import {suite, test} from 'node:test';
import {CLICKED, settings} from '../../testing/test-server.js';
import {DATABASES, testStore} from '../../testing/test-store.js';
import {createKeyring} from '../domain/keys.js';
import type {Store} from '../domain/store.js';
import {Widgets} from '../domain/widgets/widgets.js';
import {migrate} from './migrate.js';

async function sessionOf(
  {widgets, sessions}: Store,
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

for (const kind of DATABASES) {
  suite(kind, () => {
    test('forgets a visitor, and keeps the count', async t => {
      const {store} = await testStore(t, kind);
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

    test('widget secrets are unreadable at rest and survive a rotation of the key', async t => {
      const {db, store} = await testStore(t, kind);
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

    test('a session costs the seconds it was used and the tokens of its answers', async t => {
      const {store} = await testStore(t, kind);
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
      const {store} = await testStore(t, kind);
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

    test('a challenge starts one session, also where two ask at once', async t => {
      const {store, widget} = await testStore(t, kind);
      const {token} = await widget(createKeyring(randomBytes(32)));
      const published = await store.widgets.byToken(token);
      assert.ok(published);
      const challenge = {
        nonce: randomBytes(16).toString('hex'),
        expiresAt: '2099-01-01T00:00:00.000Z',
      };
      const begin = () =>
        store.sessions.create({
          ...{id: randomUUID(), widgetId: published.id, revisionId: published.revisionId},
          ...{origin: 'https://acme.com', mode: 'text', engagement: CLICKED, locale: null},
          page: {url: 'https://acme.com/', title: '', referrer: ''},
          ...{claims: null, consent: null, startedAt: new Date().toISOString(), challenge},
        });
      const made = await Promise.all([begin(), begin(), begin(), begin()]);
      assert.deepEqual(made.filter(Boolean), [true]);
      assert.equal((await store.sessions.list(10)).length, 1);
      assert.equal(await store.sessions.isChallengeUsed(challenge.nonce), true);
    });

    test('a capture sent many times at once is stored once, and told as it was first', async t => {
      const {store} = await testStore(t, kind);
      const sessionId = await sessionOf(store, null);
      const id = randomUUID();
      const put = (value: string) =>
        store.captures.put(
          {
            ...{id, sessionId, kind: 'name', value, source: 'agent_asked', prefilled: false},
            createdAt: '2030-01-01T00:00:00.000Z',
          },
          '',
        );
      const puts = await Promise.all(['A', 'B', 'C', 'D', 'E'].map(put));
      assert.equal(puts.filter(({created}) => created).length, 1);
      assert.equal(new Set(puts.map(({capture}) => capture.value)).size, 1);
      assert.equal((await store.captures.list(sessionId)).length, 1);
    });

    test('drafts, publishing, verdicts, use and the audit log keep their order', async t => {
      const {store} = await testStore(t, kind);
      const widgets = new Widgets(store.widgets, createKeyring(randomBytes(32)));
      const {id, token} = await widgets.create(settings(), {live: true});
      await widgets.edit(id, {name: 'Another'});
      assert.equal((await store.widgets.byToken(token))?.settings.name, 'Acme');
      assert.equal((await store.widgets.byId(id))?.settings.name, 'Another');
      await widgets.publish(id);
      assert.equal((await store.widgets.byToken(token))?.settings.name, 'Another');
      assert.deepEqual(await store.widgets.offAir([id]), []);
      await widgets.pause(id);
      assert.deepEqual(await store.widgets.offAir([id]), [id]);
      const session = await sessionOf(store, null);
      const at = '2030-01-01T00:00:00.000Z';
      for (const [turn, role] of [
        ['v', 'visitor'],
        ['a', 'agent'],
      ] as const) {
        await store.sessions.putTurn(session, {id: turn, role, text: turn, at});
      }
      await store.sessions.putTurn(session, {id: 'a', role: 'agent', text: 'as heard', at});
      await store.sessions.putFeedback(session, {messageId: 'a', rating: 1, comment: null, at});
      await store.sessions.putFeedback(session, {messageId: 'a', rating: 5, comment: 'Yes', at});
      const whole = {messageId: null, rating: 5, comment: null, at};
      assert.equal(await store.sessions.putFeedback(session, whole), true);
      assert.equal(await store.sessions.putFeedback(session, whole), true);
      assert.equal(await store.sessions.putFeedback(session, {...whole, messageId: 'no'}), false);
      const details = await store.sessions.details(session);
      assert.deepEqual(
        details?.turns.map(({text}) => text),
        ['v', 'as heard'],
      );
      assert.equal(details.feedback.length, 2);
      assert.equal(await store.usage.add(id, '2030-01-01', 30), 30);
      assert.equal(await store.usage.add(id, '2030-01-01', 12), 42);
      for (const action of ['widget.create', 'widget.pause'] as const) {
        const entry = {
          at: `2030-01-01T00:00:0${action.length % 10}.000Z`,
          actor: 'cli:jane',
          accountId: null,
          action,
        };
        await store.audit.record({...entry, widgetId: id, details: {}});
      }
      assert.deepEqual(
        (await store.audit.list(10)).map(({action}) => action),
        ['widget.create', 'widget.pause'],
      );
      await store.ping();
    });

    test('any text is kept, a NUL in it or not', async t => {
      const {store} = await testStore(t, kind);
      const session = await sessionOf(store, null);
      const at = '2030-01-01T00:00:00.000Z';
      const text = 'Zoë “said” \u{1F33F}\u0000 and \\u0000';
      await store.sessions.putTurn(session, {id: 'v', role: 'visitor', text, at});
      await store.sessions.addPage(session, {url: 'https://acme.com/\u0000', title: '\u0000', at});
      const [turn] = (await store.sessions.details(session))?.turns ?? [];
      assert.equal(turn?.text.replace('\u0000', ''), text.replace('\u0000', ''));
    });

    test('the tables are made once, also by two that begin at once', async t => {
      const {db} = await testStore(t, kind);
      await Promise.all([migrate(db), migrate(db)]);
      const accounts = await db.selectFrom('accounts').selectAll().execute();
      assert.equal(accounts.length, 1);
    });
  });
}
