import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {originAllowed, parseOrigin, registrableDomain} from './origin.js';

interface Vector {
  origin: string;
  widgetDomain: string;
  expect: 'allowed' | 'ORIGIN_NOT_ALLOWED';
  why: string;
}

const vectors = JSON.parse(
  readFileSync(new URL('../../../testing/vectors/psl.json', import.meta.url), 'utf8'),
) as Vector[];

test('agrees with the vectors of the public suffix list', () => {
  assert.equal(vectors.length > 100, true);
  for (const {origin, widgetDomain, expect, why} of vectors) {
    const parsed = parseOrigin(origin);
    const isAllowed = parsed !== null && originAllowed(parsed, widgetDomain);
    assert.equal(isAllowed, expect === 'allowed', `${origin} on ${widgetDomain}: ${why}`);
  }
});

test('knows an origin from what only looks like one', () => {
  const origins = [
    ['https://acme.com', 'https://acme.com', 'acme.com'],
    ['HTTPS://Acme.com:443', 'https://acme.com', 'acme.com'],
    ['http://acme.com.:8080', 'http://acme.com.:8080', 'acme.com'],
    ['https://bücher.de', 'https://xn--bcher-kva.de', 'xn--bcher-kva.de'],
    ['http://[::1]:3000', 'http://[::1]:3000', '[::1]'],
  ];
  for (const [header, href, host] of origins) {
    assert.deepEqual(parseOrigin(header), {href, host}, header);
  }
  const others = [
    '',
    'null',
    'acme.com',
    'https://',
    'https://acme.com/',
    'https://acme.com/path',
    'https://acme.com?x',
    'https://acme.com#x',
    'https://jane@acme.com',
    'https://acme.com@evil.net',
    'https://acme.com:99999',
    'https://acme%2ecom',
    'https://acme.com\\.evil.net',
    'https://acme..com',
    'https://acme.com..',
    'https://.',
    'https://.acme.com',
    'http://127.1',
    'http://0x7f.0.0.1',
    'http://2130706433',
    'ftp://acme.com',
    'javascript:alert(1)',
    'https://acme.com https://evil.net',
    ' https://acme.com',
  ];
  for (const header of others) assert.equal(parseOrigin(header), null, header);
});

test('finds what somebody owns', () => {
  const domains = [
    ['shop.acme.co.uk', 'acme.co.uk'],
    ['foo.vercel.app', 'foo.vercel.app'],
    ['a.b.foo.github.io', 'foo.github.io'],
    ['Bücher.de', 'xn--bcher-kva.de'],
    ['acme.com.', 'acme.com'],
    ['vercel.app', null],
    ['co.uk', null],
    ['com', null],
    ['192.168.0.1', null],
    ['acme.com/x', null],
    ['', null],
  ] as const;
  for (const [host, domain] of domains) assert.equal(registrableDomain(host), domain, host);
});
