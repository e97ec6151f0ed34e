import assert from 'node:assert/strict';
import {randomBytes, randomUUID} from 'node:crypto';
import {test} from 'node:test';
import {FakeClock} from '../../testing/test-server.js';
import {createChallenges} from './admission/challenge.js';
import {createKeyring, KeyError} from './keys.js';
import {createSessionTokens} from './admission/session-token.js';

test('what one key seals, only it opens, and only for the same widget', () => {
  const keys = createKeyring(randomBytes(32));
  const sealed = keys.seal('secret', 'widget-1');
  assert.equal(sealed.includes('secret'), false);
  assert.notEqual(sealed, keys.seal('secret', 'widget-1'));
  assert.equal(keys.open(sealed, 'widget-1'), 'secret');
  assert.throws(() => keys.open(sealed, 'widget-2'), /master key/);
  assert.throws(() => createKeyring(randomBytes(32)).open(sealed, 'widget-1'), /master key/);
  assert.throws(() => keys.open(`${sealed.slice(0, -4)}AAAA`, 'widget-1'), /master key/);
});

test('a rotated master key opens and checks what the one before it made', () => {
  const [old, fresh] = [randomBytes(32), randomBytes(32)];
  const before = createKeyring(old);
  const after = createKeyring(fresh, old);
  const sealed = before.seal('secret', 'w');
  assert.equal(after.open(sealed, 'w'), 'secret');
  assert.equal(after.isCurrent(sealed, 'w'), false);
  assert.equal(after.isCurrent(after.seal('secret', 'w'), 'w'), true);
  const clock = new FakeClock();
  const {value} = createChallenges(before, clock).mint('w', 'https://acme.com');
  const checked = createChallenges(after, clock).check(value, 'w', 'https://acme.com');
  assert.equal(typeof checked, 'object');
  const id = randomUUID();
  const token = createSessionTokens(before, clock).mint(id, clock.now() + 1000);
  assert.equal(createSessionTokens(after, clock).check(token, id), true);
});

test('what is new is made with the new key: the old one alone knows none of it', () => {
  const [old, fresh] = [randomBytes(32), randomBytes(32)];
  const after = createKeyring(fresh, old);
  const alone = createKeyring(old);
  const clock = new FakeClock();
  const {value} = createChallenges(after, clock).mint('w', 'https://acme.com');
  assert.equal(
    createChallenges(alone, clock).check(value, 'w', 'https://acme.com'),
    'CHALLENGE_INVALID',
  );
  const id = randomUUID();
  const token = createSessionTokens(after, clock).mint(id, clock.now() + 1000);
  assert.equal(createSessionTokens(alone, clock).check(token, id), false);
  assert.throws(() => alone.open(after.seal('secret', 'w'), 'w'), KeyError);
});

test('no bit of a challenge can be changed', () => {
  const challenges = createChallenges(createKeyring(randomBytes(32)), new FakeClock());
  const bytes = Buffer.from(challenges.mint('w', 'https://acme.com').value, 'base64url');
  for (let index = 0; index < bytes.length; index++) {
    const changed = Buffer.from(bytes);
    changed[index] ^= 1;
    const value = changed.toString('base64url');
    assert.equal(challenges.check(value, 'w', 'https://acme.com'), 'CHALLENGE_INVALID');
  }
});

test('a session token is good for one session until it expires', () => {
  const clock = new FakeClock();
  const tokens = createSessionTokens(createKeyring(randomBytes(32)), clock);
  const id = randomUUID();
  const token = tokens.mint(id, clock.now() + 1000);
  assert.match(token, /^[\w-]+$/);
  assert.equal(tokens.check(token, id), true);
  assert.equal(tokens.check(token, randomUUID()), false);
  assert.equal(tokens.check(`${token}=`, id), false);
  assert.equal(tokens.check('', id), false);
  clock.advance(1000);
  assert.equal(tokens.check(token, id), false);
});
