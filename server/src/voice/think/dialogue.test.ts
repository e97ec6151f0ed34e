import assert from 'node:assert/strict';
import {test} from 'node:test';
import {writtenTalk} from '../../../testing/written-talk.js';
import {SENTENCES} from './sentences.js';

const talk = async (changes?: Parameters<typeof writtenTalk>[0]) =>
  (await writtenTalk(changes)).ask;

const ANSWERS: readonly [question: string, answer: RegExp][] = [
  ['What does the starter plan cost?', /starter plan costs \$29 a month/i],
  ['What does the star to plan cost?', /starter plan costs \$29 a month/i],
  ['How much is it?', /Starter costs \$29 a month and Pro costs \$79 a month/],
  ['Which plans do you have?', /Starter for \$29 a month and Pro for \$79 a month/],
  ['How many rides does pro have?', /unlimited rides/],
  ['Does the starter plan include helmets?', /^No, the Starter plan does not include helmets/],
  ['Can I cancel?', /cancelled at any time/],
  ['What are your opening hours?', /9 a\.m\. to 6 p\.m\./],
  ['Where is the workshop?', /4 Bridge Street/],
  ['How can I reach you by email?', /hello@larkspur\.example/],
  ['Do you ship bikes?', /Yes\. We ship to every address/],
  ['Are there discounts for students?', /fifth off/],
  ['How long does a service take?', /two working days/],
  ['Do you repair electric motors?', /electric motors/],
];

for (const [question, answer] of ANSWERS) {
  test(`"${question}" is answered from the knowledge`, async () => {
    const {text} = await (await talk())(question);
    assert.match(text, answer);
    assert.ok(text.split(' ').length <= 45, `too long to listen to: ${text}`);
  });
}

const UNKNOWN = [
  'Do you ship to Antarctica?',
  'What is the capital of France?',
  'Can I bring my dog?',
];

for (const question of UNKNOWN) {
  test(`"${question}" is not known, and somebody may follow up`, async () => {
    const {text} = await (await talk())(question);
    assert.match(text, /do not know/);
    assert.match(text, /email[^.]*\?$/);
  });
}

test('contact details are asked for once', async () => {
  const ask = await talk();
  await ask('Can I bring my dog?');
  assert.doesNotMatch((await ask('Can I bring my cat?')).text, /email/);
});

test('contact details are not asked for where the widget takes none', async () => {
  const ask = await talk({capture: {kinds: []}});
  assert.doesNotMatch((await ask('Can I bring my dog?')).text, /email|phone/);
});

test('a follow-up is understood from what was said before', async () => {
  const ask = await talk();
  await ask('What does the starter plan cost?');
  assert.match((await ask('And the pro plan?')).text, /pro plan costs \$79/i);
  assert.match((await ask('How much is that a year?')).text, /\$948/);
});

test('a page of the nav map is shown, with a sentence that says so', async () => {
  const ask = await talk();
  for (const request of [
    'Can you take me to the pricing page?',
    'Show me your prices page',
    'Contact page please',
  ]) {
    const {text, call} = await ask(request);
    assert.match(text, /^Let me take you to the (pricing|contact) page\.$/);
    assert.equal(call?.name, 'navigate');
  }
});

test('a page that is not in the nav map is not shown', async () => {
  const {call} = await (await talk())('Take me to the checkout');
  assert.equal(call, undefined);
});

test('a question about a topic is answered, not navigated', async () => {
  const {call} = await (await talk())('Do you ship to the moon?');
  assert.equal(call, undefined);
});

test('"what was that" repeats the last answer', async () => {
  const ask = await talk();
  const {text} = await ask('Do you ship bikes?');
  assert.equal((await ask('Sorry, what was that?')).text, text);
});

test('small talk has its answers', async () => {
  const ask = await talk();
  assert.equal((await ask('Hello!')).text, SENTENCES.greeting);
  assert.match((await ask('Who are you?')).text, /Robin/);
  assert.equal((await ask('Thank you so much')).text, SENTENCES.thanks);
  assert.match((await ask('I want to talk to a human')).text, /email address\?$/);
  assert.match((await ask('My email is jane at example dot com')).text, /email address/);
  assert.equal((await ask('Goodbye')).text, SENTENCES.farewell);
});

test('what cannot be read is said to be so', async () => {
  const ask = await talk();
  assert.equal((await ask('👍🎉')).text, SENTENCES.noWords);
  assert.equal((await ask('日本語を話しますか')).text, SENTENCES.otherScript);
  assert.ok((await ask('la '.repeat(660))).text.length < 200);
});
