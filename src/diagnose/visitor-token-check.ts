import type {Facts} from './ports.js';
import {fail, ok, warn, type Outcome} from './report.js';

/** How far ahead `iat` may lie, in seconds (contract §1, sessions). */
const IAT_LEEWAY_S = 60;

/** Claims that the widget takes, and those of a JWT itself. */
const KNOWN = ['sub', 'exp', 'iat', 'nbf', 'iss', 'aud', 'jti', 'email', 'phone', 'name'];

const MINT =
  "jwt.sign({sub: user.id, email: user.email, name: user.name}, process.env.AIW_WIDGET_SECRET, {algorithm: 'HS256', expiresIn: '5m'})";

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads what a visitor token says of itself, as the server will (§5.3).
 *
 * The signature is the server's to check. Claims are named, their values are not told.
 */
export function checkVisitorToken({visitorToken, trials: {resolve}, nowMs}: Facts): Outcome {
  if (!visitorToken) return ok('None is given: the visitor is not identified.');
  const parts = visitorToken.split('.');
  const header = decode(parts[0]);
  const claims = decode(parts[1]);
  if (parts.length !== 3 || !header || !claims) return fail('It is no JWT.', MINT);
  if (header.alg !== 'HS256') return fail('It is not signed with HS256.', MINT);
  if (typeof claims.sub !== 'string' || !claims.sub.trim()) {
    return fail('The claim sub is missing, or no string.', MINT);
  }
  const fault = timeFault(claims, nowMs / 1000);
  if (fault) return fail(fault, MINT);
  if (resolve.identityEnabled === false) {
    return warn(
      'Visitor identity is off for this widget: the token is not looked at.',
      'Turn it on in the dashboard: Widget detail → Visitor identity.',
    );
  }
  const names = Object.keys(claims);
  const strange = names.filter(name => !KNOWN.includes(name));
  if (strange.length > 0) {
    return warn(
      `Claims that are not looked at: ${strange.join(', ')}.`,
      `Name them email, phone, name: ${MINT}`,
    );
  }
  const seconds = Math.round(Number(claims.exp) - nowMs / 1000);
  return ok(
    `HS256, good for ${seconds} s more, with ${names.join(', ')}. The server checks the signature.`,
  );
}

function timeFault({exp, iat, nbf}: Json, now: number): string | null {
  if (typeof exp !== 'number') return 'The claim exp is missing, or no number of seconds.';
  if (exp <= now) return `It expired ${Math.round(now - exp)} s ago.`;
  for (const [name, time] of [
    ['iat', iat],
    ['nbf', nbf],
  ] as const) {
    if (time === undefined) continue;
    if (typeof time !== 'number') return `The claim ${name} is no number of seconds.`;
    if (time > now + IAT_LEEWAY_S) return `The claim ${name} lies in the future.`;
  }
  return null;
}

/** A part of a JWT, base64url of a JSON object; null where it is none. */
function decode(part = ''): Json | null {
  try {
    const binary = atob(part.replace(/-/g, '+').replace(/_/g, '/'));
    const bytes = Uint8Array.from(binary, character => character.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Json)
      : null;
  } catch {
    return null;
  }
}
