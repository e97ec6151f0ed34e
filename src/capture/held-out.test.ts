import assert from 'node:assert/strict';
import {test} from 'node:test';
import {HELD_OUT} from '../../testing/capture/held-out.js';
import {heard} from '../../testing/capture/table.js';
import {languageOf} from './languages/all.js';
import {regionOf} from './locale.js';

test(`of ${HELD_OUT.length} utterances written after the rules`, () => {
  const misses = HELD_OUT.filter(
    ([locale, utterance, expected]) =>
      heard(utterance, languageOf(locale), regionOf(locale)) !== expected,
  );
  assert.deepEqual(
    misses.map(([, utterance]) => utterance),
    [],
  );
});
