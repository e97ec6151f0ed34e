import {compactVerify, errors} from 'jose';
import type {VisitorClaims, VisitorTokenError} from '../../../../src/contract/index.js';

/** How far ahead a host site's clock may run, in seconds. */
const IAT_LEEWAY = 60;
/** Longest token looked at, in characters. */
const MAX_TOKEN = 8192;
/** Longest claim kept, in characters: an email address has at most 254. */
const MAX_CLAIM = 320;

const MINT_AGAIN =
  'Mint a new token when the call starts, with an expiry some minutes ahead, and check the clock of the server that mints it.';

/**
 * Checks the HS256 JWT of a host site (§5.3, §9.3).
 *
 * @param secrets - The widget secrets that count, as the dashboard shows them: their characters are
 * the key.
 * @param now - Milliseconds since the epoch.
 */
export async function verifyVisitorToken(
  token: string,
  secrets: readonly string[],
  now: number,
): Promise<VisitorClaims | VisitorTokenError> {
  let payload: Uint8Array | null = null;
  for (const secret of secrets) {
    payload ??= await signedPayload(token, new TextEncoder().encode(secret));
  }
  if (payload === null) {
    return invalid(
      'The signature does not match. Sign with HS256 and the secret of this widget; it changes when it is rotated.',
    );
  }
  const claims = parseObject(payload);
  if (claims === null) return invalid('The payload is not a JSON object. Sign a JWT with claims.');
  return timeFault(claims, now / 1000) ?? readClaims(claims);
}

/** The payload of a compact JWS whose HS256 signature is good, or null. */
export async function signedPayload(token: string, key: Uint8Array): Promise<Uint8Array | null> {
  if (token.length > MAX_TOKEN || !/^[\w-]+\.[\w-]*\.[\w-]+$/.test(token)) return null;
  try {
    return (await compactVerify(token, key, {algorithms: ['HS256']})).payload;
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return null;
    throw error;
  }
}

function parseObject(bytes: Uint8Array): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function timeFault(
  {exp, iat, nbf}: Record<string, unknown>,
  now: number,
): VisitorTokenError | null {
  if (!isTime(exp))
    return invalid('The claim exp is missing or no number. Set it to now + 300 seconds.');
  if (iat !== undefined && (!isTime(iat) || iat > now + IAT_LEEWAY)) {
    return invalid(
      'The claim iat is no number or lies in the future. Check the clock of the server that mints the token.',
    );
  }
  if (nbf !== undefined && (!isTime(nbf) || nbf > now + IAT_LEEWAY)) {
    return invalid(
      'The claim nbf is no number or lies in the future. Leave it out, or check the clock of the server that mints the token.',
    );
  }
  return exp <= now
    ? {error: 'TOKEN_EXPIRED', message: `The visitor token has expired. ${MINT_AGAIN}`}
    : null;
}

function readClaims({sub, ...rest}: Record<string, unknown>): VisitorClaims | VisitorTokenError {
  if (!isClaim(sub)) {
    return invalid(
      'The claim sub is missing, empty, too long or no string. Set it to your own id of the visitor.',
    );
  }
  const claims: VisitorClaims = {sub};
  for (const name of ['email', 'phone', 'name'] as const) {
    const value = rest[name];
    if (isClaim(value)) claims[name] = value;
  }
  return claims;
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isClaim(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= MAX_CLAIM;
}

function invalid(message: string): VisitorTokenError {
  return {error: 'INVALID_VISITOR_TOKEN', message: `The visitor token is not valid. ${message}`};
}
