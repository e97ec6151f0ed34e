import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {en} from './en.js';
import {readTexts, withTexts} from './overrides.js';

suite('withTexts', () => {
  test('puts a site’s texts in place of the widget’s, at any depth', () => {
    const strings = withTexts(en, {send: 'Off it goes', status: {idle: 'Awake'}});
    assert.equal(strings.send, 'Off it goes');
    assert.equal(strings.status.idle, 'Awake');
    assert.equal(strings.status.ended, en.status.ended);
    assert.equal(strings.mute, en.mute);
  });

  test('puts the argument where the text says', () => {
    const strings = withTexts(en, {talkTo: 'Ring {}', charactersLeft: '{} to go, {}'});
    assert.equal(strings.talkTo('$& Ava'), 'Ring $& Ava');
    assert.equal(strings.charactersLeft(3), '3 to go, 3');
  });

  test('names what it has no words for, and leaves it out', () => {
    const unknown: string[] = [];
    const texts = {sendd: 'x', status: {sleepy: 'x', idle: {x: 'y'}}, capture: 'x'};
    const strings = withTexts(en, texts, path => unknown.push(path));
    assert.deepEqual(unknown, ['sendd', 'status.sleepy', 'status.idle', 'capture']);
    assert.deepEqual(strings, {...en, status: {...en.status}});
  });

  test('cannot leave out that an AI speaks', () => {
    assert.equal(withTexts(en, {disclosure: ' '}).disclosure, en.disclosure);
    assert.equal(withTexts(en, {disclosure: 'I am an AI.'}).disclosure, 'I am an AI.');
  });

  test('takes nothing from a prototype', () => {
    const strings = withTexts(en, JSON.parse('{"__proto__": {"send": "x"}, "toString": "x"}'));
    assert.equal(strings.send, en.send);
  });
});

suite('readTexts', () => {
  const cases: readonly [value: unknown, texts: object | null][] = [
    ['{"send": "Go"}', {send: 'Go'}],
    [{send: 'Go'}, {send: 'Go'}],
    ['{send}', null],
    ['"send"', null],
    ['null', null],
    [5, null],
  ];
  for (const [value, texts] of cases) {
    test(`of ${JSON.stringify(value)}`, () => assert.deepEqual(readTexts(value), texts));
  }
});
