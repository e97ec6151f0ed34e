import assert from 'node:assert/strict';
import {test} from 'node:test';
import {heardText} from './heard.js';

const SENTENCES = [
  {text: 'The first one is short.', startMs: 0, endMs: 1000},
  {text: 'The second one has eight words in it.', startMs: 1000, endMs: 3000},
];

test('nothing was heard before the first word', () => assert.equal(heardText(SENTENCES, 0), ''));

test('a sentence that was heard to its end is whole', () => {
  assert.equal(heardText(SENTENCES, 1000), 'The first one is short.');
});

test('the last sentence is cut between words', () => {
  assert.equal(heardText(SENTENCES, 2000), 'The first one is short. The second one has');
});

test('everything was heard', () => {
  assert.equal(
    heardText(SENTENCES, 9000),
    'The first one is short. The second one has eight words in it.',
  );
});

test('a list keeps its lines, also where it is cut', () => {
  const list = [
    {text: 'Two plans:', startMs: 0, endMs: 1000},
    {text: '\n- Starter', startMs: 1000, endMs: 2000},
    {text: '\n- Team, for more than five people', startMs: 2000, endMs: 4000},
  ];
  assert.equal(heardText(list, 3000), 'Two plans:\n- Starter\n- Team, for more');
});
