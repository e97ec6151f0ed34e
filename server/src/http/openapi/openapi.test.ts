/** The documentation of the API, held against the API itself. */
import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {test} from 'node:test';
import type {Express, Router} from 'express';
import {PAGE, TestServer} from '../../../testing/test-server.js';
import {createApp, type AppOptions} from '../app.js';
import {openApiDocument} from './document.js';
import {ENDPOINTS} from './endpoints.js';
import {operatorEndpoints} from './operator-endpoints.js';
import {errorBody} from './answers.js';

interface Layer {
  route?: {path: string | RegExp | string[]; methods: Record<string, boolean>};
  handle: {stack?: Layer[]};
}

/** Every route of an app, as `get /path`; those for any method and those of files left out. */
function routesOf(app: Express): string[] {
  const visit = (layers: readonly Layer[]): string[] =>
    layers.flatMap(({route, handle}) => {
      if (!route) return visit(handle.stack ?? []);
      const {path, methods} = route;
      if (typeof path !== 'string') return [];
      return Object.keys(methods).map(method => `${method} ${path}`);
    });
  return visit((app.router as Router as unknown as {stack: Layer[]}).stack);
}

/** Of the reference page itself. */
const PAGES = ['get /api/docs', 'get /api/docs/start.js'];
/** Not Express's. */
const STREAM = 'get /api/sessions/:id/stream';

test('every route is in the document, and the other way round', () => {
  const config = {trustProxy: false, rateLimits: null, requireOrigin: true, publicUrl: null};
  const directories = {embed: '/nowhere', demo: '/nowhere', dashboard: '/nowhere'};
  const app = createApp({config, directories, store: {}, demoToken: null} as unknown as AppOptions);
  const documented = [...ENDPOINTS, ...operatorEndpoints()].map(
    ({method, path}) => `${method} ${path}`,
  );
  const routes = routesOf(app).filter(route => !PAGES.includes(route));
  assert.deepEqual([...routes, STREAM].sort(), documented.sort());
});

test('the document is served, to any tool, and refers to nothing that is not in it', async t => {
  const server = await TestServer.start(t);
  const response = await fetch(`${server.url}/api/openapi.json`);
  assert.equal(response.headers.get('access-control-allow-origin'), '*');
  const document = (await response.json()) as ReturnType<typeof openApiDocument>;
  assert.deepEqual(document, JSON.parse(JSON.stringify(openApiDocument())));
  assert.equal(document['openapi'], '3.1.0');
  const text = JSON.stringify(document);
  for (const [, name = ''] of text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)) {
    assert.ok(text.includes(`"${name}":{`), name);
  }
  assert.equal(/"\$ref":"(?!#\/components\/schemas\/)/.test(text), false);
  assert.equal(text.includes('"description":""'), false);
});

/** Holds an answer against what the document says of it. */
async function assertAsDocumented(path: string, response: Response): Promise<unknown> {
  const endpoint = ENDPOINTS.find(each => each.path === path);
  assert.ok(endpoint, path);
  const {status} = response;
  const schema = status in (endpoint.refusals ?? {}) ? errorBody : endpoint.answers[status]?.schema;
  assert.ok(schema, `${path} does not say that it answers ${status}`);
  const body: unknown = await response.json();
  const result = schema.safeParse(body);
  assert.ok(result.success, `${path} ${status}: ${result.error?.message}`);
  return body;
}

test('what is answered is what is documented, refusals too', async t => {
  const server = await TestServer.start(t, {env: {AIW_MAX_CALLS: '1'}});
  const {token} = await server.widget({
    ...{disclosure: 'An AI speaks.', consent: undefined, identity: {enabled: true}},
    appearance: {variant: 'pill', accent: '#0a0'},
    conversation: {pushToTalk: true},
    triggers: [
      {
        ...{id: 't', name: 'Slow', priority: 1, cooldown: {perSession: true, perDays: 3}},
        conditions: [{type: 'dwellSeconds', gte: 5}, {type: 'exitIntent'}],
      },
    ],
    navigation: {enabled: true, targets: [{label: 'Pricing', url: '/pricing', aliases: ['cost']}]},
  });
  const draft = await server.widget({}, false);
  const resolve = '/api/widget/resolve';
  const check = async (path: string, asked: Promise<Response>) =>
    assertAsDocumented(path, await asked);
  await check(resolve, server.post(resolve, {token}));
  await check(resolve, server.post(resolve, 'no JSON'));
  await check(resolve, server.post(resolve, {token}, {}));
  await check(resolve, server.post(resolve, {token}, {origin: 'https://evil.example'}));
  await check(resolve, server.post(resolve, {token: draft.token}));
  await check(resolve, server.post(resolve, {token, more: 'x'.repeat(70_000)}));
  const sessions = '/api/sessions';
  const visitor_token = 'a.b.c';
  const begin = async (mode: 'voice' | 'text') =>
    server.post(sessions, await server.sessionRequest(token, {mode, visitor_token}));
  const started = (await check(sessions, begin('voice'))) as {
    sessionId: string;
    sessionToken: string;
  };
  await check(sessions, begin('voice'));
  await check(sessions, server.post(sessions, {token}));
  const {sessionId, sessionToken} = started;
  const headers = {origin: PAGE, authorization: `Bearer ${sessionToken}`};
  const captures = '/api/sessions/:id/captures';
  const capture = {
    ...{id: randomUUID(), kind: 'email', value: 'jane@example.com'},
    ...{source: 'agent_asked', prefilled: false},
  };
  const put = (body: object, id = sessionId) =>
    server.post(`/api/sessions/${id}/captures`, body, headers);
  await check(captures, put(capture));
  await check(captures, put(capture));
  await check(captures, put({...capture, id: randomUUID(), value: 'nothing'}));
  await check(captures, put(capture, randomUUID()));
  const feedback = '/api/sessions/:id/feedback';
  const judge = (body: object) => server.post(`/api/sessions/${sessionId}/feedback`, body, headers);
  await check(feedback, judge({rating: 5, comment: 'Good'}));
  await check(feedback, judge({rating: 5, message_id: 'nobody’s'}));
  for (const path of ['/healthz', '/readyz']) await check(path, fetch(server.url + path));
});

test('the reference page runs what is its own, and nothing else', async t => {
  const server = await TestServer.start(t);
  const page = await fetch(`${server.url}/api/docs`);
  assert.equal(page.status, 200);
  const policy = page.headers.get('content-security-policy') ?? '';
  assert.match(policy, /default-src 'none';script-src 'self';style-src 'self';/);
  for (const [, path = ''] of (await page.text()).matchAll(/(?:src|href)="(\/[^"]+)"/g)) {
    const file = await fetch(server.url + path);
    assert.equal(file.status, 200, path);
    assert.match(file.headers.get('content-type') ?? '', /javascript|css/);
  }
  assert.equal((await fetch(`${server.url}/api/docs/package.json`)).status, 404);
});
