import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {CaptureKind} from '../contract/index.js';
import {PHONE_PLANS} from './countries.js';
import {normalizeCapture} from './normalize.js';

type Row = readonly [text: string, value: string | null, country?: string];

function table(kind: CaptureKind, rows: readonly Row[]): void {
  suite(`${kind} normalised`, () => {
    for (const [text, value, country] of rows) {
      test(`${JSON.stringify(text)}${country ? ` in ${country}` : ''} → ${value}`, () => {
        assert.equal(normalizeCapture(kind, text, country), value);
      });
    }
  });
}

table('email', [
  ['jane@example.com', 'jane@example.com'],
  [' Jane.Doe@Example.COM ', 'Jane.Doe@example.com'],
  ['jane+tag@sub.example.co.uk', 'jane+tag@sub.example.co.uk'],
  ["o'brien_%x@example.ie", "o'brien_%x@example.ie"],
  ['jörg@BÜCHER.de', 'jörg@bücher.de'],
  ['用户@例子.广告', '用户@例子.广告'],
  ['jane@xn--bcher-kva.example', 'jane@xn--bcher-kva.example'],
  ['ｊａｎｅ＠example．com', 'jane@example.com'],
  ['\u200bjane@example.com\u200b', 'jane@example.com'],
  [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
  [`${'a'.repeat(65)}@example.com`, null],
  [`a@${'b'.repeat(63)}.com`, `a@${'b'.repeat(63)}.com`],
  [`a@${'b'.repeat(64)}.com`, null],
  [`a@${'b.'.repeat(130)}com`, null],
  ['', null],
  ['jane', null],
  ['jane@', null],
  ['@example.com', null],
  ['jane@example', null],
  ['jane@example.c', null],
  ['jane@example.123', null],
  ['jane@192.168.0.1', null],
  ['jane@[127.0.0.1]', null],
  ['jane@@example.com', null],
  ['jane@doe@example.com', null],
  ['jane..doe@example.com', null],
  ['.jane@example.com', null],
  ['jane.@example.com', null],
  ['jane@.example.com', null],
  ['jane@example..com', null],
  ['jane@-example.com', null],
  ['jane@example-.com', null],
  ['jane doe@example.com', null],
  ['jane@exa mple.com', null],
  ['jane@exa_mple.com', null],
  ['"jane"@example.com', null],
  ['Jane <jane@example.com>', null],
  ['jane@example.com\r\nBcc: bob@example.com', null],
  ['jane at example dot com', null],
]);

table('phone', [
  ['+1 415 555 2671', '+14155552671'],
  ['415-555-2671', '+14155552671', 'US'],
  ['1 (415) 555-2671', '+14155552671', 'us'],
  ['415 555 2671', '4155552671'],
  ['011 44 20 7946 0958', '+442079460958', 'US'],
  ['0044 20 7946 0958', '+442079460958', 'DE'],
  ['020 7946 0958', '+442079460958', 'GB'],
  ['+44 (0)20 7946 0958', '+442079460958'],
  ['+44 020 7946 0958', '+442079460958'],
  ['06 12 34 56 78', '+33612345678', 'FR'],
  ['030/123456', '+4930123456', 'DE'],
  ['06 1234 5678', '+390612345678', 'IT'],
  ['+39 06 1234 5678', '+390612345678'],
  ['8 912 345-67-89', '+79123456789', 'RU'],
  ['06 30 123 4567', '+36301234567', 'HU'],
  ['020 7946 0958', '02079460958'],
  ['06 12 34 56 78', '0612345678', 'US'],
  ['+247 12345', '+24712345'],
  ['\u202a+1 415 555 2671\u202c', '+14155552671'],
  ['٠٢٠٧٩٤٦٠٩٥٨', '+442079460958', 'GB'],
  ['415-555-2671 ext. 12', '+14155552671', 'US'],
  ['01 42 71 99 80 poste 12', '+33142719980', 'FR'],
  ['030 1234567, Durchwahl 12', '+49301234567', 'DE'],
  ['(11) 3456-7890 ramal 12', '+551134567890', 'BR'],
  ['02 1234567 int. 4', '+39021234567', 'IT'],
  ['91 123 45 67 extensión 3', '+34911234567', 'ES'],
  ['(0664) 123 45 67', '+436641234567', 'AT'],
  ['044 123 45 67', '+41441234567', 'CH'],
  ['020 123 4567', '+31201234567', 'NL'],
  ['098765 43210', '+919876543210', 'IN'],
  ['0412 345 678', '+61412345678', 'AU'],
  ['55 1234 5678', '+525512345678', 'MX'],
  ['912 345 678', '+351912345678', 'PT'],
  ['tel:+14155552671', '+14155552671'],
  ['415–555–2671', '4155552671'],
  ['', null],
  ['123456', null],
  ['1234567890123456', null],
  ['+1 555 0100', null],
  ['+1 115 555 2671', null],
  ['+44 20', null],
  ['+0 123 456 789', null],
  ['00000000', null],
  ['1-800-FLOWERS', null],
  ['jane', null],
  ['415 555 2671 or 2672', null],
  ['12+345678', null],
]);

table('name', [
  ['Jane Doe', 'Jane Doe'],
  ['  Jane \n  Doe ', 'Jane Doe'],
  ['José', 'José'],
  ['J.R.R. Tolkien', 'J.R.R. Tolkien'],
  ["Jean-Luc O'Neil", "Jean-Luc O'Neil"],
  ['王小明', '王小明'],
  ['X Æ A-12', 'X Æ A-12'],
  ['X', 'X'],
  ['a'.repeat(80), 'a'.repeat(80)],
  ['a'.repeat(81), null],
  ['𝒜'.repeat(80), '𝒜'.repeat(80)],
  ['', null],
  ['   ', null],
  ['12345', null],
  ['😊', null],
  ['jane@example.com', null],
  ['https://evil.test', null],
  ['www.evil.test', null],
  ['Jane acme.com', null],
  ['Jane\u0000Doe', null],
  ['Jane\u0007', null],
  ['Jane\u202eDoe', null],
  ['Jane\ud800', null],
]);

test('a normalised value is normal', () => {
  for (const [kind, text] of [
    ['email', ' Jane@Example.COM'],
    ['phone', '+44 (0)20 7946 0958'],
    ['name', ' Jane  Doe'],
  ] as const) {
    const once = normalizeCapture(kind, text);
    assert.ok(once);
    assert.equal(normalizeCapture(kind, once), once);
  }
});

test('every plan gives E.164 of at most 15 digits from home and from abroad', () => {
  for (const [country, [code, trunk, , most]] of Object.entries(PHONE_PLANS)) {
    const rest = '2345678901234'.slice(0, most);
    const expected = `+${code}${rest}`;
    assert.match(expected, /^\+\d{8,15}$/, country);
    assert.equal(normalizeCapture('phone', trunk + rest, country), expected, country);
    assert.equal(normalizeCapture('phone', expected), expected, country);
  }
});

test('no text makes a normaliser slow', () => {
  const started = performance.now();
  for (const part of ['a', ' ', '.', 'a.', '-', '+', '0', 'x1', ' x', '(0)', 'www']) {
    for (const kind of ['email', 'phone', 'name'] as const) {
      normalizeCapture(kind, part.repeat(400));
      normalizeCapture(kind, `${part.repeat(400)}@${part.repeat(100)}`);
      normalizeCapture(kind, part.repeat(100_000));
    }
  }
  const elapsedMs = performance.now() - started;
  assert.ok(elapsedMs < 1000, `${elapsedMs} ms`);
});
