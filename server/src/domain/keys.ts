import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';

/** The master key is not the one that is needed. The message says where to look. */
export class KeyError extends Error {
  override name = 'KeyError';
}

/** What a key is for: a key of its own each, so that no use can stand in for another. */
type Purpose = 'challenge' | 'session-token' | 'widget-secret' | 'operator-auth';

/** Signs, checks and encrypts with keys derived from the master key. */
export interface Keyring {
  /** 32 bytes of HMAC-SHA-256 under the current key. */
  sign(purpose: Purpose, message: Uint8Array): Buffer;
  /** Compares in constant time, under the current key and the one before it. */
  verify(purpose: Purpose, message: Uint8Array, mac: Uint8Array): boolean;
  /** AES-256-GCM; `context` must be the same to open it again. */
  seal(text: string, context: string): string;
  /** @throws {KeyError} Where neither key opens it. */
  open(sealed: string, context: string): string;
  /** Whether it was sealed with the current key. */
  isCurrent(sealed: string, context: string): boolean;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** @param previous - The master key before a rotation: opens and checks, never signs or seals. */
export function createKeyring(master: Buffer, previous: Buffer | null = null): Keyring {
  const masters = previous ? [master, previous] : [master];
  const cache = new Map<string, KeyObject>();
  const key = (index: number, purpose: Purpose): KeyObject => {
    const id = `${index}:${purpose}`;
    const known = cache.get(id);
    if (known) return known;
    const bytes = hkdfSync('sha256', masters[index], '', `aiw ${purpose}`, 32);
    const derived = createSecretKey(new Uint8Array(bytes));
    cache.set(id, derived);
    return derived;
  };
  const mac = (index: number, purpose: Purpose, message: Uint8Array) =>
    createHmac('sha256', key(index, purpose)).update(message).digest();
  const tryOpen = (index: number, sealed: string, context: string): string | null => {
    try {
      return decrypt(key(index, 'widget-secret'), sealed, context);
    } catch {
      return null;
    }
  };
  return {
    sign: (purpose, message) => mac(0, purpose, message),
    verify: (purpose, message, given) =>
      given.length === 32 &&
      masters.some((_, index) => timingSafeEqual(mac(index, purpose, message), given)),
    seal: (text, context) => encrypt(key(0, 'widget-secret'), text, context),
    open(sealed, context) {
      for (const index of masters.keys()) {
        const text = tryOpen(index, sealed, context);
        if (text !== null) return text;
      }
      throw new KeyError(
        'A stored secret cannot be opened: the master key is not the one that sealed it. Restore the key file, or set AIW_MASTER_KEY_PREVIOUS to the old key.',
      );
    },
    isCurrent: (sealed, context) => tryOpen(0, sealed, context) !== null,
  };
}

function encrypt(key: KeyObject, text: string, context: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `v1.${Buffer.concat([iv, body, cipher.getAuthTag()]).toString('base64url')}`;
}

function decrypt(key: KeyObject, sealed: string, context: string): string {
  const bytes = Buffer.from(sealed.slice('v1.'.length), 'base64url');
  const iv = bytes.subarray(0, IV_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, iv, {authTagLength: TAG_BYTES})
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  const text = decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES));
  return Buffer.concat([text, decipher.final()]).toString('utf8');
}
