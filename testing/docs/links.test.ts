/** Links lead somewhere: to files and headings that exist, or to addresses of the right form. */
import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {dirname, join, normalize} from 'node:path';
import {suite, test} from 'node:test';
import {GROUPS, pagesIn} from '../../docs/generate/pages.js';
import {anchorsOf, documents, linksOf} from './markdown.js';
import {ROOT} from './named-tests.js';

const LINKS = documents().flatMap(file => linksOf(file).map(target => ({file, target})));
const isExternal = (target: string) => /^[a-z][a-z+.-]*:/i.test(target);
const OWN = LINKS.filter(({target}) => !isExternal(target)).map(({file, target}) => {
  const [path = '', anchor] = target.split('#');
  return {file, target, anchor, path: path === '' ? file : normalize(join(dirname(file), path))};
});

suite('links in the documents', () => {
  test('lead to files that exist', () => {
    assert.ok(OWN.length > 100);
    assert.deepEqual(
      OWN.filter(({path}) => !existsSync(join(ROOT, path))),
      [],
    );
  });

  test('lead to headings that exist', () => {
    const wrong = OWN.filter(
      ({path, anchor}) => anchor && path.endsWith('.md') && !anchorsOf(path).has(anchor),
    );
    assert.deepEqual(wrong, []);
  });

  test('are relative, so that they work as files too', () => {
    assert.deepEqual(
      OWN.filter(({target}) => target.startsWith('/') || target.includes('.html')),
      [],
    );
  });

  test('to elsewhere are whole https addresses', () => {
    const wrong = LINKS.filter(({target}) => isExternal(target)).filter(
      ({target}) => !URL.canParse(target) || !/^(?:https:|mailto:)/.test(target),
    );
    assert.deepEqual(wrong, []);
  });
});

test('every page of docs/ has its place in the sidebar of the site', () => {
  const placed = new Set(GROUPS.flatMap(({pages}) => pages));
  const lost = pagesIn('').filter(page => page !== 'index' && !placed.has(page));
  assert.deepEqual(lost, [], 'add them to GROUPS in docs/generate/pages.ts');
});
