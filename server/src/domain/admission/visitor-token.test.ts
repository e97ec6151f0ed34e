import assert from 'node:assert/strict';
import {createHmac} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {SignJWT} from 'jose';
import {signedPayload, verifyVisitorToken} from './visitor-token.js';

interface Vector {
  tcId: number;
  comment: string;
  key: string;
  jws: string;
  result: 'valid' | 'invalid';
  grade?: 'note';
}

const vectors = JSON.parse(
  readFileSync(new URL('../../../testing/vectors/wycheproof-hs256.json', import.meta.url), 'utf8'),
) as Vector[];

const SECRET = 'ab'.repeat(32);
const NOW = Date.parse('2030-01-01T00:00:00Z');
const seconds = NOW / 1000;

const sign = (claims: Record<string, unknown>, alg = 'HS256', secret = SECRET) =>
  new SignJWT(claims).setProtectedHeader({alg}).sign(new TextEncoder().encode(secret));

const errorOf = async (token: string) => {
  const result = await verifyVisitorToken(token, [SECRET], NOW);
  return 'error' in result ? result.error : null;
};

test('agrees with the vectors of Wycheproof on what is signed', async () => {
  // What is graded as a note may go either way.
  for (const {tcId, comment, key, jws, result} of vectors.filter(({grade}) => !grade)) {
    const payload = await signedPayload(jws, Buffer.from(key, 'base64url'));
    assert.equal(payload !== null, result === 'valid', `${tcId} ${comment}`);
  }
});

test('reads the claims of the specification and no others', async () => {
  const token = await sign({
    sub: 'u-1',
    exp: seconds + 300,
    iat: seconds,
    email: 'jane@example.com',
    phone: 7,
    name: ' ',
    emailAddress: 'other@example.com',
  });
  assert.deepEqual(await verifyVisitorToken(token, [SECRET], NOW), {
    sub: 'u-1',
    email: 'jane@example.com',
  });
});

test('the secret is its characters, as the documentation signs with it', async () => {
  const head = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url');
  const body = Buffer.from(JSON.stringify({sub: 'u', exp: seconds + 1})).toString('base64url');
  const mac = createHmac('sha256', SECRET).update(`${head}.${body}`).digest('base64url');
  assert.equal(await errorOf(`${head}.${body}.${mac}`), null);
});

test('an expiry has no leeway', async () => {
  assert.equal(await errorOf(await sign({sub: 'u', exp: seconds + 1})), null);
  assert.equal(await errorOf(await sign({sub: 'u', exp: seconds})), 'TOKEN_EXPIRED');
  assert.equal(await errorOf(await sign({sub: 'u', exp: seconds - 1})), 'TOKEN_EXPIRED');
});

test('a clock may run a minute ahead, not more', async () => {
  const exp = seconds + 300;
  assert.equal(await errorOf(await sign({sub: 'u', exp, iat: seconds + 60})), null);
  const ahead = await sign({sub: 'u', exp, iat: seconds + 61});
  assert.equal(await errorOf(ahead), 'INVALID_VISITOR_TOKEN');
});

test('an old secret counts as long as it is among those that do', async () => {
  const old = 'cd'.repeat(32);
  const token = await sign({sub: 'u', exp: seconds + 300}, 'HS256', old);
  assert.deepEqual(await verifyVisitorToken(token, [SECRET, old], NOW), {sub: 'u'});
  assert.equal(await errorOf(token), 'INVALID_VISITOR_TOKEN');
  assert.equal('error' in (await verifyVisitorToken(token, [], NOW)), true);
});

test('a token over 8 KiB is not even looked at, a claim over 320 characters not kept', async () => {
  const exp = seconds + 300;
  const large = await sign({sub: 'u', exp, pad: 'x'.repeat(8192)});
  assert.equal(await errorOf(large), 'INVALID_VISITOR_TOKEN');
  assert.equal(await errorOf(await sign({sub: 'u'.repeat(321), exp})), 'INVALID_VISITOR_TOKEN');
  const token = await sign({sub: 'u'.repeat(320), exp, name: 'x'.repeat(321)});
  assert.deepEqual(await verifyVisitorToken(token, [SECRET], NOW), {sub: 'u'.repeat(320)});
});

test('refuses other algorithms, other secrets and missing claims', async () => {
  const exp = seconds + 300;
  const good = await sign({sub: 'u', exp});
  const [, body, mac] = good.split('.');
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  const bad = [
    await sign({sub: 'u', exp}, 'HS512'),
    await sign({sub: 'u', exp}, 'HS256', 'cd'.repeat(32)),
    await sign({sub: 'u', exp: seconds - 1}, 'HS256', 'cd'.repeat(32)),
    await sign({exp}),
    await sign({sub: 7, exp}),
    await sign({sub: 'u'}),
    await sign({sub: 'u', exp: 'soon'}),
    await sign({sub: 'u', exp, iat: 'now'}),
    await sign({sub: ' ', exp}),
    await new SignJWT({sub: 'u', exp})
      .setProtectedHeader({alg: 'HS256', crit: ['x'], x: 1})
      .sign(new TextEncoder().encode(SECRET), {crit: {x: false}}),
    `${none}.${body}.`,
    `${none}.${body}.${mac}`,
    `${good}x`,
    '',
    'x'.repeat(20_000),
  ];
  for (const token of bad) assert.equal(await errorOf(token), 'INVALID_VISITOR_TOKEN', token);
});
