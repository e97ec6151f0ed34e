import assert from 'node:assert/strict';
import {test} from 'node:test';
import {settings} from '../../../testing/test-server.js';
import {normalizeDomain, parseSettings, settingsSchema} from './settings.js';

const save = (changes: object) =>
  parseSettings(settingsSchema, {...settings(), ...changes}, 'widget');

test('a nav target is a path on the site itself', () => {
  const target = (url: string) => ({navigation: {enabled: true, targets: [{label: 'A', url}]}});
  for (const url of ['/', '/pricing', '/pricing?plan=pro#faq', '/a/../b', '/caf%C3%A9']) {
    assert.equal(save(target(url)).navigation.targets[0].url, url);
  }
  const bad = [
    'pricing',
    'https://acme.com/pricing',
    '//evil.test',
    '/\\evil.test',
    '/.//evil.test',
    '/..//evil.test',
    '/%2fevil.test',
    '/%5cevil.test',
    '/\tpricing',
    'javascript:alert(1)',
    '',
  ];
  for (const url of bad) assert.throws(() => save(target(url)), /targets\.0\.url/, url);
});

test('a domain is kept in the form that somebody registers', () => {
  assert.equal(normalizeDomain('https://www.Acme.com/shop'), 'acme.com');
  assert.equal(normalizeDomain('shop.acme.co.uk'), 'acme.co.uk');
  assert.equal(normalizeDomain('localhost'), 'localhost');
  for (const domain of ['com', 'vercel.app', '10.0.0.1', 'not a domain', '']) {
    assert.equal(normalizeDomain(domain), null, domain);
  }
});

test('every fault of a widget is named at once', () => {
  assert.throws(
    () =>
      save({
        domain: 'co.uk',
        triggers: [
          {id: 'a', name: 'A', priority: 1, conditions: [{type: 'scrollDepth', gte: 1.5}]},
          {id: 'b', name: 'B', priority: 1, conditions: [{type: 'fullMoon'}]},
        ],
        navigation: {enabled: true, targets: [{label: 'Evil', url: '//evil.test'}]},
        modes: {voice: false, text: false},
      }),
    (error: Error) =>
      ['domain', 'triggers: Rule 1', 'triggers: Rule 2', 'navigation.targets.0.url', 'modes'].every(
        path => error.message.includes(path),
      ),
  );
  assert.throws(() => save({pageUrl: 'https://other.com/'}), /pageUrl.*acme\.com/s);
});
