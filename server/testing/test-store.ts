import {randomBytes, randomUUID} from 'node:crypto';
import type {TestContext} from 'node:test';
import type {Keyring} from '../src/domain/keys.js';
import {Widgets} from '../src/domain/widgets/widgets.js';
import {createStore} from '../src/store/index.js';
import type {Kysely} from 'kysely';
import {migrate} from '../src/store/migrate.js';
import {openPostgres} from '../src/store/postgres.js';
import type {Database} from '../src/store/schema.js';
import {openSqlite} from '../src/store/sqlite.js';
import {testPostgres} from './postgres.js';
import {CLICKED, settings} from './test-server.js';

/** What keeps data: the same tests run over each. */
export const DATABASES = ['SQLite', 'Postgres'] as const;

/** One of {@link DATABASES}. */
export type DatabaseKind = (typeof DATABASES)[number];

/** An empty database with this version's tables. */
export async function openTestDatabase(kind: DatabaseKind): Promise<Kysely<Database>> {
  const db =
    kind === 'SQLite'
      ? openSqlite(':memory:')
      : await openPostgres(await (await testPostgres()).database());
  await migrate(db);
  return db;
}

/** A store of the tests' own, closed at the end of the test. */
export async function testStore(t: TestContext, kind: DatabaseKind) {
  const db = await openTestDatabase(kind);
  const store = createStore(db);
  t.after(() => store.close());
  /** A live widget, sealed with these keys. */
  const widget = async (keys: Keyring) => {
    const {id, token} = await new Widgets(store.widgets, keys).create(settings(), {live: true});
    return {id, token};
  };
  /** A session of a widget, with claims of its visitor and a page address that names them. */
  const session = async (token: string, startedAt: string, sub = 'u-1'): Promise<string> => {
    const published = await store.widgets.byToken(token);
    if (!published) throw new Error('There is no such widget.');
    const id = randomUUID();
    await store.sessions.create({
      id,
      widgetId: published.id,
      revisionId: published.revisionId,
      origin: 'https://acme.com',
      mode: 'text',
      engagement: CLICKED,
      page: {url: 'https://acme.com/?email=jane@example.com', title: 'Home', referrer: ''},
      locale: null,
      claims: {sub, email: 'jane@example.com'},
      consent: null,
      startedAt,
      challenge: {nonce: randomBytes(16).toString('hex'), expiresAt: '2099-01-01T00:00:00.000Z'},
    });
    return id;
  };
  return {db, store, widget, session};
}
