import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {test} from 'node:test';
import {call, detailsOf, FRAME, frameOf} from '../../testing/test-call.js';
import {PAGE, TestServer, TestStream} from '../../testing/test-server.js';

const tool = (name: string) => ({name, description: 'd', parameters: {type: 'object'}});

test('tells why a connection is refused', async t => {
  const server = await TestServer.start(t);
  const {token} = await server.widget();
  const session = await server.session(token);
  const other = await server.session(token);
  const {url} = session.transport;
  const codeOf = async (stream: TestStream) => (await stream.closed).code;
  assert.equal(await codeOf(new TestStream(url, null, PAGE)), 4401);
  assert.equal(await codeOf(new TestStream(url, 'nonsense', PAGE)), 4401);
  assert.equal(await codeOf(new TestStream(url, other.sessionToken, PAGE)), 4401);
  assert.equal(await codeOf(server.stream(session, 'https://evil.net')), 4403);
  assert.equal(await codeOf(server.stream(session, 'null')), 4403);
  assert.equal(await codeOf(new TestStream(url, session.sessionToken)), 4403);
  const gone = url.replace(session.sessionId, randomUUID());
  assert.equal(await codeOf(new TestStream(gone, session.sessionToken, PAGE)), 4401);
  const open = server.stream(session, 'http://localhost:5173');
  await open.send({type: 'hello', mode: 'voice'});
  await open.next('ready');
});

test('frames out of contract close the stream with a reason', async t => {
  const bad: (string | Buffer)[] = [
    'no json',
    '[]',
    '{"type":"dance"}',
    '{"type":"hello","mode":"voice"}',
    JSON.stringify({type: 'text', id: 't', text: 'x'.repeat(2001)}),
    JSON.stringify({type: 'context', facts: {a: 'x'.repeat(8 * 1024)}}),
    JSON.stringify({type: 'tools', tools: [tool('no name')]}),
    JSON.stringify({type: 'tools', tools: [tool('twice'), tool('twice')]}),
    JSON.stringify({type: 'tools', tools: Array.from({length: 33}, (_, n) => tool(`t${n}`))}),
    JSON.stringify({type: 'tools', tools: [{...tool('slow'), timeoutMs: 60_001}]}),
    JSON.stringify({type: 'toolResult', callId: 'c', result: 'x'.repeat(8 * 1024)}),
    JSON.stringify({type: 'feedback', rating: 6}),
    Buffer.alloc(641),
    Buffer.alloc(40_000),
  ];
  const server = await TestServer.start(t);
  const {token} = await server.widget();
  for (const frame of bad) {
    const stream = server.stream(await server.session(token, {mode: 'text'}));
    await stream.send({type: 'hello', mode: 'text'}, frame);
    const {code, reason} = await stream.closed;
    assert.equal(code, 1008, String(frame).slice(0, 40));
    assert.notEqual(reason, '');
  }
  for (const first of [FRAME, JSON.stringify({type: 'mic', muted: true})]) {
    const stream = server.stream(await server.session(token, {mode: 'text'}));
    await stream.send(first);
    assert.equal((await stream.closed).code, 1008);
  }
});

test('2,000 characters, emptiness and other scripts are messages', async t => {
  const {stream} = await call(t);
  for (const [id, text] of [
    ['long', '字'.repeat(2000)],
    ['empty', ''],
    ['arabic', 'مرحبا'],
  ]) {
    await stream.send({type: 'text', id, text});
    assert.equal((await stream.next('transcript', frame => frame.id === id)).text, text);
  }
});

test('nobody speaks faster than time', async t => {
  const {stream} = await call(t);
  const second = Buffer.alloc(16_000);
  await stream.send(...Array.from({length: 62}, () => second));
  assert.equal((await stream.closed).code, 1008);
});

test('a reader that does not read is cut off', async t => {
  const {stream, conversation} = await call(t);
  stream.socket.pause();
  const block = Buffer.alloc(1024 * 1024);
  for (let megabyte = 0; megabyte < 16; megabyte++) conversation.init.output.audio(block);
  await conversation.told(heard => 'suspended' in heard);
  stream.socket.resume();
  assert.equal((await stream.closed).code, 1006);
});

test('a peer that answers no ping is dropped after two', async t => {
  const {clock, stream, conversation} = await call(t);
  stream.socket.pause();
  clock.advance(15_000);
  clock.advance(15_000);
  await conversation.told(heard => 'suspended' in heard);
});

test('without a free voice slot or without a voice, a call goes on in writing', async t => {
  const {server, session, stream, conversation} = await call(t, {
    mode: 'text',
    env: {AIW_MAX_CALLS: '0'},
  });
  await stream.send({type: 'mode', value: 'both'});
  assert.equal((await stream.next('error')).error, 'VOICE_UNAVAILABLE');
  assert.deepEqual(await frameOf(conversation, 'mode'), {frame: {type: 'mode', value: 'text'}});
  await stream.send(FRAME, {type: 'text', id: 't1', text: 'Hi'});
  await stream.next('transcript', ({id}) => id === 're-t1');
  assert.equal(
    conversation.heard.some(heard => 'audio' in heard),
    false,
  );
  assert.equal((await detailsOf(server, session)).mode, 'text');
});

test('an agent that cannot start says so, and the call is over', async t => {
  const server = await TestServer.start(t);
  server.engine.beforeOpen = () => {
    throw new Error('No model.');
  };
  const session = await server.session((await server.widget()).token);
  const stream = server.stream(session);
  await stream.send({type: 'hello', mode: 'voice'});
  const {error, fatal} = await stream.next('error');
  assert.deepEqual([error, fatal], ['AGENT_FAILED', true]);
  await stream.closed;
});
