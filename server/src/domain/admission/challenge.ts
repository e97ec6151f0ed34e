import {randomUUID} from 'node:crypto';
import {CHALLENGE_TTL_MS, type Challenge, type ErrorCode} from '../../../../src/contract/index.js';
import {timestamp, type Clock} from '../clock.js';
import type {Keyring} from '../keys.js';

/** What is wrong with a challenge. Whether it was used already, only the store knows. */
export type ChallengeFault = Extract<ErrorCode, 'CHALLENGE_INVALID' | 'CHALLENGE_EXPIRED'>;

/** A challenge that is genuine and in time. */
export interface CheckedChallenge {
  /** Lower-case hex; to be used once. */
  nonce: string;
  /** RFC 3339; a used nonce may be forgotten after this. */
  expiresAt: string;
}

/** Proof that who starts a session resolved the widget from the same origin before (§3.2). */
export interface Challenges {
  mint(widgetId: string, origin: string): Challenge;
  check(value: string, widgetId: string, origin: string): CheckedChallenge | ChallengeFault;
}

const VERSION = 1;
const NONCE_BYTES = 16;
const TIME_BYTES = 6;
/** Version, nonce, issued-at, expiry. */
const HEAD_BYTES = 1 + NONCE_BYTES + 2 * TIME_BYTES;
const MAC_BYTES = 32;

/** HMAC-SHA-256 over (version, nonce, widget id, request origin, issued-at, expiry). */
export function createChallenges(keys: Keyring, clock: Clock): Challenges {
  return {
    mint(widgetId, origin) {
      const issuedAt = clock.now();
      const expiresAt = issuedAt + CHALLENGE_TTL_MS;
      const head = Buffer.alloc(HEAD_BYTES);
      head.writeUInt8(VERSION);
      // 122 random bits, of a batch: asking the system for each would take longer than all the rest.
      head.write(randomUUID().replaceAll('-', ''), 1, 'hex');
      head.writeUIntBE(issuedAt, 1 + NONCE_BYTES, TIME_BYTES);
      head.writeUIntBE(expiresAt, 1 + NONCE_BYTES + TIME_BYTES, TIME_BYTES);
      const mac = keys.sign('challenge', signed(head, widgetId, origin));
      return {
        value: Buffer.concat([head, mac]).toString('base64url'),
        expiresAt: timestamp(expiresAt),
      };
    },
    check(value, widgetId, origin) {
      const bytes = Buffer.from(value, 'base64url');
      const isCanonical = bytes.toString('base64url') === value;
      if (!isCanonical || bytes.length !== HEAD_BYTES + MAC_BYTES) return 'CHALLENGE_INVALID';
      const head = bytes.subarray(0, HEAD_BYTES);
      const mac = bytes.subarray(HEAD_BYTES);
      if (!keys.verify('challenge', signed(head, widgetId, origin), mac)) {
        return 'CHALLENGE_INVALID';
      }
      const expiresAt = head.readUIntBE(1 + NONCE_BYTES + TIME_BYTES, TIME_BYTES);
      if (clock.now() >= expiresAt) return 'CHALLENGE_EXPIRED';
      const nonce = head.subarray(1, 1 + NONCE_BYTES).toString('hex');
      return {nonce, expiresAt: timestamp(expiresAt)};
    },
  };
}

/** Unambiguous: the head has a fixed length, and neither id nor origin holds a line break. */
function signed(head: Buffer, widgetId: string, origin: string): Buffer {
  return Buffer.concat([head, Buffer.from(`${widgetId}\n${origin}`)]);
}
