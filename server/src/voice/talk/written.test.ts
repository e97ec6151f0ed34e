import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {openCall, testEngine} from '../../../testing/voice-call.js';
import type {OutputEvent, RecordingOutput} from '../../../testing/voice-fixtures.js';
import type {ConversationEngine} from '../../domain/calls/conversation.js';
import type {Turn} from '../../domain/records/session-store.js';
import {SENTENCES} from '../think/sentences.js';

let engine: ConversationEngine;
before(async () => {
  engine = await testEngine();
});
after(() => engine.close());

const isFinal = (event: OutputEvent) =>
  event.type === 'transcript' && event.final && event.role === 'agent';

test('the agent greets at once, and offers questions', async () => {
  const {conversation, output} = openCall(engine, 'text');
  const greeting = output.events.find(isFinal);
  assert.equal(greeting?.type === 'transcript' && greeting.text, 'Hello, I am Robin.');
  const offer = await output.until(event => event.type === 'quickReplies');
  assert.ok(offer.type === 'quickReplies' && offer.replies.length > 0 && offer.replies.length <= 3);
  await conversation.close('visitor');
});

const offers = (output: RecordingOutput) =>
  output.events.flatMap(event => (event.type === 'quickReplies' ? [event.replies] : []));

test('the operator’s own questions are offered after the greeting, all four', async () => {
  const suggestions = ['Which plans are there?', 'Do you deliver?', 'Is it open?', 'Who are you?'];
  const agent = {name: 'Robin', greeting: 'Hello, I am Robin.', suggestions};
  const {conversation, output} = openCall(engine, 'text', {agent});
  assert.deepEqual(offers(output), [suggestions]);
  await conversation.close('visitor');
});

test('a question for a yes or no brings its answers, under the message that asks', async () => {
  const {conversation, output} = openCall(engine, 'text');
  conversation.receive({type: 'text', id: 'm1', text: 'Thank you'});
  await output.holds(() => offers(output).length === 2);
  const last = output.events.findLast(isFinal);
  const offer = output.events.findLast(event => event.type === 'quickReplies');
  assert.equal(last?.type === 'transcript' && last.text, SENTENCES.thanks);
  assert.deepEqual(offer, {
    type: 'quickReplies',
    messageId: last?.type === 'transcript' && last.id,
    replies: ['Yes', 'No'],
  });
  await conversation.close('visitor');
});

test('an answer brings none, and words that were not understood bring questions', async () => {
  const {conversation, output} = openCall(engine, 'text');
  const openers = offers(output)[0];
  conversation.receive({type: 'text', id: 'm1', text: 'What does the starter plan cost?'});
  await output.until(isFinal, output.events.length);
  conversation.receive({type: 'text', id: 'm2', text: 'And the other?'});
  await output.until(isFinal, output.events.length);
  conversation.receive({type: 'text', id: 'm3', text: 'Fnord xyzzy blorb.'});
  await output.holds(() => output.transcript.at(-1) === `agent: ${SENTENCES.garbled}`);
  await output.holds(() => offers(output).length > 1);
  assert.deepEqual(offers(output), [openers, openers]);
  await conversation.close('visitor');
});

test('a typed question is confirmed under its id and answered in writing, without audio', async () => {
  const {conversation, output} = openCall(engine, 'text');
  conversation.receive({type: 'text', id: 'm1', text: ' What does the starter plan cost? '});
  await output.until(isFinal, output.events.length);
  assert.deepEqual(output.transcript.slice(1), [
    'visitor: What does the starter plan cost?',
    'agent: The Starter plan costs $29 a month.',
  ]);
  const own = output.events.find(event => event.type === 'transcript' && event.role === 'visitor');
  assert.equal(own?.type === 'transcript' && own.id, 'm1');
  assert.equal(output.audioBytes, 0);
  await conversation.close('visitor');
});

test('a message that is sent again after a drop counts once', async () => {
  const {conversation, output} = openCall(engine, 'text');
  conversation.receive({type: 'text', id: 'm1', text: 'Hello'});
  conversation.receive({type: 'text', id: 'm1', text: 'Hello'});
  await output.until(isFinal, output.events.length);
  assert.equal(output.transcript.filter(line => line.startsWith('visitor')).length, 1);
  await conversation.close('visitor');
});

test('an empty message is no turn', async () => {
  const {conversation, output} = openCall(engine, 'text');
  conversation.receive({type: 'text', id: 'm1', text: '  \n '});
  conversation.receive({type: 'text', id: 'm2', text: '👍'});
  await output.until(isFinal, output.events.length);
  assert.deepEqual(output.transcript.slice(1), ['visitor: 👍', `agent: ${SENTENCES.noWords}`]);
  await conversation.close('visitor');
});

test('a request for a page navigates, and a refusal becomes directions', async () => {
  const {conversation, output} = openCall(engine, 'text');
  conversation.receive({type: 'text', id: 'm1', text: 'Can you take me to the pricing page?'});
  const event = await output.until(({type}) => type === 'navigate');
  assert.ok(event.type === 'navigate');
  assert.deepEqual(
    [event.label, event.url, event.sectionSelector],
    ['Pricing', '/pricing', '#plans'],
  );
  conversation.receive({type: 'navigation', id: event.id, result: 'refused'});
  await output.holds(() => output.transcript.some(line => line.includes('under Pricing')));
  assert.ok(output.transcript.includes('agent: Let me take you to the pricing page.'));
  await conversation.close('visitor');
});

test('a confirmed contact is thanked for, a dismissed one accepted', async () => {
  const {conversation, output} = openCall(engine, 'text');
  conversation.receive({type: 'capture', kind: 'email', result: 'submitted'});
  conversation.receive({type: 'capture', kind: 'phone', result: 'dismissed'});
  await output.holds(() => output.transcript.length === 3);
  assert.deepEqual(output.transcript.slice(1), [
    `agent: ${SENTENCES.capture.submitted.email}`,
    `agent: ${SENTENCES.capture.dismissed.phone}`,
  ]);
  await conversation.close('visitor');
});

test('a goodbye is answered, and then the call may end', async () => {
  const {conversation, output} = openCall(engine, 'text');
  conversation.receive({type: 'text', id: 'm1', text: 'Thanks, bye!'});
  await output.holds(() => output.saidGoodbye);
  assert.equal(output.transcript.at(-1), `agent: ${SENTENCES.farewell}`);
  await conversation.close('visitor');
});

test('nothing is sent after the end', async () => {
  const {conversation, output} = openCall(engine, 'text');
  await conversation.close('visitor');
  const count = output.events.length;
  conversation.receive({type: 'text', id: 'm1', text: 'Hello'});
  conversation.receiveAudio(new Uint8Array(640));
  await conversation.close('visitor');
  assert.equal(output.events.length, count);
});

const said = (id: string, role: Turn['role'], text: string): Turn => ({
  ...{id, role, text},
  at: '2030-01-01T00:00:00.000Z',
});

test('a talk that began elsewhere goes on: no greeting, and what was asked is known', async () => {
  const {conversation, output} = openCall(engine, 'text', {}, [
    said('a1', 'agent', 'Hello, I am Robin.'),
    said('m1', 'visitor', 'What does the Pro plan cost?'),
    said('a2', 'agent', 'The Pro plan costs 49 dollars.'),
  ]);
  assert.deepEqual(output.transcript, []);
  conversation.receive({type: 'text', id: 'm1', text: 'What does the Pro plan cost?'});
  conversation.receive({type: 'text', id: 'm2', text: 'Say that again, please.'});
  await output.until(isFinal);
  assert.deepEqual(output.transcript, [
    'visitor: Say that again, please.',
    'agent: The Pro plan costs 49 dollars.',
  ]);
  await conversation.close('visitor');
});

test('words that nobody answered elsewhere are answered here', async () => {
  const {conversation, output} = openCall(engine, 'text', {}, [
    said('a1', 'agent', 'Hello, I am Robin.'),
    said('m1', 'visitor', 'What does the Starter plan cost?'),
  ]);
  await output.until(isFinal);
  assert.equal(output.transcript.length, 1);
  assert.match(output.transcript[0] ?? '', /^agent: The Starter plan costs \$29/);
  await conversation.close('visitor');
});

test('tells how its answers came: how soon, and whether there was one', async () => {
  const {conversation, output} = openCall(engine, 'text');
  conversation.receive({type: 'text', id: 'm1', text: 'What does the starter plan cost?'});
  await output.holds(() => output.answers.length === 1);
  conversation.receive({type: 'text', id: 'm2', text: 'Who won the football game yesterday?'});
  await output.holds(() => output.answers.length === 2);
  const finals = output.events.filter(isFinal).map(event => 'id' in event && event.id);
  const [known, unknown] = output.answers;
  assert.deepEqual([known?.messageId, unknown?.messageId], finals.slice(-2));
  assert.ok(known?.latencyMs !== undefined && known.isUnanswered === undefined);
  assert.ok(unknown?.latencyMs !== undefined && unknown.isUnanswered);
  await conversation.close('visitor');
});
