import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {urlMatches} from './url-match.js';

suite('urlMatches', () => {
  const url = 'https://acme.com/Pricing?a=1#x';
  const matching = [
    '*',
    '*/pricing*',
    'https://ACME.com/pricing?a=1#x',
    'https://*#x',
    '**prici*',
    '*a=1*',
    '*?a=*',
    '*.com/*',
  ];
  for (const pattern of matching)
    test(`${pattern} matches`, () => assert.ok(urlMatches(pattern, url)));
  const others = [
    '',
    '/pricing',
    '*/pricing',
    'pricing*',
    '*/support*',
    '*b=1*',
    '.*',
    '*acme?com*',
    '*x*x',
    '*#x#x',
  ];
  for (const pattern of others)
    test(`${pattern} does not`, () => assert.ok(!urlMatches(pattern, url)));

  test('parts may not overlap', () => {
    assert.ok(!urlMatches('ab*ba', 'aba'));
    assert.ok(urlMatches('ab*ba', 'abba'));
    assert.ok(urlMatches('*aab', 'aaab'));
  });

  test('no pattern makes it slow', () => {
    const started = performance.now();
    urlMatches('*a'.repeat(250) + 'b', 'a'.repeat(100_000));
    urlMatches(`*${'a'.repeat(400)}b*`, 'a'.repeat(100_000));
    assert.ok(performance.now() - started < 500);
  });
});
