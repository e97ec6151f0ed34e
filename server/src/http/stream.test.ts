import assert from 'node:assert/strict';
import {test} from 'node:test';
import {call, detailsOf, FRAME, frameOf, pass} from '../../testing/test-call.js';
import {PAGE} from '../../testing/test-server.js';

test('greets, answers and keeps what was said', async t => {
  const {server, session, stream} = await call(t);
  assert.deepEqual(stream.frames[0], {
    type: 'ready',
    inputSampleRate: 16_000,
    outputSampleRate: 16_000,
    resumed: false,
    seq: 1,
  });
  await stream.send({type: 'text', id: 't1', text: 'Hello 👋'});
  assert.equal(
    (await stream.next('transcript', ({id}) => id === 're-t1')).text,
    'You said Hello 👋',
  );
  await stream.send({type: 'end'});
  assert.equal((await stream.next('ended')).reason, 'visitor');
  assert.equal((await stream.closed).code, 1000);
  const numbers = stream.frames.map(({seq}) => seq);
  assert.deepEqual(
    numbers,
    [...numbers].sort((a, b) => a - b),
  );
  const details = await detailsOf(server, session);
  assert.deepEqual(
    details.turns.map(({role, text}) => [role, text]),
    [
      ['agent', 'Hello, I am Ava.'],
      ['visitor', 'Hello 👋'],
      ['agent', 'You said Hello 👋'],
    ],
  );
  assert.equal(details.endReason, 'visitor');
});

test('carries audio both ways and notes when the agent was first heard', async t => {
  const {server, session, stream, conversation} = await call(t);
  await stream.send(FRAME, FRAME);
  await conversation.told(heard => 'audio' in heard && heard.audio === 640);
  conversation.init.output.event({type: 'audioStart', messageId: 'm1'});
  conversation.init.output.audio(FRAME);
  conversation.init.output.audio(FRAME);
  conversation.init.output.event({type: 'audioEnd', messageId: 'm1'});
  await stream.next('audioEnd');
  assert.deepEqual(stream.audio, [640, 640]);
  await stream.send({type: 'end'});
  await stream.closed;
  assert.notEqual((await detailsOf(server, session)).firstAudioAt, null);
});

test('an interrupted answer is stored as it was heard', async t => {
  const {server, session, stream, conversation} = await call(t);
  conversation.say('m1', 'The starter plan costs nine dollars a month.');
  conversation.say('m2', 'And there is more.');
  conversation.say('m1', 'The starter plan costs');
  conversation.say('m2', '');
  await stream.send({type: 'end'});
  await stream.closed;
  const {turns} = await detailsOf(server, session);
  assert.deepEqual(
    turns.map(({text}) => text),
    ['Hello, I am Ava.', 'The starter plan costs'],
  );
});

test('the last words of a closing conversation are still told and stored', async t => {
  const {server, session, stream, conversation} = await call(t);
  conversation.beforeClosed = () => conversation.say('last', 'Bye.');
  await stream.send({type: 'end'});
  await stream.next('ended');
  assert.equal(stream.frames.at(-2)?.type, 'transcript');
  assert.equal((await detailsOf(server, session)).turns.at(-1)?.text, 'Bye.');
});

test('keeps the page trail and the feedback', async t => {
  const {server, session, stream, conversation} = await call(t);
  await stream.send(
    {type: 'page', url: `${PAGE}/contact`, title: 'Contact'},
    {type: 'feedback', rating: 5, comment: 'Nice'},
    {type: 'capture', kind: 'email', result: 'submitted'},
  );
  await frameOf(conversation, 'capture');
  await stream.send({type: 'end'});
  await stream.closed;
  const {pages, feedback} = await detailsOf(server, session);
  assert.deepEqual(
    pages.map(({url}) => url),
    [`${PAGE}/contact`],
  );
  assert.deepEqual(
    feedback.map(({rating, comment}) => [rating, comment]),
    [[5, 'Nice']],
  );
  assert.equal(
    conversation.heard.some(heard => 'frame' in heard && heard.frame.type === 'page'),
    true,
  );
});

test('a visitor who comes back gets what was missed, and a repeated text counts once', async t => {
  const {server, session, stream, conversation} = await call(t);
  await stream.send({type: 'text', id: 't1', text: 'One'});
  const seen = await stream.next('transcript', ({id}) => id === 're-t1');
  stream.drop();
  await conversation.told(heard => 'suspended' in heard);
  conversation.say('m2', 'Said meanwhile.');
  conversation.init.output.event({type: 'state', value: 'thinking'});
  const back = server.stream(session);
  await back.send(
    {type: 'hello', mode: 'voice', lastSeq: seen.seq},
    {type: 'text', id: 't1', text: 'One'},
    {type: 'text', id: 't2', text: 'Two'},
  );
  await back.next('transcript', ({id}) => id === 're-t2');
  assert.equal(back.frames[0].type === 'ready' && back.frames[0].resumed, true);
  const numbers = back.frames.map(({seq}) => seq);
  assert.equal(numbers[0] > seen.seq, true);
  assert.deepEqual(
    numbers,
    [...new Set(numbers)].sort((a, b) => a - b),
  );
  const missed = back.frames.filter(frame => frame.type === 'transcript').map(({id}) => id);
  assert.deepEqual(missed, ['m2', 't2', 're-t2']);
  assert.equal(back.frames.findLast(frame => frame.type === 'state')?.value, 'thinking');
  assert.equal(
    conversation.heard.filter(heard => 'frame' in heard && heard.frame.type === 'text').length,
    2,
  );
  assert.equal(
    conversation.heard.some(heard => 'resumed' in heard),
    true,
  );
});

test('a visitor who comes back on another page says where, and whether that is as agreed', async t => {
  const {server, session, stream, conversation} = await call(t);
  conversation.init.output.event({type: 'navigate', id: 'n1', label: 'Contact', url: '/contact'});
  const {seq} = await stream.next('navigate');
  stream.drop();
  await conversation.told(heard => 'suspended' in heard);
  const back = server.stream(session);
  const page = {type: 'page', url: `${PAGE}/contact`, title: 'Contact'} as const;
  const outcome = {type: 'navigation', id: 'n1', result: 'done'} as const;
  await back.send({type: 'hello', mode: 'text', lastSeq: seq}, page, outcome);
  await conversation.told(heard => 'frame' in heard && heard.frame.type === 'navigation');
  const resumed = conversation.heard.slice(
    conversation.heard.findIndex(heard => 'suspended' in heard) + 1,
  );
  assert.deepEqual(resumed, [
    {frame: {type: 'mode', value: 'text'}},
    {resumed: true},
    {frame: page},
    {frame: outcome},
  ]);
  const {pages} = await detailsOf(server, session);
  assert.deepEqual(
    pages.map(({url}) => url),
    [`${PAGE}/contact`],
  );
});

test('a session whose visitor stays away for 30 s is over', async t => {
  const {server, clock, session, stream, conversation} = await call(t);
  stream.drop();
  await conversation.told(heard => 'suspended' in heard);
  clock.advance(29_999);
  assert.equal((await detailsOf(server, session)).endedAt, null);
  clock.advance(1);
  await conversation.told(heard => 'closed' in heard);
  const late = server.stream(session);
  assert.equal((await late.closed).code, 4404);
  assert.equal((await detailsOf(server, session)).endReason, 'timeout');
});

test('a newer connection takes the call over', async t => {
  const {server, session, stream, conversation} = await call(t);
  const second = server.stream(session);
  await second.send({type: 'hello', mode: 'voice'});
  assert.equal((await stream.closed).code, 4409);
  await second.next('transcript', ({id}) => id === 'greeting');
  conversation.say('m2', 'Still here.');
  await second.next('transcript', ({id}) => id === 'm2');
  assert.equal(
    conversation.heard.some(heard => 'suspended' in heard),
    false,
  );
});

test('a call ends when nobody speaks, and when it is too long', async t => {
  const quiet = await call(t);
  await pass(quiet, 45);
  quiet.conversation.say('m1', 'Are you there?');
  await quiet.stream.next('transcript', ({id}) => id === 'm1');
  await pass(quiet, 45);
  quiet.clock.advance(15_000);
  assert.equal((await quiet.stream.next('ended')).reason, 'timeout');
  const long = await call(t);
  for (let past = 0; past < 570; past += 30) {
    await pass(long, 30);
    long.conversation.say(`m${past}`, 'More.');
  }
  await pass(long, 15);
  long.clock.advance(15_000);
  assert.equal((await long.stream.next('ended')).reason, 'limit');
});

test('hangs up once the goodbye was heard', async t => {
  const {stream, conversation} = await call(t);
  const {output} = conversation.init;
  output.event({type: 'state', value: 'speaking'});
  output.event({type: 'audioStart', messageId: 'bye'});
  output.audio(FRAME);
  output.goodbye();
  output.event({type: 'audioEnd', messageId: 'bye'});
  await stream.next('audioEnd');
  await stream.send({type: 'playback', messageId: 'bye', playedMs: 20, done: true});
  assert.equal((await stream.next('ended')).reason, 'agent');
});

test('a goodbye that nobody reports as heard ends all the same, and one answered does not', async t => {
  const silent = await call(t);
  silent.conversation.init.output.goodbye();
  silent.clock.advance(2000);
  assert.equal((await silent.stream.next('ended')).reason, 'agent');
  const talkative = await call(t);
  talkative.conversation.init.output.goodbye();
  await talkative.stream.send({type: 'text', id: 't1', text: 'Wait'});
  await talkative.stream.next('transcript', ({id}) => id === 're-t1');
  talkative.clock.advance(5000);
  await talkative.stream.send({type: 'text', id: 't2', text: 'Still there?'});
  await talkative.stream.next('transcript', ({id}) => id === 're-t2');
});

test('a shutdown is told to every call', async t => {
  const {server, session, stream} = await call(t);
  const closing = server.close();
  assert.equal((await stream.next('ended')).reason, 'shutdown');
  assert.equal((await stream.closed).code, 1000);
  await closing;
  // Another process may go on with it.
  assert.equal((await detailsOf(server, session)).endReason, null);
});
