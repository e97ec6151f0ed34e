import assert from 'node:assert/strict';
import {test} from 'node:test';
import {passagesOf} from './passages.js';

test('a paragraph stands under its headings', () => {
  assert.deepEqual(passagesOf('# A\n\n## B\n\nOne\ntwo.\n\n## C\nThree.'), [
    {headings: ['A', 'B'], text: 'One two.'},
    {headings: ['A', 'C'], text: 'Three.'},
  ]);
});

test('a row of a table carries its columns', () => {
  const table = '| Plan | Price a month | Seats |\n| --- | --- | --- |\n| Pro | $79 | 10 |';
  assert.deepEqual(passagesOf(table), [
    {headings: [], text: 'Pro (Plan) | Price a month: $79 | Seats: 10'},
  ]);
});

test('a list keeps the line that introduces it', () => {
  assert.deepEqual(passagesOf('We repair:\n\n- brakes\n- **gears**'), [
    {headings: [], text: 'We repair:\n- brakes\n- gears'},
  ]);
});

test('a question is the heading of its answer, in each of its forms', () => {
  const forms = [
    'Q: Is it free?\nA: Yes.',
    '**Is it free?**\nYes.',
    '**Is it free?**\n\nYes.',
    '### Is it free?\n\nYes.',
  ];
  for (const form of forms) {
    assert.deepEqual(passagesOf(form), [{headings: ['Is it free?'], text: 'Yes.'}], form);
  }
});

test('links and emphasis become their words', () => {
  assert.deepEqual(passagesOf('See [the *guide*](/g) and `x`.'), [
    {headings: [], text: 'See the guide and x.'},
  ]);
});

test('nothing comes of nothing', () => assert.deepEqual(passagesOf(' \n\n---\n'), []));
