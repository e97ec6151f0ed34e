import assert from 'node:assert/strict';
import {test} from 'node:test';
import {SentenceSplitter} from './sentences.js';

function split(...parts: string[]): string[] {
  const splitter = new SentenceSplitter();
  return [...parts.flatMap(part => splitter.push(part)), ...splitter.end()];
}

test('a sentence is ready as soon as the next begins', () => {
  const splitter = new SentenceSplitter();
  assert.deepEqual(splitter.push('It costs $29.'), []);
  assert.deepEqual(splitter.push(' It has'), ['It costs $29.']);
  assert.deepEqual(splitter.end(), ['It has']);
});

test('words may arrive in any pieces', () => {
  assert.deepEqual(split('Hel', 'lo. How', ' are you? Fi', 'ne.'), [
    'Hello.',
    'How are you?',
    'Fine.',
  ]);
});

test('an abbreviation, a decimal and an address end no sentence', () => {
  assert.deepEqual(split('From 9 a.m. to 6 p.m. it is 2.9 percent at a.b.com today.'), [
    'From 9 a.m. to 6 p.m. it is 2.9 percent at a.b.com today.',
  ]);
});

test('a sentence that begins a line keeps the line break, and the number of an entry its words', () => {
  assert.deepEqual(split('Plans:\n\n1. Star', 'ter.\n2. Team\n- Pro. Fine.\n'), [
    'Plans:',
    '\n1. Starter.',
    '\n2. Team',
    '\n- Pro.',
    'Fine.',
  ]);
});
