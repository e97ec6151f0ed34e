/** Commands, files and variables that the documents name are real ones. */
import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const markdownIn = (folder: string, recursive: boolean) =>
  readdirSync(join(root, folder), {recursive})
    .map(name => join(folder, String(name)))
    .filter(name => name.endsWith('.md'));
const documents = [...markdownIn('.', false), ...markdownIn('docs', true)];

/** What a pattern's first group finds in all documents, with where. */
const found = (pattern: RegExp) =>
  documents.flatMap(file =>
    [...read(file).matchAll(pattern)].map(match => ({file, text: match[1] ?? ''})),
  );

describe('the documents', () => {
  it('name npm scripts that exist', () => {
    const own = JSON.parse(read('package.json')) as {scripts: object};
    const wrong = found(/npm run (?:-s )?([\w:]+)/g).filter(({text}) => !(text in own.scripts));
    assert.deepEqual(wrong, []);
  });

  it('name files and folders of this repository that exist', () => {
    const pattern = /`((?:src|loader|server|testing|e2e|bench|stories|docs)\/[\w./-]*)`/g;
    const wrong = found(pattern).filter(({text}) => !isThere(text));
    assert.deepEqual(wrong, []);
  });

  it('list every environment variable of the server, and no other', () => {
    const declared = /const environment = z\.object\(\{([\s\S]*?)\n\}\);/.exec(
      read('server/src/config.ts'),
    );
    const variables = [...(declared?.[1] ?? '').matchAll(/^ {2}([A-Z_]+):/gm)].map(
      ([, name]) => name,
    );
    const listed = [...read('docs/self-hosting.md').matchAll(/^\| (`[^|]+) +\|/gm)].flatMap(
      ([, cell = '']) => [...cell.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name),
    );
    assert.ok(variables.length > 10);
    assert.deepEqual(listed.sort(), variables.sort());
  });
});

/** Built folders come and go; a path without a suffix may be a module's or a test's name. */
function isThere(path: string): boolean {
  return /^server\/(?:dist|models)\b/.test(path) || existsSync(join(root, path));
}
