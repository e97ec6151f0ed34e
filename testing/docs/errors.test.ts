/** What can go wrong stands in `docs/errors.md`, and nothing else does. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {ERROR_CODES, STREAM_CLOSE, TOOL_ERROR_CODES} from '../../src/contract/index.js';
import {consoleLines} from './console-lines.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(`${root}/docs/errors.md`, 'utf8');

const all = (pattern: RegExp) => [...page.matchAll(pattern)].map(match => match[1] ?? '').sort();

/** Each entry of the page under its name: a code's heading, or a console line's item. */
const entries = page
  .split(/^(?=### `|- `\[aiw|## )/m)
  .filter(part => /^(?:### `|- `\[aiw)/.test(part));

describe('docs/errors.md', () => {
  it('has every error code of the contract, and no other', () => {
    assert.deepEqual(all(/^### `([A-Z_]+)`$/gm), [...ERROR_CODES, ...TOOL_ERROR_CODES].sort());
  });

  it('has every line that the widget can write to the console, word for word, and no other', () => {
    assert.deepEqual(all(/^- `(\[aiw[^`]*)`/gm), consoleLines(root));
  });

  it('has every close code after which the widget does not reconnect, and no other', () => {
    const codes = Object.values(STREAM_CLOSE).map(String).sort();
    assert.deepEqual(all(/^\| (\d{4}) +\|/gm), codes);
  });

  it('says of each what causes it and what mends it', () => {
    const silent = entries.filter(entry => !/Cause: \S/.test(entry) || !/Fix: \S/.test(entry));
    assert.deepEqual(silent, []);
  });
});
