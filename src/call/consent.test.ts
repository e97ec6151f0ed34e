import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {inOrder, isConsentMissing, readConsent, type Wish} from './consent.js';

const asked = {text: 'We keep what you say.', version: 'v2'};
const given = (version: string) => ({version, agreed_at: '2030-01-01T00:00:00Z'});

suite('consent', () => {
  test('is missing where the widget asks for it and the visitor has not agreed', () => {
    assert.equal(isConsentMissing(asked, null), true);
  });

  test('is not missing once they have', () => {
    assert.equal(isConsentMissing(asked, given('v2')), false);
  });

  test('to an earlier text is none', () => {
    assert.equal(isConsentMissing(asked, given('v1')), true);
  });

  test('is not missing where the widget does not ask', () => {
    assert.equal(isConsentMissing(undefined, null), false);
    assert.equal(isConsentMissing(undefined, given('v1')), false);
  });

  test('is read as it was kept, and from nothing else', () => {
    assert.deepEqual(readConsent({...given('v2'), more: 1}), given('v2'));
    const bad = [null, 7, 'yes', [], {}, {version: 'v2'}, {version: 'v2', agreed_at: 'today'}];
    for (const kept of bad) assert.equal(readConsent(kept), null, JSON.stringify(kept));
  });
});

suite('what waits for consent', () => {
  const cases: readonly [wishes: Wish[], order: Wish[]][] = [
    [[], []],
    [[{mode: 'voice'}], [{mode: 'voice'}]],
    [[{mode: 'text'}, {mode: 'voice'}, {mode: 'voice'}], [{mode: 'voice'}]],
    [
      [{text: 'a'}, {mode: 'voice'}, {text: 'b'}],
      [{mode: 'voice'}, {text: 'a'}, {text: 'b'}],
    ],
    [[{text: 'a'}], [{text: 'a'}]],
  ];
  for (const [wishes, order] of cases) {
    test(`${JSON.stringify(wishes)} is done as ${JSON.stringify(order)}`, () =>
      assert.deepEqual(inOrder(wishes), order));
  }
});
