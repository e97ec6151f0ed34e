/** Who gets in, and how: links, passwords, second factors, browsers, keys. */
import assert from 'node:assert/strict';
import {createHmac} from 'node:crypto';
import {test} from 'node:test';
import type {Who} from '../../../dashboard/api/types.js';
import {inviteFirstOwner} from '../../first-owner.js';
import {PASSWORD, TestOperator} from '../../../testing/operators.js';
import {DATABASES} from '../../../testing/test-store.js';
import {testPostgres} from '../../../testing/postgres.js';
import {TestServer} from '../../../testing/test-server.js';

const env = {AIW_RATE_LIMITS: 'off'};

/** The code of an authenticator app now (RFC 6238), of an `otpauth:` address. */
function codeOf(uri: string, at = Date.now()): string {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const bits = [...secret]
    .map(letter => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from(bits.match(/.{8}/g)?.map(byte => parseInt(byte, 2)) ?? []);
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

for (const kind of DATABASES) {
  test(`${kind}: the first link makes the owner, once, and nobody else can be first`, async t => {
    const database = kind === 'Postgres' ? await (await testPostgres()).database() : null;
    const server = await TestServer.start(t, {
      env: {...env, ...(database && {AIW_DATABASE_URL: database})},
    });
    const stranger = new TestOperator(server);
    const before = await stranger.get<Who>('/api/operator/session');
    assert.deepEqual(before, {isSetUp: false, operator: null, account: null});
    const person = {name: 'Ada', email: 'Ada@Example.com', password: PASSWORD};
    const guess = await stranger.ask('post', '/api/operator/join', {...person, token: 'guessed'});
    assert.equal(guess.status, 404);
    const token = await inviteFirstOwner(server.operator);
    assert.ok(token);
    const joined = await stranger.ask('post', '/api/operator/join', {...person, token});
    assert.equal(joined.status, 204);
    const [cookie = ''] = joined.headers.getSetCookie();
    assert.match(cookie, /HttpOnly/);
    assert.match(cookie, /SameSite=Strict/);
    assert.match(cookie, /Path=\/api\/operator/);
    stranger.keep(joined);
    const {operator, account} = await stranger.get<Who>('/api/operator/session');
    assert.equal(operator?.email, 'ada@example.com');
    assert.equal(operator?.role, 'owner');
    assert.equal(account?.name, 'Default');
    const again = await new TestOperator(server).ask('post', '/api/operator/join', {
      ...{name: 'Eve', email: 'eve@example.com', password: PASSWORD, token},
    });
    assert.equal(again.status, 404);
    assert.equal(await inviteFirstOwner(server.operator), null);
  });
}

test('signs in and out; a wrong password and an unknown address are answered alike', async t => {
  const server = await TestServer.start(t, {env});
  const {email} = await TestOperator.join(server, 'owner');
  const visitor = new TestOperator(server);
  const signIn = (body: object) => visitor.ask('post', '/api/operator/session', body);
  const wrong = await signIn({email, password: 'not the password'});
  const unknown = await signIn({email: 'nobody@example.com', password: PASSWORD});
  assert.deepEqual([wrong.status, unknown.status], [401, 401]);
  assert.equal(await wrong.text(), await unknown.text());
  const right = await signIn({email, password: PASSWORD});
  assert.equal(right.status, 200);
  visitor.keep(right);
  assert.equal((await visitor.get<Who>('/api/operator/session')).operator?.email, email);
  const out = await visitor.ask('delete', '/api/operator/session');
  assert.equal(out.status, 204);
  // The cookie that was is worth nothing any more.
  assert.equal((await visitor.get<Who>('/api/operator/session')).operator, null);
});

test('passwords are not to be guessed: ten tries a minute', async t => {
  const server = await TestServer.start(t);
  const visitor = new TestOperator(server);
  const body = {email: 'ada@example.com', password: 'guess after guess'};
  const statuses: number[] = [];
  for (let count = 0; count < 12; count++) {
    statuses.push((await visitor.ask('post', '/api/operator/session', body)).status);
  }
  assert.deepEqual(new Set(statuses.slice(0, 10)), new Set([401]));
  assert.deepEqual(statuses.slice(10), [429, 429]);
});

test('over TLS the cookie is for TLS alone', async t => {
  const server = await TestServer.start(t, {env: {...env, AIW_TRUST_PROXY: 'loopback'}});
  const {email} = await TestOperator.join(server, 'owner');
  const visitor = new TestOperator(server);
  const body = {email, password: PASSWORD};
  const headers = {'x-forwarded-proto': 'https'};
  const response = await visitor.ask('post', '/api/operator/session', body, headers);
  assert.match(response.headers.getSetCookie()[0] ?? '', /; Secure/);
});

test('a new password signs other browsers out, and the old one is worth nothing', async t => {
  const server = await TestServer.start(t, {env});
  const ada = await TestOperator.join(server, 'owner');
  const other = new TestOperator(server);
  other.keep(
    await other.ask('post', '/api/operator/session', {email: ada.email, password: PASSWORD}),
  );
  const {signIns} = await ada.get<{signIns: {isThis: boolean}[]}>('/api/operator/sign-ins');
  assert.deepEqual(signIns.map(({isThis}) => isThis).sort(), [false, true]);
  const next = 'another long password';
  const changed = await ada.ask('put', '/api/operator/password', {current: PASSWORD, next});
  assert.equal(changed.status, 204);
  ada.keep(changed);
  assert.ok((await ada.get<Who>('/api/operator/session')).operator);
  assert.equal((await other.get<Who>('/api/operator/session')).operator, null);
  const old = {email: ada.email, password: PASSWORD};
  assert.equal((await other.ask('post', '/api/operator/session', old)).status, 401);
});

test('with a second factor the code is asked for, and a backup code works once', async t => {
  const server = await TestServer.start(t, {env});
  const ada = await TestOperator.join(server, 'owner');
  const begun = await ada.ask('post', '/api/operator/second-factor', {password: PASSWORD});
  const {uri, backupCodes} = await ada.json<{uri: string; backupCodes: string[]}>(begun);
  const wrong = await ada.ask('put', '/api/operator/second-factor', {code: '000000'});
  assert.equal(wrong.status, 403);
  const on = await ada.ask('put', '/api/operator/second-factor', {code: codeOf(uri)});
  assert.equal(on.status, 204);
  const other = new TestOperator(server);
  const credentials = {email: ada.email, password: PASSWORD};
  const signIn = (code?: string) =>
    other.ask('post', '/api/operator/session', {...credentials, ...(code && {code})});
  const first = await signIn();
  assert.deepEqual(await first.json(), {isCodeNeeded: true});
  assert.deepEqual(first.headers.getSetCookie(), []);
  assert.equal((await signIn('000000')).status, 401);
  assert.equal((await signIn(codeOf(uri))).status, 200);
  assert.equal((await signIn(backupCodes[0])).status, 200);
  assert.equal((await signIn(backupCodes[0])).status, 401);
});

test('a link for one address is of no use with another, and one taken back of none', async t => {
  const server = await TestServer.start(t, {env});
  const owner = await TestOperator.join(server, 'owner');
  const invite = (body: object) =>
    owner.post<{invite: {id: string}; url: string}>('/api/operator/invites', body);
  const tokenOf = ({url}: {url: string}) => new URL(url).hash.slice(1);
  const forBob = await invite({role: 'editor', email: 'Bob@example.com'});
  const join = (token: string, email: string) =>
    new TestOperator(server).ask('post', '/api/operator/join', {
      ...{token, email, name: 'Somebody', password: PASSWORD},
    });
  assert.equal((await join(tokenOf(forBob), 'eve@example.com')).status, 409);
  assert.equal((await join(tokenOf(forBob), owner.email)).status, 409);
  assert.equal((await join(tokenOf(forBob), 'bob@example.com')).status, 204);
  const open = await invite({role: 'viewer'});
  await owner.ask('delete', `/api/operator/invites/${open.invite.id}`);
  assert.equal((await join(tokenOf(open), 'carl@example.com')).status, 404);
  const {people} = await owner.get<{people: {email: string; role: string}[]}>(
    '/api/operator/people',
  );
  assert.deepEqual(people.map(({email, role}) => [email, role]).at(-1), [
    'bob@example.com',
    'editor',
  ]);
});

test('somebody who is removed is signed out at once, and the last owner stays', async t => {
  const server = await TestServer.start(t, {env});
  const owner = await TestOperator.join(server, 'owner');
  const viewer = await TestOperator.join(server, 'viewer');
  const {people} = await owner.get<{people: {id: string; role: string}[]}>('/api/operator/people');
  const idOf = (role: string) => people.find(person => person.role === role)?.id ?? '';
  const removed = await owner.ask('delete', `/api/operator/people/${idOf('viewer')}`);
  assert.equal(removed.status, 204);
  assert.equal((await viewer.ask('get', '/api/operator/widgets')).status, 401);
  for (const [method, body] of [
    ['delete', undefined],
    ['patch', {role: 'viewer'}],
  ] as const) {
    const refused = await owner.ask(method, `/api/operator/people/${idOf('owner')}`, body);
    assert.equal(refused.status, 409);
  }
});
