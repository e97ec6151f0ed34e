import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import type {NavTarget} from '../../../../src/contract/index.js';
import type {TargetCheck} from '../../domain/knowledge/nav-map.js';
import {TestOperator} from '../../../testing/operators.js';
import {file, redirect, testSite, type SitePage} from '../../../testing/test-site.js';
import {TestServer} from '../../../testing/test-server.js';

const WORDS = 'Every plan has support by people who know the product. '.repeat(5);
const MENU = `<header><a href="/"><img alt="Acme" src="x"></a><nav>
  <a href="/pricing">  Our
  prices </a><a href="/pricing#faq">Questions</a><a href="/pricing">Prices again</a>
  <a href="/about us/#who's">Who we are</a><a href="/price-list.pdf">As a file</a>
  <a href="/login">Sign in</a><a href="/cart?from=menu">Cart</a><a href="#/team">Team</a>
  <a href="https://shop.example.com/">Shop</a><a href="javascript:alert(1)">Nothing</a>
  <a href="mailto:a@acme.com">Write</a><a href="/empty"></a></nav></header>`;

/** An editor, and what they ask about the widget of a site with these pages. */
async function editorOf(t: TestContext, pages: Readonly<Record<string, SitePage>>) {
  const server = await TestServer.start(t);
  const site = await testSite(t, pages);
  const editor = await TestOperator.join(server, 'editor');
  const {id} = await editor.post<{id: string}>('/api/operator/widgets', {
    domain: 'localhost',
    pageUrl: `${site.url}/`,
  });
  const path = `/api/operator/widgets/${id}/navigation`;
  const check = async (...targets: Pick<NavTarget, 'url' | 'sectionSelector'>[]) => {
    const answer = await editor.post<{checks: TargetCheck[]}>(`${path}/check`, {targets});
    return answer.checks.map(({page, section}) => [page, section]);
  };
  return {site, editor, path, check};
}

test('a target is checked: its page, its section, and what cannot be seen from here', async t => {
  const {site, check} = await editorOf(t, {
    '/': WORDS,
    '/pricing': `<main><h2 id="faq">Questions</h2>${WORDS}</main><script src="a.js"></script>`,
    '/app': '<div id="root"></div><script>build()</script>',
    '/short': '<p>Short, and all there is.</p>',
    '/moved': redirect('/pricing'),
    '/away': redirect('http://127.0.0.1:1/'),
    '/list.pdf': file('application/pdf', '%PDF'),
  });
  assert.deepEqual(
    await check(
      {url: '/pricing'},
      {url: '/pricing', sectionSelector: '#faq'},
      {url: '/pricing?a=1', sectionSelector: '#faq'},
      {url: '/pricing#top', sectionSelector: '#nowhere'},
      {url: '/pricing', sectionSelector: '##'},
      {url: '/moved', sectionSelector: '#faq'},
      {url: '/app', sectionSelector: '#faq'},
      {url: '/app', sectionSelector: '#root'},
      {url: '/short', sectionSelector: '#faq'},
    ),
    [
      ['ok', 'not-asked'],
      ['ok', 'ok'],
      ['There is no such page: the site answers with status 404.', 'not-asked'],
      ['ok', 'missing'],
      ['ok', 'no-selector'],
      ['ok', 'ok'],
      ['ok', 'unseen'],
      ['ok', 'ok'],
      ['ok', 'missing'],
    ],
  );
  const faults = await check({url: '/away'}, {url: '/list.pdf'}, {url: 'https://evil.net/'});
  assert.match(faults[0]?.[0] ?? '', /another site/);
  assert.match(faults[1]?.[0] ?? '', /no web page/);
  assert.match(faults[2]?.[0] ?? '', /no path on the site/);
  assert.equal(site.asked.filter(path => path === '/pricing').length, 2, 'once, and once moved');
});

test('a site that cannot be reached is said of every target', async t => {
  const {check, site} = await editorOf(t, {'/': redirect('/')});
  const [[page] = []] = await check({url: '/x'});
  assert.match(page ?? '', /status 404/);
  assert.ok(site.asked.length > 1);
});

test('the menu of a site suggests its own pages and sections, and nothing to sign in or buy', async t => {
  const {editor, path} = await editorOf(t, {
    '/': `${MENU}<main><a href="/in-text">In the text</a></main>
      <footer><nav><a href="/imprint">Imprint</a></nav></footer>`,
  });
  const {targets} = await editor.post<{targets: NavTarget[]}>(`${path}/import`, {});
  assert.deepEqual(targets, [
    {label: 'Acme', url: '/'},
    {label: 'Our prices', url: '/pricing'},
    {label: 'Questions', url: '/pricing', sectionSelector: '#faq'},
    {label: 'Who we are', url: '/about%20us/', sectionSelector: `[id="who's"]`},
    {label: 'Team', url: '/#/team'},
  ]);
});

test('a site without a page to read suggests nothing, and says why', async t => {
  const {editor, path} = await editorOf(t, {});
  const response = await editor.ask('post', `${path}/import`, {});
  assert.equal(response.status, 422);
  assert.match(((await response.json()) as {message: string}).message, /status 404/);
});

test('a nav map is checked in slices', async t => {
  const {editor, path, site} = await editorOf(t, {'/': WORDS});
  const targets = Array.from({length: 51}, (_, at) => ({url: `/${at}`}));
  const response = await editor.ask('post', `${path}/check`, {targets});
  assert.equal(response.status, 400);
  assert.deepEqual(site.asked, []);
});
