import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {destination, inNavMap, isTargetUrl, pathOf} from './destination.js';

const PAGE = 'https://acme.com/pricing?plan=pro#top';

/** Tier and path, or why not. */
function verdict(url: string, page = PAGE, site?: 'app' | 'documents'): string {
  const place = destination(page, {url}, site);
  return 'tier' in place ? `${place.tier} ${pathOf(place.url)}` : place.refused;
}

suite('a destination on the same origin', () => {
  const places: readonly [url: string, verdict: string][] = [
    ['/support', '1 /support'],
    ['/support#faq', '1 /support#faq'],
    ['support', '1 /support'],
    ['./support', '1 /support'],
    ['https://acme.com/support', '1 /support'],
    ['HTTPS://ACME.COM:443/support', '1 /support'],
    ['/a b', '1 /a%20b'],
    ['/a//b', '1 /a//b'],
    ['/ok?next=%2Fhome', '1 /ok?next=%2Fhome'],
    ['/pricing', '1 /pricing'],
    ['/pricing?plan=pro', '0 /pricing?plan=pro'],
    ['/pricing/?plan=pro', '0 /pricing/?plan=pro'],
    ['?plan=pro#plans', '0 /pricing?plan=pro#plans'],
    ['#plans', '0 /pricing?plan=pro#plans'],
    ['', '0 /pricing?plan=pro'],
    ['#/support', '1 /pricing?plan=pro#/support'],
  ];
  for (const [url, expected] of places) {
    test(JSON.stringify(url), () => assert.equal(verdict(url), expected));
  }

  test('a site of documents is loaded in full, except for its current page', () => {
    assert.equal(verdict('/support', PAGE, 'documents'), '2 /support');
    assert.equal(verdict('#plans', PAGE, 'documents'), '0 /pricing?plan=pro#plans');
  });

  test('the section goes along', () => {
    const place = destination(PAGE, {url: '/support', sectionSelector: '#faq'});
    assert.ok('tier' in place);
    assert.equal(place.sectionSelector, '#faq');
    assert.equal(place.url.href, 'https://acme.com/support');
  });

  test('credentials of the page are not inherited', () => {
    assert.equal(verdict('/support', 'https://jane:secret@acme.com/'), '1 /support');
  });
});

suite('a destination refused', () => {
  const refused: readonly [url: string, reason: string][] = [
    ['https://evil.test/', 'other-origin'],
    ['https://www.acme.com/', 'other-origin'],
    ['http://acme.com/', 'other-origin'],
    ['https://acme.com:8443/', 'other-origin'],
    ['https://acme.com.evil.test/', 'other-origin'],
  ];
  const unsafe = [
    '//evil.test',
    '//acme.com/x',
    '///evil.test',
    '//',
    '/.//evil.test',
    '/x/..//evil.test',
    '/..//evil.test',
    '/%2e//evil.test',
    '\\\\evil.test',
    '/\\evil.test',
    '/\t/evil.test',
    '/\n/evil.test',
    ' /support',
    '/support ',
    '\u0000/x',
    '/%2f%2fevil.test',
    '/%2Fevil.test',
    '/%5cevil.test',
    '/%252fevil.test',
    '/%25252Fevil.test',
    '/%00',
    '/%0d%0aSet-Cookie:x',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'blob:https://acme.com/1',
    'about:blank',
    'file:///etc/passwd',
    'mailto:jane@example.com',
    'https:evil.test',
    'https:/evil.test',
    'https:///evil.test',
    'https://jane:x@acme.com/',
    'https://jane@acme.com/',
    'https://acme.com@evil.test/',
    'https://',
    `/${'x'.repeat(3000)}`,
  ];
  for (const [url, reason] of [...refused, ...unsafe.map(url => [url, 'unsafe-url'] as const)]) {
    test(JSON.stringify(url.slice(0, 60)), () => assert.equal(verdict(url), reason));
  }

  test('a page without an origin leads nowhere', () => {
    for (const page of ['file:///home/x.html', 'data:text/html,x', 'about:blank', 'x']) {
      assert.equal(verdict('/support', page), 'other-origin');
    }
  });

  test('what no type checker has seen', () => {
    const call = (request: unknown) => destination(PAGE, request as {url: string});
    assert.deepEqual(call({url: null}), {refused: 'unsafe-url'});
    assert.deepEqual(call({url: 5}), {refused: 'unsafe-url'});
    assert.deepEqual(call({url: '/', sectionSelector: {}}), {refused: 'unsafe-selector'});
    assert.ok('tier' in call({url: '/', sectionSelector: null}));
  });

  test('a selector that is none', () => {
    for (const sectionSelector of ['', 'a\nb', 'x'.repeat(600)]) {
      assert.deepEqual(destination(PAGE, {url: '/', sectionSelector}), {
        refused: 'unsafe-selector',
      });
    }
  });
});

suite('the nav map', () => {
  const targets = [
    {label: 'Pricing', url: '/pricing'},
    {label: 'Pro plan', url: '/pricing', sectionSelector: '#pro'},
    {label: 'FAQ', url: '/support#faq'},
    {label: 'Broken', url: '//evil.test'},
  ];

  test('holds its own targets', () => {
    for (const target of targets.slice(0, 3)) assert.ok(inNavMap(target, targets));
    assert.ok(inNavMap({url: '/pricing'}, targets.slice(1)));
  });

  test('holds nothing else', () => {
    assert.ok(!inNavMap({url: '/admin'}, targets));
    assert.ok(!inNavMap({url: '/pricing?x=1'}, targets));
    assert.ok(!inNavMap({url: '/pricing/'}, targets));
    assert.ok(!inNavMap({url: '/pricing', sectionSelector: '#delete'}, targets));
    assert.ok(!inNavMap({url: '/support'}, targets));
    assert.ok(!inNavMap({url: '//evil.test'}, targets));
  });

  test('takes paths from the root of the site only', () => {
    assert.ok(isTargetUrl('/'));
    assert.ok(isTargetUrl('/pricing?plan=pro#faq'));
    for (const url of ['', 'pricing', '#faq', 'https://acme.com/', '//acme.com', 'javascript:x']) {
      assert.ok(!isTargetUrl(url), url);
    }
  });
});
