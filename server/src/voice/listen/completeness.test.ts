import assert from 'node:assert/strict';
import {test} from 'node:test';
import {completenessOf} from './completeness.js';

const FINISHED = [
  'What does the starter plan cost?',
  'Can you take me to the pricing page?',
  'Do you ship to Antarctica?',
  'My email is jane at example dot com.',
  'Where is your office?',
  'What does it cost?',
  'How does it work?',
  'I would like to talk to somebody from sales.',
  'Thanks.',
  'Yes, please.',
  'Who are you?',
  'Wait.',
];

const OPEN = [
  'What does the?',
  'What does this start up?',
  'What does this start?',
  'What does the starter plan?',
  'Can you take me?',
  'Can you take me to the.',
  'I would like to know.',
  'How much does.',
  'Is there a?',
  'I want to.',
  'Please show me.',
  'Which plan?',
  'Are you open?',
  'What is the difference?',
  'My email is.',
  'I have a small shop and,',
];

for (const text of FINISHED) {
  test(`"${text}" is finished`, () => assert.equal(completenessOf(text), 'finished'));
}
for (const text of OPEN) {
  test(`"${text}" may go on`, () => assert.notEqual(completenessOf(text), 'finished'));
}
