import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** Root of this repository. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Cells of the rows of a document's tables whose line matches; the first and last are empty. */
export function rowsOf(document: string, line: RegExp): string[][] {
  return readFileSync(join(ROOT, document), 'utf8')
    .split('\n')
    .filter(text => line.test(text))
    .map(text => text.split(/(?<!\\)\|/).map(cell => cell.trim()));
}

/** Each row has so many cells, and something in each. */
export function assertFull(rows: readonly string[][], count: number): void {
  for (const cells of rows) {
    assert.equal(cells.length, count + 2, cells.join(' | '));
    for (const cell of cells.slice(1, -1)) assert.notEqual(cell, '', cells.join(' | '));
  }
}

/** A cell names tests, each by its file and a title that is in it. */
export function assertTests(cell: string): void {
  const named = [...cell.matchAll(/`([^`]+)` “([^”]+)”/g)];
  assert.notEqual(named.length, 0, cell);
  for (const [, path = '', title = ''] of named) {
    assert.ok(existsSync(join(ROOT, path)), path);
    const source = readFileSync(join(ROOT, path), 'utf8');
    assert.ok(source.includes(title), `${path} has no “${title}”`);
  }
}
