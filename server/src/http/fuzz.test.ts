/** What strangers send to the doors: nothing but refusals, and the server stays as it was. */
import assert from 'node:assert/strict';
import {EventEmitter} from 'node:events';
import {Agent, request} from 'node:http';
import {test} from 'node:test';
import fc from 'fast-check';
import type {WebSocket} from 'ws';
import {ERROR_CODES} from '../../../src/contract/index.js';
import {endpointsOf} from '../../testing/endpoints.js';
import {ScriptedEngine} from '../../testing/scripted-engine.js';
import {FakeClock, PAGE, settings, TestServer} from '../../testing/test-server.js';
import {CallRecorder} from '../domain/calls/call-recorder.js';
import {LiveCall} from '../domain/calls/live-call.js';
import {UsageMeter} from '../domain/records/usage.js';
import {StreamConnection} from './stream-connection.js';

const anyText = fc.oneof(fc.string(), fc.string({unit: 'binary'}), fc.string({unit: 'grapheme'}));
const mode = fc.oneof(fc.constantFrom('voice', 'text', 'both'), anyText);
const odd = fc.oneof(fc.jsonValue(), fc.integer(), fc.double(), anyText, fc.constant(undefined));
const either = <Value>(usual: fc.Arbitrary<Value>) =>
  fc.oneof({weight: 5, arbitrary: usual as fc.Arbitrary<unknown>}, odd);
const rating = either(fc.integer({min: -1, max: 7}));

const FRAMES = {
  hello: {mode, lastSeq: either(fc.nat())},
  mode: {value: mode},
  context: {facts: either(fc.dictionary(anyText, fc.jsonValue()))},
  tools: {
    tools: either(fc.array(fc.record({name: anyText, description: anyText}), {maxLength: 3})),
  },
  toolResult: {callId: either(anyText), result: fc.jsonValue(), error: either(anyText)},
  text: {id: either(anyText), text: either(anyText)},
  mic: {muted: either(fc.boolean())},
  playback: {messageId: either(anyText), playedMs: either(fc.double()), done: either(fc.boolean())},
  page: {url: either(fc.webUrl()), title: either(anyText)},
  navigation: {id: either(anyText), result: either(fc.constantFrom('done', 'refused'))},
  capture: {kind: either(fc.constantFrom('email')), result: either(fc.constant('submitted'))},
  feedback: {messageId: either(anyText), rating, comment: either(anyText)},
  end: {},
};

const frame = fc
  .constantFrom(...(Object.keys(FRAMES) as (keyof typeof FRAMES)[]))
  .chain(type =>
    fc.record({type: fc.constant(type), ...FRAMES[type]} as Record<string, fc.Arbitrary<unknown>>),
  );
const hello = fc.constant(JSON.stringify({type: 'hello', mode: 'both'}));
const message = fc.oneof(
  {weight: 6, arbitrary: frame.map(value => JSON.stringify(value))},
  {weight: 1, arbitrary: hello},
  fc.json(),
  anyText,
  fc.uint8Array({maxLength: 700}).map(bytes => Buffer.from(bytes)),
);

/** What a connection needs of a socket, and no network. */
class LocalSocket extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  code: number | null = null;

  send(): void {}

  close(code: number): void {
    this.code ??= code;
    this.readyState = 3;
    this.emit('close');
  }

  terminate(): void {
    this.close(1006);
  }
}

/** A call with nobody's books to keep. */
function callOf(clock: FakeClock): LiveCall {
  const write = async () => {};
  const store = {
    ...{putTurn: write, firstAudio: write, use: write, addPage: write, end: write},
    putFeedback: async () => true,
  };
  const widget = {id: 'w', revisionId: 'r', status: 'live', settings: settings()} as const;
  const usage = {add: async () => 0, seconds: async () => 0};
  const recorder = new CallRecorder('s', {
    meter: new UsageMeter(widget, {store: usage, clock, onLevel: () => {}}),
    store: store as unknown as ConstructorParameters<typeof CallRecorder>[1]['store'],
    clock,
    onError: error => assert.fail(String(error)),
  });
  return new LiveCall({
    id: 's',
    widget,
    ...{mode: 'voice', page: {url: PAGE, title: ''}, locale: null, clock, recorder},
    engine: new ScriptedEngine(),
    startedAt: clock.now(),
    turns: [],
    readTurns: async () => [],
    mayUseVoice: () => true,
    onEnded: () => {},
  });
}

test('a stream of any frames is carried on or closed with a reason, and nothing throws', () => {
  fc.assert(
    fc.property(
      fc.option(hello, {nil: null, freq: 5}),
      fc.array(message, {maxLength: 5}),
      (first, rest) => {
        const clock = new FakeClock();
        const socket = new LocalSocket();
        const onUnexpected = (error: unknown) => assert.fail(String(error));
        const connection = new StreamConnection(socket as unknown as WebSocket, callOf(clock), {
          clock,
          onUnexpected,
          onRefused: () => {},
        });
        connection.start();
        for (const data of first === null ? rest : [first, ...rest]) {
          const isBinary = Buffer.isBuffer(data);
          socket.emit('message', isBinary ? data : Buffer.from(data), isBinary);
        }
        assert.ok([null, 1000, 1008].includes(socket.code), String(socket.code));
      },
    ),
    {numRuns: 10_000},
  );
});

/** Sends bytes as they are: `fetch` would mend them. */
function send(agent: Agent, url: string, headers: Record<string, string>, body: Buffer) {
  return new Promise<{status: number; text: string}>((resolve, reject) => {
    const sent = request(url, {method: 'POST', agent, headers}, response => {
      let text = '';
      response.setEncoding('utf8').on('data', part => (text += part));
      response.on('end', () => resolve({status: response.statusCode ?? 0, text}));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

test('a request of any origin, token and body is answered by a refusal in the contract’s words', async t => {
  const server = await TestServer.start(t, {env: {AIW_RATE_LIMITS: 'off'}});
  const widget = await server.widget({identity: {enabled: true}});
  const endpoints = Object.values(await endpointsOf(server, widget));
  const good = await Promise.all(endpoints.map(endpoint => endpoint.good(PAGE)));
  const agent = new Agent({keepAlive: true, maxSockets: 1});
  t.after(() => agent.destroy());
  const field = (value: unknown): fc.Arbitrary<unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? fc.record(Object.fromEntries(Object.entries(value).map(([key, one]) => [key, field(one)])))
      : fc.oneof({weight: 8, arbitrary: fc.constant(value)}, odd);
  const header = fc.stringMatching(/^[\x20-\x7e]{0,60}$/);
  const asked = fc.nat({max: endpoints.length - 1}).chain(index =>
    fc.record({
      index: fc.constant(index),
      origin: fc.oneof({weight: 6, arbitrary: fc.constant(PAGE)}, fc.webUrl(), header),
      authorization: fc.oneof(
        {weight: 6, arbitrary: fc.constant(good[index].headers.authorization ?? '')},
        header,
      ),
      body: fc.oneof(
        {weight: 6, arbitrary: field(good[index].body).map(value => JSON.stringify(value) ?? '')},
        fc.json(),
        anyText,
      ),
    }),
  );
  const codes: readonly unknown[] = [undefined, ...ERROR_CODES];
  await fc.assert(
    fc.asyncProperty(asked, async ({index, origin, authorization, body}) => {
      const url = server.url + endpoints[index].path;
      const answer = await send(agent, url, {origin, authorization}, Buffer.from(body));
      assert.ok(answer.status < 500 || answer.status === 503, answer.text);
      const {error, message: words} = JSON.parse(answer.text) as Record<string, unknown>;
      if (answer.status < 400) return;
      assert.ok(codes.includes(error));
      assert.ok(typeof words === 'string' && words.length > 10);
      assert.doesNotMatch(answer.text, /node_modules|at .+:\d+:\d+/);
    }),
    {numRuns: 2_000},
  );
  assert.equal((await server.session(widget.token, {mode: 'text'})).visitorClaims, null);
});
