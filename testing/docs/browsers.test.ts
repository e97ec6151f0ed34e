/** What an engine does not run stands in `docs/browsers.md`, and nothing else does. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {left} from '../engines/left-out.js';

const page = readFileSync(new URL('../../docs/browsers.md', import.meta.url), 'utf8');

describe('docs/browsers.md', () => {
  it('lists each element test that an engine does not run, and why', () => {
    const [, table = ''] = page.split('| engine | test ');
    const rows = [...table.matchAll(/^\| (\w+) +\| (.*?) +\| (.*?) +\|$/gm)].map(
      ([, engine, test, why]) => ({engine, test, why}),
    );
    const engines = ['Chromium', 'Firefox', 'WebKit'] as const;
    assert.deepEqual(
      rows,
      engines.flatMap(engine => left(engine).map(({test, why}) => ({engine, test, why}))),
    );
  });
});
