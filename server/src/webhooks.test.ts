/** What operators' own systems are told, over real HTTP. */
import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {createServer, type IncomingHttpHeaders, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {test, type TestContext} from 'node:test';
import {Webhook} from 'standardwebhooks';
import {withWholeLink} from './domain/webhooks/webhooks.js';
import {TestServer} from '../testing/test-server.js';
import {DeliveryError} from './domain/webhooks/webhook-courier.js';
import {createWebhookSender} from './outbound/send-webhook.js';

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** An operator's own system; answers 200 unless told otherwise. */
async function receiver(
  t: TestContext,
  answer: (response: ServerResponse) => void = response => void response.end(),
) {
  const received: Received[] = [];
  const waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', part => parts.push(part as Buffer));
    request.on('end', () => {
      received.push({headers: request.headers, body: Buffer.concat(parts).toString()});
      answer(response);
      for (const wake of waiting.splice(0)) wake();
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const {port} = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}/hook?key=of-the-operator`,
    received,
    async count(wanted: number) {
      while (received.length < wanted) await new Promise<void>(wake => waiting.push(wake));
      return received;
    },
  };
}

const PRIVATE = {AIW_WEBHOOK_PRIVATE: 'true'};

async function serverWith(t: TestContext, url: string, env: Record<string, string> = PRIVATE) {
  const server = await TestServer.start(t, {env});
  const widget = await server.widget();
  const secret = (await server.operator.widgets.setWebhook(widget.id, url))?.secret ?? '';
  return {server, widget, secret};
}

async function confirm(server: TestServer, token: string) {
  const session = await server.session(token, {mode: 'text'});
  const capture = {id: randomUUID(), kind: 'email', value: 'Jane@Example.com'};
  const response = await server.post(
    `/api/sessions/${session.sessionId}/captures`,
    {...capture, source: 'agent_asked', prefilled: false},
    {origin: 'https://www.acme.com', authorization: `Bearer ${session.sessionToken}`},
  );
  assert.equal(response.status, 201);
  return session;
}

/** Waits for what the server notes after it has got an answer. */
async function settled(server: TestServer, tries = 1) {
  for (;;) {
    const deliveries = await server.operator.store.outbox.list(10);
    const isNoted = deliveries.length > 0 && deliveries.every(each => each.lastAnswer !== null);
    if (isNoted && deliveries.every(({attempts}) => attempts >= tries)) return deliveries;
    await new Promise(resolve => setImmediate(resolve));
  }
}

test('tells of a capture and of the end of its call, each signed', async t => {
  const system = await receiver(t);
  const {server, widget, secret} = await serverWith(t, system.url);
  const session = await confirm(server, widget.token);
  const stream = server.stream(session);
  await stream.send({type: 'hello', mode: 'text', lastSeq: 0});
  await stream.next('ready');
  await stream.send({type: 'end'});
  const received = await system.count(2);
  const told = received.map(({headers, body}) => {
    assert.equal(headers['content-type'], 'application/json');
    const webhook = new Webhook(secret);
    return webhook.verify(body, headers as Record<string, string>) as {
      type: string;
      timestamp: string;
      data: {
        widgetId: string;
        conversation: string;
        capture?: {value: string; sessionId: string};
        session?: {id: string; endReason: string};
        captures?: {value: string}[];
      };
    };
  });
  const [created, ended] = ['capture.created', 'session.ended'].map(
    type => told.find(each => each.type === type)?.data,
  );
  assert.equal(created?.widgetId, widget.id);
  assert.equal(created.capture?.value, 'Jane@example.com');
  const link = `/dashboard/conversations/${session.sessionId}`;
  assert.deepEqual([created.conversation, ended?.conversation], [link, link]);
  assert.equal(created.capture.sessionId, session.sessionId);
  assert.equal(ended?.session?.id, session.sessionId);
  assert.equal(ended.session.endReason, 'visitor');
  assert.deepEqual(
    ended.captures?.map(({value}) => value),
    ['Jane@example.com'],
  );
  const deliveries = await settled(server);
  assert.deepEqual(
    deliveries.map(({lastAnswer, dueAt, attempts}) => [lastAnswer, dueAt, attempts]),
    [
      ['200', null, 1],
      ['200', null, 1],
    ],
  );
});

test('tells nobody where nobody asked for it', async t => {
  const server = await TestServer.start(t, {env: PRIVATE});
  const {token} = await server.widget();
  await confirm(server, token);
  assert.deepEqual(await server.operator.store.outbox.list(10), []);
});

test('waits and tries again where the system fails, and sends again on demand', async t => {
  const system = await receiver(t, response => response.writeHead(503).end('busy'));
  const {server, widget} = await serverWith(t, system.url);
  await confirm(server, widget.token);
  const [delivery] = await settled(server);
  assert.equal(delivery?.lastAnswer, '503');
  assert.equal(delivery.deliveredAt, null);
  const waits = Date.parse(delivery.dueAt ?? '') - Date.now();
  assert.ok(waits > 2_000 && waits <= 5_000, `${waits} ms`);
  assert.equal(
    await server.operator.store.outbox.resend(delivery.id, new Date(0).toISOString()),
    true,
  );
  const received = await system.count(2);
  const ids = new Set(received.map(({headers}) => headers['webhook-id']));
  assert.deepEqual([...ids], [delivery.id], 'the receiver can tell that it is the same');
});

test('tells no system on a private network unless the operator says so', async t => {
  const system = await receiver(t);
  const {server, widget} = await serverWith(t, `http://localhost:${system.port}/`, {});
  await confirm(server, widget.token);
  const [delivery] = await settled(server);
  assert.equal(delivery?.lastAnswer, 'private-address');
  assert.equal(system.received.length, 0);
});

const MESSAGE = {id: 'msg_1', timestamp: 1, body: '{}', secret: 'whsec_AAAA'};
const NEVER = new AbortController().signal;

test('refuses every way to write a private address, before anything is sent', async t => {
  const {port, received} = await receiver(t);
  const send = createWebhookSender(false, 2_000);
  const hosts = [
    ...['127.0.0.1', '127.1', '2130706433', '0x7f.1', '0.0.0.0', 'localhost', '[::1]', '[::]'],
    ...['[::ffff:127.0.0.1]', '10.0.0.1', '192.168.1.1', '172.16.0.1', '169.254.169.254'],
    ...['100.64.0.1', '[fd00::1]', '[fe80::1]'],
  ];
  for (const host of hosts) {
    const sending = send({...MESSAGE, url: `http://${host}:${port}/`}, NEVER);
    await assert.rejects(sending, new DeliveryError('private-address'), host);
  }
  assert.equal(received.length, 0);
});

test('follows no redirect, and waits for no end of an answer', async t => {
  const inner = await receiver(t);
  const moved = await receiver(t, response => response.writeHead(302, {location: inner.url}).end());
  const endless = await receiver(t, response => response.writeHead(200).write('…'));
  const send = createWebhookSender(true);
  assert.equal(await send({...MESSAGE, url: moved.url}, NEVER), 302);
  assert.equal(await send({...MESSAGE, url: endless.url}, NEVER), 200);
  assert.equal(inner.received.length, 0);
});

test('gives up on a system that does not answer, and at once when the server stops', async t => {
  const silent = await receiver(t, () => {});
  const message = {...MESSAGE, url: silent.url};
  await assert.rejects(createWebhookSender(true, 50)(message, NEVER), new DeliveryError('timeout'));
  const stopping = new AbortController();
  const sending = createWebhookSender(true)(message, stopping.signal);
  await silent.count(2);
  stopping.abort();
  await assert.rejects(sending, DeliveryError);
});

test('the link to a conversation is whole where the server knows its own address', () => {
  const body = JSON.stringify({
    type: 'x',
    data: {a: 1, conversation: '/dashboard/conversations/1'},
  });
  assert.deepEqual(JSON.parse(withWholeLink(body, 'https://voice.acme.com')), {
    type: 'x',
    data: {a: 1, conversation: 'https://voice.acme.com/dashboard/conversations/1'},
  });
  assert.equal(withWholeLink(body, null), body);
  const old = JSON.stringify({type: 'x', data: {a: 1}});
  assert.equal(withWholeLink(old, 'https://voice.acme.com'), old);
});
