import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {languageOf} from './all.js';
import {ENGLISH} from './english.js';
import {GERMAN} from './german.js';
import {loadLanguage} from './load.js';

suite('choosing a capture language', () => {
  for (const locale of ['de', 'es-MX', 'fr-CA', 'it-IT', 'pt-BR', 'en-GB', 'ja', '']) {
    test(`widget and server hear ${locale || 'no locale'} alike`, async () => {
      assert.equal(await loadLanguage(locale), languageOf(locale));
    });
  }

  test('an English browser before a German agent hears German, and English beside it', async () => {
    assert.equal(await loadLanguage('en-US', 'de'), GERMAN);
    assert.equal(languageOf('en-US', 'de'), GERMAN);
    assert.equal(languageOf('en-US', undefined, null), ENGLISH);
  });
});
