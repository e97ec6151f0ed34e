/** What operators do to widgets over HTTP: drafts, publishing, trials, and talks taken over. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {SessionResponse} from '../../../../src/contract/index.js';
import {TestOperator} from '../../../testing/operators.js';
import {FakeClock, PAGE, TestServer} from '../../../testing/test-server.js';
import {until} from '../../../testing/until.js';

const env = {AIW_RATE_LIMITS: 'off'};

interface Widget {
  id: string;
  token: string;
  status: string;
  isChanged: boolean;
  settings: {name: string; agent: {greeting: string}};
  seen: {origin: string} | null;
  advice: {step: number; isNeeded: boolean}[];
}

async function start(t: Parameters<typeof TestServer.start>[0], clock?: FakeClock) {
  const server = await TestServer.start(t, {env, ...(clock && {clock})});
  const owner = await TestOperator.join(server, 'owner');
  const {id} = await owner.post<{id: string}>('/api/operator/widgets', {domain: 'www.acme.com'});
  const path = `/api/operator/widgets/${id}`;
  const widget = () => owner.get<Widget>(path);
  const edit = (changes: object) => owner.ask('patch', `${path}/draft`, changes);
  return {server, owner, id, path, widget, edit};
}

/** A session of a trial, as the dashboard starts it. */
async function tryOut(server: TestServer, token: string): Promise<SessionResponse> {
  const {challenge} = await server.resolve(token, server.url);
  const request = {
    ...{token, challenge: challenge.value, mode: 'text'},
    engagement: {
      ...{opened_by: 'gesture', pointer_events: 1, key_events: 0, scroll_events: 0},
      ...{touch_events: 0, dwell_ms: 900},
    },
    page: {url: `${server.url}/dashboard/`, title: 'Dashboard', referrer: ''},
  };
  const started = await server.post('/api/sessions', request, {origin: server.url});
  assert.equal(started.status, 201);
  return (await started.json()) as SessionResponse;
}

test('a widget goes from draft to live, and visitors get nothing of a later draft', async t => {
  const {server, owner, path, widget, edit} = await start(t);
  const made = await widget();
  assert.equal(made.status, 'draft');
  assert.ok(made.advice.some(({step, isNeeded}) => step === 4 && isNeeded));
  assert.equal((await server.post('/api/widget/resolve', {token: made.token})).status, 409);
  await edit({agent: {name: 'Robin', greeting: 'First.'}, knowledge: 'We sell tea.'});
  const live = await owner.post<Widget>(`${path}/publish`);
  assert.deepEqual([live.status, live.isChanged], ['live', false]);
  assert.equal((await server.resolve(made.token)).agent.greeting, 'First.');
  await edit({agent: {name: 'Robin', greeting: 'Second.'}});
  assert.equal((await widget()).isChanged, true);
  assert.equal((await server.resolve(made.token)).agent.greeting, 'First.');
  const {differences} = await owner.get<{differences: object[]}>(`${path}/differences`);
  assert.deepEqual(differences, [{path: 'agent.greeting', before: '"First."', after: '"Second."'}]);
  await owner.post(`${path}/publish`);
  assert.equal((await server.resolve(made.token)).agent.greeting, 'Second.');
  const {revisions} = await owner.get<{revisions: {id: string; number: number}[]}>(
    `${path}/revisions`,
  );
  assert.equal(revisions.length, 2);
  await owner.post(`${path}/roll-back`, {revision: revisions[1]?.id});
  assert.equal((await server.resolve(made.token)).agent.greeting, 'First.');
});

test('what cannot be saved is named field by field, and nothing is lost', async t => {
  const {edit, widget} = await start(t);
  const response = await edit({pageUrl: 'https://other.com/', limits: {maxCallSeconds: 1}});
  assert.equal(response.status, 422);
  const {faults} = (await response.json()) as {faults: {path: string}[]};
  const paths = faults.map(({path}) => path);
  assert.ok(paths.includes('limits.maxCallSeconds') && paths.includes('limits.idleSeconds'));
  assert.equal((await widget()).settings.name, 'acme.com');
});

test('discarded changes and a pause are taken back', async t => {
  const {server, owner, path, widget, edit} = await start(t);
  const {token} = await owner.post<Widget>(`${path}/publish`);
  await edit({name: 'Changed'});
  await owner.post(`${path}/discard`);
  assert.equal((await widget()).settings.name, 'acme.com');
  assert.equal((await owner.post<Widget>(`${path}/pause`)).status, 'paused');
  assert.equal((await server.post('/api/widget/resolve', {token})).status, 409);
  assert.equal((await owner.post<Widget>(`${path}/resume`)).status, 'live');
  assert.equal((await server.post('/api/widget/resolve', {token})).status, 200);
});

test('it is told which page asked for it, and trials do not count', async t => {
  const {server, owner, path, widget} = await start(t);
  const {token} = await owner.post<Widget>(`${path}/publish`);
  const {token: trial} = await owner.post<{token: string}>(`${path}/preview`);
  await server.resolve(trial, server.url);
  assert.equal((await widget()).seen, null);
  await server.resolve(token);
  await until(async () => (await widget()).seen?.origin === PAGE);
});

test('a draft is tried from the dashboard alone, and leaves neither lead nor message', async t => {
  const {server, owner, id, path, edit} = await start(t);
  await owner.ask('put', `${path}/webhook`, {url: 'https://hooks.acme.com/'});
  await edit({agent: {name: 'Robin', greeting: 'Only a draft.'}});
  const {token} = await owner.post<{token: string}>(`${path}/preview`);
  assert.equal((await server.post('/api/widget/resolve', {token})).status, 403);
  const resolved = await server.resolve(token, server.url);
  assert.equal(resolved.agent.greeting, 'Only a draft.');
  const session = await tryOut(server, token);
  const foreign = server.stream(session, PAGE);
  assert.equal((await foreign.closed).code, 4403);
  const stream = await server.stream(session, server.url).send({type: 'hello', mode: 'text'});
  await stream.next('transcript', ({text}) => text === 'Only a draft.');
  await stream.send({type: 'end'});
  await stream.closed;
  const list = (query: string) =>
    owner.get<{entries: {id: string}[]}>(`/api/operator/conversations${query}`);
  assert.deepEqual((await list('')).entries, []);
  assert.deepEqual(
    (await list(`?previews=true&widget=${id}`)).entries.map(entry => entry.id),
    [session.sessionId],
  );
  const deliveries = await owner.get<{entries: object[]}>('/api/operator/deliveries');
  assert.deepEqual(deliveries.entries, []);
});

test('a trial goes on while its widget is not on the air', async t => {
  const clock = new FakeClock();
  const {server, owner, path} = await start(t, clock);
  const {token} = await owner.post<{token: string}>(`${path}/preview`);
  const session = await tryOut(server, token);
  const stream = await server.stream(session, server.url).send({type: 'hello', mode: 'text'});
  await stream.next('ready');
  for (let looks = 0; looks < 3; looks++) clock.advance(2000);
  await stream.send({type: 'text', id: 't1', text: 'Still here?'});
  await stream.next('transcript', ({id}) => id === 're-t1');
});

test('an operator takes a talk over in writing, and hands it back to an agent who knows', async t => {
  const {server, owner, path} = await start(t);
  const {token} = await owner.post<Widget>(`${path}/publish`);
  const session = await server.session(token, {mode: 'text'});
  const stream = await server.stream(session).send({type: 'hello', mode: 'text'});
  await stream.next('ready');
  const talk = `/api/operator/conversations/${session.sessionId}`;
  const first = server.engine.of(session.sessionId);
  assert.equal((await owner.ask('post', `${talk}/say`, {text: 'Too early'})).status, 409);
  assert.equal((await owner.ask('post', `${talk}/take-over`)).status, 204);
  assert.equal((await owner.ask('post', `${talk}/take-over`)).status, 409);
  await stream.next('audioClear');
  await stream.next('transcript', ({text}) => text.startsWith('The owner is here now'));
  await owner.ask('post', `${talk}/say`, {text: 'How can I help?'});
  await stream.next('transcript', ({text}) => text === 'The owner: How can I help?');
  await stream.send({type: 'text', id: 'v1', text: 'I need an invoice.'});
  // The agent hears nothing of it.
  await stream.next('transcript', ({id}) => id === 'v1');
  first.say('late', 'A late word of the agent.');
  assert.ok(!first.heard.some(told => 'frame' in told && told.frame.type === 'text'));
  const shown = await owner.get<{speaker: string | null; isHere: boolean}>(talk);
  assert.deepEqual([shown.speaker, shown.isHere], ['The owner', true]);
  assert.equal((await owner.ask('post', `${talk}/hand-back`)).status, 204);
  const second = server.engine.of(session.sessionId);
  assert.notEqual(second, first);
  const known = second.init.turns.map(({text}) => text);
  assert.ok(known.includes('I need an invoice.') && known.includes('The owner: How can I help?'));
  await stream.send({type: 'text', id: 'v2', text: 'Thank you'});
  await stream.next('transcript', ({text}) => text === 'You said Thank you');
  const {turns} = await owner.get<{turns: {text: string}[]}>(talk);
  assert.ok(turns.some(({text}) => text === 'The owner: How can I help?'));
});

test('a visitor token is decoded, or its fault named', async t => {
  const {server, owner, id, path} = await start(t);
  const {secret} = await owner.post<{secret: string}>(`${path}/secret/reveal`);
  assert.equal(secret, await server.operator.widgets.secretOf(id));
  const {SignJWT} = await import('jose');
  const mint = (key: string, exp: number) =>
    new SignJWT({sub: 'u-1', email: 'ada@example.com'})
      .setProtectedHeader({alg: 'HS256'})
      .setExpirationTime(exp)
      .sign(new TextEncoder().encode(key));
  const now = Math.floor(Date.now() / 1000);
  const test = async (visitorToken: string) =>
    owner.post<{claims: object | null; error: string | null}>(`${path}/visitor-token/test`, {
      visitorToken,
    });
  const good = await test(await mint(secret, now + 300));
  assert.deepEqual(good.claims, {sub: 'u-1', email: 'ada@example.com'});
  assert.equal((await test(await mint(secret, now - 5))).error, 'TOKEN_EXPIRED');
  assert.equal((await test(await mint('f'.repeat(64), now + 300))).error, 'INVALID_VISITOR_TOKEN');
});

test('an operator of a server that others reach has nothing read from the machine itself', async t => {
  for (const more of [
    {AIW_PUBLIC_URL: 'https://voice.acme.com'},
    {AIW_TRUST_PROXY: 'loopback'},
  ] as Record<string, string>[]) {
    const server = await TestServer.start(t, {env: {...env, ...more}});
    const owner = await TestOperator.join(server, 'owner');
    const made = {domain: 'localhost', pageUrl: 'http://localhost/'};
    const {id} = await owner.post<{id: string}>('/api/operator/widgets', made);
    const path = `/api/operator/widgets/${id}`;
    const url = `${server.url.replace('127.0.0.1', 'localhost')}/healthz`;
    const {findings} = await owner.post<{findings: {about: string; message: string}[]}>(
      `${path}/page-check`,
      {url},
    );
    assert.deepEqual(
      findings.map(({about}) => about),
      ['reachable'],
    );
    assert.match(findings[0]?.message ?? '', /private network/);
    await owner.ask('post', `${path}/import`, {start: url, pages: 1});
    await until(async () => {
      const {state, markdown} = await owner.get<{state: string; markdown: string}>(
        `${path}/import`,
      );
      return state === 'failed' && markdown === '';
    });
  }
});
