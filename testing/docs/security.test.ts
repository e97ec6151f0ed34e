import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {assertFull, assertTests, rowsOf} from './named-tests.js';

/** The rows of the threat model, without their head. */
const ROWS = rowsOf('SECURITY.md', /^\| (?!who +\|)[^-]/);

suite('SECURITY.md', () => {
  test('says of each threat who, what, what stops it and what shows it', () => {
    assert.ok(ROWS.length > 15);
    assertFull(ROWS, 4);
  });

  test('names tests that are there', () => {
    for (const [, , , , tests = ''] of ROWS) assertTests(tests);
  });
});
