import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {suite, test} from 'node:test';
import {assertFull, assertTests, ROOT, rowsOf} from './named-tests.js';

/** The rows that name a promise. */
const ROWS = rowsOf('docs/spec-coverage.md', /^\| \d/);

suite('docs/spec-coverage.md', () => {
  test('has no empty cell', () => {
    assert.ok(ROWS.length > 40);
    assertFull(ROWS, 4);
  });

  test('names files that exist, and tests that are in them', () => {
    for (const [, , , where = '', tests = ''] of ROWS) {
      for (const [, path = ''] of where.matchAll(/`([^`]+)`/g)) {
        assert.ok(existsSync(join(ROOT, path)), path);
      }
      assertTests(tests);
    }
  });
});
