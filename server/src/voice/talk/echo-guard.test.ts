import assert from 'node:assert/strict';
import {test} from 'node:test';
import {EchoGuard} from './echo-guard.js';

test("the agent's own words are no turn of the visitor's", () => {
  const guard = new EchoGuard();
  guard.speaking('The Starter plan costs $29 a month. It has three seats.');
  assert.equal(guard.isEcho('starter plan costs 29 a month', 1000), true);
  assert.equal(guard.isEcho('What does the pro plan cost?', 1000), false);
});

test('a word or two are believed', () => {
  const guard = new EchoGuard();
  guard.speaking('Shall I take you to the pricing page?');
  assert.equal(guard.isEcho('Pricing page.', 0), false);
});

test('the guard ends a moment after the agent', () => {
  const guard = new EchoGuard();
  guard.speaking('The Starter plan costs a lot.');
  guard.stopped(10_000);
  assert.equal(guard.isEcho('The starter plan costs a lot.', 10_500), true);
  assert.equal(guard.isEcho('The starter plan costs a lot.', 12_000), false);
});
