import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {TestLoudspeaker} from '../../../testing/loudspeaker.js';
import {TestMicrophone} from '../../../testing/microphone.js';
import {openCall, testEngine} from '../../../testing/voice-call.js';
import type {OutputEvent} from '../../../testing/voice-fixtures.js';
import {volunteered} from '../../../../src/capture/classify.js';
import type {ConversationEngine} from '../../domain/calls/conversation.js';
import type {TurnTimings} from '../timings.js';

let engine: ConversationEngine;
const timings: TurnTimings[] = [];

before(async () => {
  engine = await testEngine({voice: 'auto', onTurnTimings: turn => timings.push(turn)});
  await engine.warm();
  assert.equal(engine.voice, 'ready');
});
after(() => engine.close());

/** A call with a microphone and a loudspeaker, once its greeting has been heard. */
async function spokenCall() {
  const {conversation, output} = openCall(engine, 'voice');
  const loudspeaker = new TestLoudspeaker(frame => conversation.receive(frame));
  output.listener = loudspeaker;
  const microphone = new TestMicrophone(conversation);
  await output.until(event => event.type === 'transcript' && event.final);
  const hangUp = async () => {
    microphone.close();
    loudspeaker.close();
    await conversation.close('visitor');
  };
  return {conversation, output, microphone, loudspeaker, hangUp};
}

const isSpeech = (event: OutputEvent) => event.type === 'audioStart';
const heardLine = (output: {transcript: string[]}, pattern: RegExp) =>
  output.transcript.find(line => pattern.test(line));

test('the greeting is spoken and written, and then the agent listens', async () => {
  const {output, hangUp} = await spokenCall();
  assert.deepEqual(output.transcript, ['agent: Hello, I am Robin.']);
  assert.ok(output.audioBytes > 20_000);
  const order = output.events.map(({type}) => type);
  assert.ok(order.indexOf('audioStart') < order.indexOf('audioEnd'));
  await output.until(event => event.type === 'state' && event.value === 'listening', 3);
  await hangUp();
});

test('a spoken question is heard, answered aloud, and its follow-up understood', async () => {
  const {output, microphone, hangUp} = await spokenCall();
  const from = output.events.length;
  await microphone.say('starter-cost');
  await output.until(isSpeech, from);
  await output.holds(() => heardLine(output, /agent: The Starter plan costs \$29/i) !== undefined);
  assert.ok(heardLine(output, /^visitor: What does the starter plan cost\?$/i));
  await microphone.say('and-the-pro-plan');
  await output.holds(() => heardLine(output, /agent: The Pro plan costs \$79/i) !== undefined);
  await hangUp();
});

test('a page is shown while the sentence that says so is spoken', async () => {
  const {output, microphone, hangUp} = await spokenCall();
  await microphone.say('pricing-page');
  const event = await output.until(({type}) => type === 'navigate');
  assert.ok(event.type === 'navigate' && event.url === '/pricing');
  await output.holds(() => heardLine(output, /Let me take you to the pricing page/) !== undefined);
  await hangUp();
});

test('what is not known leads to a question for the email, and one that is spoken is noted', async () => {
  const {output, microphone, hangUp} = await spokenCall();
  await microphone.say('antarctica');
  await output.holds(() => heardLine(output, /do not know that.*email address.*\?$/) !== undefined);
  await microphone.say('email');
  await output.holds(() => heardLine(output, /check the email address/) !== undefined);
  const [words = ''] = output.transcript.filter(line => line.startsWith('visitor: ')).slice(-1);
  // As the pill has it: "dot con" and its like are put right.
  const noted = volunteered(words, {expected: 'email'});
  assert.deepEqual(noted, {kind: 'email', value: 'jane@example.com'}, output.transcript.join('\n'));
  await hangUp();
});

test('an interrupting sentence stops the agent at once and is heard whole', async () => {
  const {output, microphone, loudspeaker, hangUp} = await spokenCall();
  await microphone.say('antarctica');
  await loudspeaker.played(1_500);
  const speakingSince = output.events.length;
  await microphone.say('interruption');
  await output.until(({type}) => type === 'audioClear', speakingSince);
  await output.holds(() => heardLine(output, /take you to the contact page/) !== undefined);
  assert.ok(
    heardLine(output, /^visitor: Wait, take me to the contact page\.$/i),
    output.transcript.join('\n'),
  );
  // A second and a half of it, and what was said until the interruption was noticed.
  const cut = heardLine(output, /^agent: I am sorry/) ?? '';
  assert.match(cut, /^agent: I am sorry, I do not/);
  assert.doesNotMatch(cut, /get back to you/);
  await hangUp();
});

for (const name of ['pause-cancel', 'pause-cost', 'pause-page', 'pause-opening']) {
  test(`a pause of 700 ms in mid-sentence cuts nobody off: ${name}`, async () => {
    const {output, microphone, hangUp} = await spokenCall();
    const from = output.events.length;
    await microphone.say(name);
    assert.equal(output.events.slice(from).some(isSpeech), false, 'the agent spoke too soon');
    await output.until(isSpeech, from);
    const turns = output.transcript.filter(line => line.startsWith('visitor'));
    assert.equal(turns.length, 1, turns.join('\n'));
    await hangUp();
  });
}

test('noise is no turn, and silence neither', async () => {
  const {conversation, output, microphone, hangUp} = await spokenCall();
  await microphone.say('noise');
  conversation.receive({type: 'text', id: 'm1', text: 'Hello'});
  await output.holds(() => heardLine(output, /What would you like to know/) !== undefined);
  assert.deepEqual(
    output.transcript.filter(line => line.startsWith('visitor')),
    ['visitor: Hello'],
  );
  await hangUp();
});

test('a call may change to writing and back', async () => {
  const {conversation, output, microphone, hangUp} = await spokenCall();
  conversation.receive({type: 'mode', value: 'text'});
  const bytes = output.audioBytes;
  conversation.receive({type: 'text', id: 'm1', text: 'Do you ship bikes?'});
  await output.holds(() => heardLine(output, /agent: Yes\. We ship/) !== undefined);
  assert.equal(output.audioBytes, bytes);
  conversation.receive({type: 'mode', value: 'voice'});
  await microphone.say('starter-cost');
  await output.holds(() => heardLine(output, /agent: The Starter plan costs/) !== undefined);
  assert.ok(output.audioBytes > bytes);
  await hangUp();
});

test('a dropped visitor is not talked to, and may come back', async () => {
  const {conversation, output, hangUp} = await spokenCall();
  conversation.receive({type: 'text', id: 'm1', text: 'What does the starter plan cost?'});
  await output.until(isSpeech, output.events.length);
  conversation.suspend();
  await output.holds(() => output.transcript.length >= 3);
  conversation.resume();
  conversation.receive({type: 'text', id: 'm2', text: 'And the pro plan?'});
  await output.holds(() => heardLine(output, /Pro plan costs \$79/) !== undefined);
  await hangUp();
});

test('each spoken turn tells when its steps happened', async () => {
  const {output, microphone, hangUp} = await spokenCall();
  const from = output.events.length;
  await microphone.say('starter-cost');
  await output.until(isSpeech, from);
  await hangUp();
  assert.ok(timings.length > 0);
  for (const {speechEndedAt, transcribedAt, committedAt, firstAudioAt} of timings) {
    assert.ok(speechEndedAt < transcribedAt && transcribedAt <= committedAt);
    assert.ok(committedAt <= firstAudioAt);
  }
});
