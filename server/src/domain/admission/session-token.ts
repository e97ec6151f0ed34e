import type {Clock} from '../clock.js';
import type {Keyring} from '../keys.js';

/** Bearer tokens of sessions: they name one session and die of themselves. */
export interface SessionTokens {
  /** Unpadded base64url: a WebSocket subprotocol may hold no `=` or `/`. */
  mint(sessionId: string, expiresAt: number): string;
  /** Whether it is genuine, in time and for this session. */
  check(token: string, sessionId: string): boolean;
}

const VERSION = 1;
const ID_BYTES = 16;
const TIME_BYTES = 6;
const HEAD_BYTES = 1 + ID_BYTES + TIME_BYTES;
const MAC_BYTES = 32;

/** Session ids are UUIDs. */
export function createSessionTokens(keys: Keyring, clock: Clock): SessionTokens {
  return {
    mint(sessionId, expiresAt) {
      const head = Buffer.alloc(HEAD_BYTES);
      head.writeUInt8(VERSION);
      idBytes(sessionId).copy(head, 1);
      head.writeUIntBE(expiresAt, 1 + ID_BYTES, TIME_BYTES);
      return Buffer.concat([head, keys.sign('session-token', head)]).toString('base64url');
    },
    check(token, sessionId) {
      const bytes = Buffer.from(token, 'base64url');
      const isCanonical = bytes.toString('base64url') === token;
      if (!isCanonical || bytes.length !== HEAD_BYTES + MAC_BYTES) return false;
      const head = bytes.subarray(0, HEAD_BYTES);
      return (
        keys.verify('session-token', head, bytes.subarray(HEAD_BYTES)) &&
        head.subarray(1, 1 + ID_BYTES).equals(idBytes(sessionId)) &&
        clock.now() < head.readUIntBE(1 + ID_BYTES, TIME_BYTES)
      );
    },
  };
}

function idBytes(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}
