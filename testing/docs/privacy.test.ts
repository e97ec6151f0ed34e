/** What is stored stands in `docs/privacy.md`, in the browser and at the server. */
import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import * as keys from '../../src/platform/storage-keys.js';
import {textOf} from './markdown.js';

const page = textOf('docs/privacy.md');

suite('docs/privacy.md', () => {
  test('names every key in the browser’s storage', () => {
    const names = Object.values(keys).filter(value => typeof value === 'string');
    assert.ok(names.length > 5);
    assert.deepEqual(
      names.filter(name => !page.includes(`aiw:<token>:${name}`)),
      [],
    );
  });

  test('names every table of the server, and no other', () => {
    const database = /interface Database \{([^}]*)\}/.exec(textOf('server/src/store/schema.ts'));
    const tables = [...(database?.[1] ?? '').matchAll(/^ {2}(\w+):/gm)].map(
      ([, name = '']) => name,
    );
    const rows = [...page.matchAll(/^\| (`[^|]*`) +\|/gm)].map(([, cell = '']) => cell);
    const named = rows.flatMap(cell => [...cell.matchAll(/`([a-z_*]+)`/g)].map(([, name]) => name));
    assert.ok(tables.length > 15);
    assert.deepEqual(
      tables.filter(name => !named.includes(name)),
      [],
    );
    const known = [...tables, 'operator_*', 'knowledge_passages', 'knowledge_revisions'];
    assert.deepEqual(
      named.filter(name => !known.includes(name ?? '')),
      [],
    );
  });
});
