/** What the READMEs say of the examples, and what they share. */
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {CHECKS} from './checks.js';
import {EXAMPLES} from './examples.js';
import {columns} from './readme-table.js';

const folder = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string) => readFileSync(folder + path, 'utf8');

it('the table has a column for each check', () => {
  assert.deepEqual(
    columns(),
    CHECKS.map(({column}) => column),
  );
});

it('every example is driven, and installed', () => {
  const names = EXAMPLES.map(({name}) => name).sort();
  const {workspaces} = JSON.parse(read('package.json')) as {workspaces: string[]};
  assert.deepEqual([...workspaces].sort(), names);
});

it('every example says how it is run, and has the same style sheet', () => {
  const shared = read('shared/site.css');
  for (const {name} of EXAMPLES) {
    assert.match(read(`${name}/README.md`), /```sh\n[^`]*npm/, `${name}/README.md`);
    const files = readdirSync(folder + name, {recursive: true, encoding: 'utf8'});
    const sheet = files.find(file => /^(?!.*(?:node_modules|dist|\/\.)).*site\.css$/.test(file));
    assert.equal(sheet && read(`${name}/${sheet}`), shared, `${name}/${sheet}`);
  }
});
