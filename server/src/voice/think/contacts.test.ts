import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {askedFor, volunteered} from '../../../../src/capture/classify.js';
import {writtenTalk} from '../../../testing/written-talk.js';
import {SENTENCES} from './sentences.js';

const NOTED = /check the (?:email address|phone number) on your screen/;

suite('contact details', () => {
  const said = [
    'jane at example dot com',
    'My email is jane.doe@example.com',
    'My phone number is 802 555 0199',
    'you can reach me at eight oh two, five five five, oh one double nine',
    'My email is jane',
    'it is jane at',
    'My phone number is five five',
    'meet me at the dot com office',
    'Do you ship bikes?',
    'We have 20 000 000 customers a year',
  ];
  for (const text of said) {
    test(`"${text}" is on the screen exactly where the agent says so`, async () => {
      for (const question of [null, SENTENCES.human('email'), SENTENCES.human('phone')]) {
        const {ask, agentSays} = await writtenTalk();
        if (question) agentSays(question);
        const shown = volunteered(text, {expected: question ? askedFor(question) : null});
        assert.equal(NOTED.test((await ask(text)).text), shown !== null, question ?? 'unasked');
      }
    });
  }

  test('a visitor’s language is heard as their widget hears it', async () => {
    const said = 'anna Klammeraffe beispiel punkt de';
    const german = await writtenTalk({}, 'de-AT');
    assert.match((await german.ask(said)).text, NOTED);
    const english = await writtenTalk({}, 'en-US');
    assert.doesNotMatch((await english.ask(said)).text, NOTED);
  });

  test('what was meant as one and not understood is asked for again', async () => {
    const {ask} = await writtenTalk();
    assert.equal(askedFor((await ask('My email is jane')).text), 'email');
    assert.equal(askedFor((await ask('My phone number is five five')).text), 'phone');
    await ask('I want to talk to a human');
    assert.equal((await ask("it's jane at")).text, SENTENCES.missed('email'));
  });

  test('talk about email is not taken for one', async () => {
    const {ask} = await writtenTalk();
    assert.equal(askedFor((await ask('My email is not working')).text) === 'phone', false);
    assert.notEqual((await ask('My email is not working')).text, SENTENCES.missed('email'));
  });

  test('a kind that was waved away is not asked for again', async () => {
    const {ask, agentSays} = await writtenTalk();
    agentSays(SENTENCES.capture.dismissed.email);
    assert.equal((await ask('jane at example dot com')).text, SENTENCES.notKept);
    assert.equal((await ask('Can somebody call me back')).text, SENTENCES.human('phone'));
  });

  test('who has left one is not asked again', async () => {
    const {ask, agentSays} = await writtenTalk();
    agentSays(SENTENCES.capture.submitted.email);
    assert.equal((await ask('Can somebody call me back')).text, SENTENCES.humanNoted);
    assert.equal((await ask('joe at example dot com')).text, SENTENCES.notedAgain('email'));
  });

  test('the sentences that ask bring up a pill, and no others do', () => {
    for (const kind of ['email', 'phone'] as const) {
      for (const asks of ['unknown', 'human', 'missed', 'awaited'] as const) {
        assert.equal(askedFor(SENTENCES[asks](kind)), kind);
      }
      assert.equal(askedFor(SENTENCES.noted(kind)), null);
      assert.equal(askedFor(SENTENCES.capture.dismissed[kind]), null);
      assert.equal(askedFor(SENTENCES.capture.submitted[kind]), null);
    }
    const fixed = Object.values(SENTENCES).filter(text => typeof text === 'string');
    for (const text of fixed) assert.equal(askedFor(text), null, text);
  });
});
