/** What the visitor's own page adds to the embedded brain: facts to answer from, functions to call. */
import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {ClientTool} from '../../../../src/contract/index.js';
import {writtenTalk} from '../../../testing/written-talk.js';
import {answerFromFacts} from './page-facts.js';
import {requestIn, saidOf} from './page-tools.js';
import {SENTENCES} from './sentences.js';

const facts = {
  plan: 'Pro',
  cart: {items: [{name: 'Trail bike'}, {name: 'Helmet', quantity: 2}], total: '$1,240'},
  wishlist: [],
};

const TOLD: readonly [question: string, answer: string][] = [
  ['What is in my cart?', 'In your cart: Trail bike, 2 × Helmet; total: $1,240.'],
  ["What's in my basket right now?", 'In your cart: Trail bike, 2 × Helmet; total: $1,240.'],
  ['Which plan am I on?', 'Your plan is Pro.'],
  ['What plan do I have?', 'Your plan is Pro.'],
  ['How much is my cart?', 'Your cart total is $1,240.'],
  ['What is the total of my cart?', 'Your cart total is $1,240.'],
  ['What is on my wishlist?', 'Your wishlist is empty.'],
];

const NOT_TOLD = [
  'What does the Pro plan cost?',
  'Which plans do you have?',
  'Can I cancel my plan?',
  'How do I get from the Starter plan to the Pro plan?',
  'What is my delivery address?',
  'I want to buy a cart',
];

describe('facts of the page', () => {
  for (const [question, answer] of TOLD) {
    test(`answer "${question}"`, () => assert.equal(answerFromFacts(question, facts), answer));
  }

  for (const question of NOT_TOLD) {
    test(`do not answer "${question}"`, () => assert.equal(answerFromFacts(question, facts), null));
  }

  test('come before the knowledge, which answers what is about everybody', async () => {
    const {ask} = await writtenTalk({}, null, {facts});
    assert.equal((await ask('Which plan am I on?')).text, 'Your plan is Pro.');
    assert.match((await ask('What does the starter plan cost?')).text, /\$29/);
    assert.match((await ask('Can I cancel?')).text, /cancelled at any time/);
  });

  test('that are none leave everything as it is', () => {
    assert.equal(answerFromFacts('What is in my cart?', {}), null);
  });
});

const orderStatus: ClientTool = {
  name: 'orderStatus',
  description: 'Looks up where an order is and when it arrives',
  parameters: {
    type: 'object',
    required: ['orderNumber'],
    properties: {orderNumber: {type: 'string'}},
  },
};
const balance: ClientTool = {
  name: 'get_balance',
  description: 'The account balance of the visitor',
  parameters: {type: 'object', properties: {}},
};
const rating: ClientTool = {
  name: 'rate',
  description: 'Stores a rating of the visit',
  parameters: {type: 'object', required: ['stars'], properties: {stars: {type: 'integer'}}},
};
const tools = [orderStatus, balance, rating];

const ASKED: readonly [words: string, name: string, args: object][] = [
  ['Where is my order 4711?', 'orderStatus', {orderNumber: '4711'}],
  ['What is the status of order A-1042, please?', 'orderStatus', {orderNumber: 'A-1042'}],
  ['What is my balance?', 'get_balance', {}],
  ['Rate my visit 5', 'rate', {stars: 5}],
];

describe('a function of the page', () => {
  for (const [words, name, args] of ASKED) {
    test(`is meant by "${words}"`, () => {
      const request = requestIn(words, tools);
      assert.deepEqual(request && [request.name, request.arguments], [name, args]);
    });
  }

  for (const words of [
    'Where is my order?',
    'How do orders work?',
    'What is the balance of power in 1815?',
    'What does the starter plan cost?',
    'How much is a service for 2 bikes?',
  ]) {
    test(`is not meant by "${words}"`, () => assert.equal(requestIn(words, tools), null));
  }

  test('is called before anything is said', async () => {
    const {ask} = await writtenTalk({}, null, {tools});
    const {text, call} = await ask('Where is my order 4711?');
    assert.equal(text, '');
    assert.equal(call?.name, 'orderStatus');
  });

  test('is told of in its own words, or by a plain reading', () => {
    assert.equal(saidOf('"shipped on Monday"', false), 'shipped on Monday');
    assert.equal(saidOf('{"message":"It is on its way.","id":7}', false), 'It is on its way.');
    assert.equal(
      saidOf('{"status":"shipped","arrivesOn":"Friday"}', false),
      'Status: shipped, arrives on: Friday.',
    );
    assert.equal(saidOf('[{"name":"Bike"},{"name":"Bell"}]', false), 'Bike, Bell.');
    assert.equal(saidOf('null', false), SENTENCES.toolDone);
    assert.equal(saidOf('true', false), 'Yes.');
  });

  test('that fails is told of kindly, by why', () => {
    assert.equal(saidOf('TOOL_TIMEOUT: …', true), SENTENCES.tool.TOOL_TIMEOUT);
    assert.equal(saidOf('An internal error occurred', true), SENTENCES.tool.TOOL_FAILED);
  });
});
