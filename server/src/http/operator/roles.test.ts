/** Every route of the operators' API, asked by everybody: strangers, each role, and other accounts. */
import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {test} from 'node:test';
import {may, ROLES, type Role} from '../../domain/operators/operators.js';
import {TestOperator} from '../../../testing/operators.js';
import {PAGE, TestServer} from '../../../testing/test-server.js';
import type {Route} from './route.js';
import {OPERATOR_ROUTES} from './routes.js';

const name = ({method, path}: Route) => `${method} ${path}`;

/** Good bodies and queries, where a route takes any; `ID` is put in from the account asked about. */
const BODIES: Readonly<Record<string, object>> = {
  'post /api/operator/session': {email: 'nobody@example.com', password: 'not the password'},
  'post /api/operator/invite': {token: 'none'},
  'post /api/operator/join': {
    token: 'none',
    email: 'a@example.com',
    name: 'A',
    password: 'x'.repeat(12),
  },
  'put /api/operator/password': {current: 'not the password', next: 'another password'},
  'post /api/operator/second-factor': {password: 'not the password'},
  'put /api/operator/second-factor': {code: '000000'},
  'delete /api/operator/second-factor': {password: 'not the password'},
  'patch /api/operator/account': {name: 'Renamed'},
  'patch /api/operator/people/:id': {role: 'viewer'},
  'post /api/operator/invites': {role: 'viewer'},
  'post /api/operator/keys': {name: 'Reports', role: 'viewer'},
  'post /api/operator/widgets': {domain: 'acme.com'},
  'patch /api/operator/widgets/:id/draft': {name: 'Changed'},
  'patch /api/operator/widgets/:id/retention': {transcriptDays: 30},
  'post /api/operator/widgets/:id/roll-back': {revision: 'none'},
  'post /api/operator/widgets/:id/page-check': {url: 'https://acme.com/'},
  'post /api/operator/widgets/:id/secret/rotate': {graceHours: 1},
  'post /api/operator/widgets/:id/visitor-token/test': {visitorToken: 'a.b.c'},
  'post /api/operator/widgets/:id/navigation/check': {targets: [{url: '/pricing'}]},
  'put /api/operator/widgets/:id/webhook': {url: 'https://hooks.acme.com/'},
  'post /api/operator/visitors/erase': {email: 'nobody@example.com'},
  'post /api/operator/conversations/:id/say': {text: 'Hello'},
};
const QUERIES: Readonly<Record<string, string>> = {'get /api/operator/origins': '?domain=acme.com'};

/** Ids of one account's own things, for the routes that name one. */
async function thingsOf(server: TestServer, accountId: string) {
  const {widgets, store} = server.operator;
  const {settings} = await import('../../../testing/test-server.js');
  const widget = await widgets.create(settings(), {live: true, accountId});
  const {sessionId} = await server.session(widget.token, {mode: 'text'});
  const [person] = await store.operators.people(accountId);
  return {widget: widget.id, conversation: sessionId, person: person?.id ?? ''};
}

type Things = Awaited<ReturnType<typeof thingsOf>>;

function addressOf(route: Route, things: Things): string {
  const id = route.path.includes('/widgets/')
    ? things.widget
    : route.path.includes('/conversations/')
      ? things.conversation
      : route.path.includes('/people/')
        ? things.person
        : randomUUID();
  const path = route.path.replace(':id', id).replace(':revision', randomUUID());
  return path + (QUERIES[name(route)] ?? '');
}

const ask = (who: TestOperator, route: Route, things: Things) =>
  who.ask(route.method, addressOf(route, things), BODIES[name(route)]);

const closed = OPERATOR_ROUTES.filter(({least}) => least !== 'anyone');

test('strangers get nothing of any route but those to sign in with', async t => {
  const server = await TestServer.start(t, {env: {AIW_RATE_LIMITS: 'off'}});
  const {accountId} = await TestOperator.join(server, 'owner');
  const things = await thingsOf(server, accountId);
  const stranger = new TestOperator(server);
  for (const route of closed) {
    assert.equal((await ask(stranger, route, things)).status, 401, name(route));
  }
  const open = OPERATOR_ROUTES.filter(({least}) => least === 'anyone').map(name);
  assert.deepEqual(open, [
    'get /api/operator/session',
    'post /api/operator/session',
    'delete /api/operator/session',
    'post /api/operator/invite',
    'post /api/operator/join',
  ]);
});

for (const role of ROLES) {
  test(`a ${role} may exactly what the role says`, async t => {
    const server = await TestServer.start(t, {env: {AIW_RATE_LIMITS: 'off'}});
    const {accountId} = await TestOperator.join(server, 'owner');
    const things = await thingsOf(server, accountId);
    const somebody = await TestOperator.join(server, role);
    for (const route of closed) {
      const response = await ask(somebody, route, things);
      const {status} = response;
      if (route.answer && status === route.status) {
        const {error} = route.answer.safeParse(await response.json());
        assert.equal(error, undefined, `${name(route)}: ${error?.message}`);
      }
      const isAllowed = may(role, route.least as Role);
      if (!isAllowed) assert.equal(status, 403, name(route));
      // Wrong passwords and codes are refused with 403 too.
      else if (!/password|second-factor/.test(route.path)) {
        assert.notEqual(status, 403, name(route));
      }
      assert.notEqual(status, 401, name(route));
      assert.ok(status < 500, `${name(route)} answered ${status}`);
      // The body was good: what is refused is not the form.
      assert.notEqual(status, 400, name(route));
    }
  });
}

test('an owner of one account sees and changes nothing of another', async t => {
  const server = await TestServer.start(t, {env: {AIW_RATE_LIMITS: 'off'}});
  const {accountId} = await TestOperator.join(server, 'owner');
  const things = await thingsOf(server, accountId);
  const other = await server.operator.store.operators.createAccount('Other');
  const foreigner = await TestOperator.join(server, 'owner', other.id);
  const before = await server.operator.store.widgets.byId(things.widget);
  for (const route of closed.filter(({path}) => path.includes(':id'))) {
    const response = await ask(foreigner, route, things);
    assert.ok([404, 409].includes(response.status), `${name(route)}: ${response.status}`);
    const text = await response.text();
    for (const id of Object.values(things)) assert.ok(!text.includes(id), name(route));
  }
  for (const route of closed.filter(({path, method}) => method === 'get' && !path.includes(':'))) {
    const text = await (await ask(foreigner, route, things)).text();
    for (const id of Object.values(things)) assert.ok(!text.includes(id), name(route));
  }
  assert.deepEqual(await server.operator.store.widgets.byId(things.widget), before);
  assert.equal((await server.operator.store.operators.people(accountId)).length, 1);
});

test('a key may what its role says, of its account, and nothing personal', async t => {
  const server = await TestServer.start(t, {env: {AIW_RATE_LIMITS: 'off'}});
  const owner = await TestOperator.join(server, 'owner');
  const things = await thingsOf(server, owner.accountId);
  const {key, id} = await owner.post<{key: string; id: string}>('/api/operator/keys', {
    name: 'Reports',
    role: 'viewer',
  });
  const program = new TestOperator(server);
  const authorization = {authorization: `Bearer ${key}`};
  for (const route of closed) {
    const address = addressOf(route, things);
    const body = BODIES[name(route)];
    const {status} = await program.ask(route.method, address, body, authorization);
    const isAllowed = may('viewer', route.least as Role) && !route.isPersonal;
    if (isAllowed) assert.ok(status < 400 || status === 404, `${name(route)}: ${status}`);
    else assert.equal(status, 403, name(route));
  }
  await owner.ask('delete', `/api/operator/keys/${id}`);
  const after = await program.ask('get', '/api/operator/widgets', undefined, authorization);
  assert.equal(after.status, 401);
});

test('a page of another site cannot make a browser act', async t => {
  const server = await TestServer.start(t, {env: {AIW_RATE_LIMITS: 'off'}});
  const owner = await TestOperator.join(server, 'owner');
  const foreign: Record<string, string>[] = [
    {'sec-fetch-site': 'cross-site'},
    {'sec-fetch-site': 'same-site'},
    {origin: PAGE},
    {origin: 'null'},
  ];
  for (const headers of foreign) {
    const response = await owner.ask('post', '/api/operator/widgets', {domain: 'a.com'}, headers);
    assert.equal(response.status, 403, JSON.stringify(headers));
  }
  const own = {origin: server.url, 'sec-fetch-site': 'same-origin'};
  const made = await owner.ask('post', '/api/operator/widgets', {domain: 'a.com'}, own);
  assert.equal(made.status, 201);
});

test('nothing is read of what a stranger sends, and little of a try to sign in', async t => {
  const server = await TestServer.start(t, {env: {AIW_RATE_LIMITS: 'off'}});
  const stranger = new TestOperator(server);
  const large = {domain: 'x'.repeat(1024 * 1024)};
  assert.equal((await stranger.ask('post', '/api/operator/widgets', large)).status, 401);
  assert.equal((await stranger.ask('post', '/api/operator/session', large)).status, 413);
  const owner = await TestOperator.join(server, 'owner');
  const {id} = await owner.post<{id: string}>('/api/operator/widgets', {domain: 'acme.com'});
  const knowledge = {knowledge: 'x'.repeat(1_900_000)};
  const saved = await owner.ask('patch', `/api/operator/widgets/${id}/draft`, knowledge);
  assert.equal(saved.status, 200);
});
