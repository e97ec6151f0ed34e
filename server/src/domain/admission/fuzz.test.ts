/** What strangers send to the guards: 10,000 cases each, and only typed refusals come back. */
import assert from 'node:assert/strict';
import {createHmac, randomUUID} from 'node:crypto';
import {test} from 'node:test';
import fc from 'fast-check';
import {FakeClock} from '../../../testing/test-server.js';
import {normalizeContact} from '../records/captures.js';
import {createChallenges} from './challenge.js';
import {createKeyring} from '../keys.js';
import {originAllowed, parseOrigin, registrableDomain} from './origin.js';
import {createSessionTokens} from './session-token.js';
import {verifyVisitorToken} from './visitor-token.js';

const MANY = {numRuns: 10_000};
const anyText = fc.oneof(fc.string(), fc.string({unit: 'binary'}), fc.base64String());
const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?$/).filter(isPlainLabel);

/** `--` in third place is for encoded labels only. */
function isPlainLabel(text: string): boolean {
  return text.slice(2, 4) !== '--';
}

/** Pieces of which origins and what only looks like them are made. */
const pieces = fc.constantFrom(
  ...['https://', 'http://', 'HTTPS:', '//', 'acme.com', 'www.', 'evil.net', 'localhost', '[::1]'],
  ...['127.0.0.1', '127.1', '@', ':', '.', '..', '/', '\\', '#', '?', '%2e', '%00', ':443', ':0'],
  ...[' ', '\t', '\n', ',', 'null', 'xn--', '。', 'ａcme.com', 'ac\u00adme.com', '[', ']', 'com'],
);
const almostOrigin = fc.oneof(
  anyText,
  fc.array(pieces, {maxLength: 8}).map(parts => parts.join('')),
  fc
    .tuple(fc.constantFrom('https://', 'http://'), fc.array(pieces, {maxLength: 6}), anyText)
    .map(([scheme, parts, rest]) => scheme + parts.join('') + rest),
);

test('any origin let in is the widget’s own or this machine, read as a browser reads it', () => {
  const isOwn = (host: string) => host === 'acme.com' || host.endsWith('.acme.com');
  const isLocal = (host: string) =>
    ['localhost', '127.0.0.1', '[::1]'].includes(host) || host.endsWith('.localhost');
  fc.assert(
    fc.property(almostOrigin, header => {
      const origin = parseOrigin(header);
      if (!origin) return;
      assert.deepEqual(parseOrigin(origin.href), origin);
      const {hostname, username, pathname, search, hash} = new URL(header);
      assert.deepEqual([username, pathname, search, hash], ['', '/', '', '']);
      const host = hostname.replace(/\.$/, '');
      if (originAllowed(origin, 'acme.com')) assert.ok(isOwn(host) || isLocal(host), header);
      else assert.ok(!isLocal(host), header);
    }),
    MANY,
  );
});

test('every subdomain is let in, on every port, and its look-alikes are not', () => {
  const port = fc.option(fc.integer({min: 1, max: 65_535}), {nil: null});
  const scheme = fc.constantFrom('http', 'https', 'HTTPS');
  const labels = fc.array(label, {maxLength: 4});
  fc.assert(
    fc.property(scheme, labels, port, label, (http, parts, number, other) => {
      const at = (host: string) => `${http}://${host}${number === null ? '' : `:${number}`}`;
      const isAllowed = (host: string) => {
        const origin = parseOrigin(at(host));
        return origin !== null && originAllowed(origin, 'acme.co.uk');
      };
      assert.ok(isAllowed([...parts, 'acme.co.uk'].join('.')));
      assert.ok(!isAllowed(`${[...parts, 'acme.co.uk'].join('.')}.${other}.net`));
      assert.ok(!isAllowed(`${other}acme.co.uk`));
      assert.ok(!isAllowed([...parts, other === 'acme' ? 'acmf' : other, 'co.uk'].join('.')));
    }),
    MANY,
  );
});

test('whatever is called a domain has an owner that owns itself, or none', () => {
  fc.assert(
    fc.property(fc.oneof(almostOrigin, fc.domain(), fc.ipV4(), fc.ipV6()), host => {
      const domain = registrableDomain(host);
      if (domain !== null) assert.equal(registrableDomain(domain), domain);
    }),
    MANY,
  );
});

const keys = createKeyring(Buffer.alloc(32, 7));

test('a challenge is good for its own widget and origin, and for nothing else', () => {
  const challenges = createChallenges(keys, new FakeClock());
  const id = fc.uuid();
  const origin = fc.webUrl().map(url => new URL(url).origin);
  fc.assert(
    fc.property(id, origin, id, origin, fc.nat(), (widget, page, other, elsewhere, at) => {
      const {value} = challenges.mint(widget, page);
      assert.equal(typeof challenges.check(value, widget, page), 'object');
      const isSame = widget === other && page === elsewhere;
      if (!isSame) assert.equal(challenges.check(value, other, elsewhere), 'CHALLENGE_INVALID');
      const bytes = Buffer.from(value, 'base64url');
      bytes[at % bytes.length] ^= 1 + (at % 255);
      const changed = bytes.toString('base64url');
      assert.equal(challenges.check(changed, widget, page), 'CHALLENGE_INVALID');
    }),
    MANY,
  );
  const forged = fc.oneof(
    anyText,
    fc
      .uint8Array({minLength: 61, maxLength: 61})
      .map(bytes => Buffer.from(bytes).toString('base64url')),
  );
  fc.assert(
    fc.property(forged, value => {
      assert.equal(challenges.check(value, 'w', 'https://acme.com'), 'CHALLENGE_INVALID');
    }),
    MANY,
  );
});

test('a session token is good for its own session, and nothing made up is', () => {
  const clock = new FakeClock();
  const tokens = createSessionTokens(keys, clock);
  const id = randomUUID();
  fc.assert(
    fc.property(fc.uuid(), fc.nat(), anyText, (session, at, text) => {
      const token = tokens.mint(session, clock.now() + 1);
      assert.ok(tokens.check(token, session));
      assert.ok(!tokens.check(token, id));
      assert.ok(!tokens.check(token, text));
      assert.ok(!tokens.check(text, session));
      const bytes = Buffer.from(token, 'base64url');
      bytes[at % bytes.length] ^= 1 + (at % 255);
      assert.ok(!tokens.check(bytes.toString('base64url'), session));
    }),
    MANY,
  );
});

const SECRET = 'ab'.repeat(32);
const base64url = (text: string) => Buffer.from(text).toString('base64url');
const signed = (head: string, body: string) => {
  const input = `${base64url(head)}.${base64url(body)}`;
  return `${input}.${createHmac('sha256', SECRET).update(input).digest('base64url')}`;
};

test('a visitor token is claims or one of two codes, whatever is in it', async () => {
  const head = fc.oneof(
    {weight: 6, arbitrary: fc.constant('{"alg":"HS256"}')},
    fc.json(),
    fc.constantFrom(
      '{"alg":"none"}',
      '{"alg":"HS512"}',
      '{"alg":"HS256","crit":["b64"],"b64":false}',
    ),
  );
  const time = fc.oneof(fc.double(), fc.integer(), fc.constant(4_000_000_000), fc.jsonValue());
  const claims = fc.record(
    {
      sub: fc.oneof(fc.string(), fc.jsonValue()),
      exp: time,
      iat: time,
      nbf: time,
      email: fc.jsonValue(),
      name: fc.string({unit: 'binary'}),
      __proto__: fc.jsonValue(),
    },
    {requiredKeys: ['exp']},
  );
  const body = fc.oneof(
    fc.json(),
    anyText,
    claims.map(value => JSON.stringify(value)),
  );
  const token = fc.oneof(
    anyText,
    fc.tuple(head, body).map(([one, two]) => signed(one, two)),
  );
  await fc.assert(
    fc.asyncProperty(token, async text => {
      const result = await verifyVisitorToken(text, [SECRET], Date.parse('2030-01-01'));
      if ('error' in result) assert.match(result.error, /^(INVALID_VISITOR_TOKEN|TOKEN_EXPIRED)$/);
      else {
        const values: unknown[] = Object.values(result);
        assert.ok(values.every(value => typeof value === 'string' && value.length <= 320));
        assert.ok(Object.keys(result).every(key => /^(sub|email|phone|name)$/.test(key)));
      }
    }),
    MANY,
  );
});

test('a contact detail is of its kind and in its normal form, or refused', () => {
  const kind = fc.constantFrom('email', 'phone', 'name');
  const locale = fc.oneof(fc.constantFrom(null, 'en-US', 'de', 'pt-BR', 'ar-EG'), fc.string());
  const digits = fc.stringMatching(/^[+(]?[0-9 ().-]{0,30}$/);
  const value = fc.oneof(anyText, fc.emailAddress(), digits, fc.string({unit: 'grapheme'}));
  fc.assert(
    fc.property(kind, value, locale, (what, text, tag) => {
      const normal = normalizeContact(what, text, tag);
      if (normal === null) return;
      assert.equal(normalizeContact(what, normal, tag), normal);
      assert.equal(normal, normal.trim());
      assert.ok(normal.length > 0 && normal.length <= 320);
      if (what === 'email') assert.match(normal, /^[^@\s]+@[^@\sA-Z]+\.[^@\sA-Z]+$/);
      if (what === 'phone') assert.match(normal, /^\+?\d{5,}$/);
    }),
    MANY,
  );
});
