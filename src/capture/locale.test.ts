import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {forLocales, regionOf} from './locale.js';

suite('locales', () => {
  const rows: readonly [locale: string | null, country: string | undefined][] = [
    ['en-US', 'US'],
    ['de-at', 'AT'],
    ['zh-Hans-CN', 'CN'],
    ['de-CH-1996', 'CH'],
    ['de', undefined],
    ['es-419', undefined],
    ['en-Latn', undefined],
    ['', undefined],
    [null, undefined],
  ];
  for (const [locale, country] of rows) {
    test(`${locale} is in ${country ?? 'no known country'}`, () => {
      assert.equal(regionOf(locale), country);
    });
  }

  test('the first locale with an entry decides, by its primary language', () => {
    const table = {de: 'German', fr: 'French'};
    assert.equal(forLocales(table, 'en-US', undefined, 'FR-ca', 'de'), 'French');
    assert.equal(forLocales(table, 'fra', 'constructor', ''), undefined);
  });
});
