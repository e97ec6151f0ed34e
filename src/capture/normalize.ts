import type {CaptureKind} from '../contract/index.js';
import {normalizePhone} from './phone.js';

/** Marks without a width that copying from contact lists and web pages brings along. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** RFC 5322 `dot-atom`, with the letters of every script (RFC 6531); no quoted strings. */
const LOCAL_PART =
  /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;

const DOMAIN_LABEL = /^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;
const TOP_LEVEL = /^(?:[\p{L}\p{M}]{2,}|xn--[a-z\d-]+)$/u;

/** What no name holds: control and direction marks, half characters, an address of any sort. */
const NOT_A_NAME =
  /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069@]|:\/\/|\bwww\.|[\p{L}\d]\.(?:com|net|org|io|co|info|biz|dev|app|shop)\b/iu;

/**
 * The one form in which a contact detail is shown, sent and stored; null where the text is not of
 * its kind.
 *
 * - `email`: trimmed, domain in lower case, a practical address (no quoted local part, no IP
 *   literal); IDNs stay as they were written.
 * - `phone`: E.164 where the number is international or `country` (ISO 3166 alpha-2) is known, else
 *   its 7 to 15 digits.
 * - `name`: white space collapsed, 1 to 80 characters, at least one letter.
 */
export function normalizeCapture(kind: CaptureKind, text: string, country?: string): string | null {
  // A paste of this size is no contact detail, and nothing below need be fast for it.
  if (text.length > 1000) return null;
  switch (kind) {
    case 'email':
      return normalizeEmail(text.normalize('NFKC').replace(INVISIBLE, '').trim());
    case 'phone':
      return normalizePhone(text.normalize('NFKC').replace(INVISIBLE, '').trim(), country);
    case 'name':
      return normalizeName(text.normalize('NFC').replace(/\s+/g, ' ').trim());
    default:
      return null;
  }
}

function normalizeEmail(text: string): string | null {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = text.slice(at + 1).toLowerCase();
  if (at < 1 || local.length > 64 || !LOCAL_PART.test(local)) return null;
  const ascii = asciiHost(domain);
  return ascii !== null && local.length + 1 + ascii.length <= 254 ? `${local}@${domain}` : null;
}

/** The domain in ASCII (UTS 46), or null where it cannot be a mail domain on the internet. */
function asciiHost(domain: string): string | null {
  const labels = domain.split('.');
  if (labels.length < 2 || !labels.every(label => DOMAIN_LABEL.test(label))) return null;
  if (!TOP_LEVEL.test(labels.at(-1) ?? '')) return null;
  try {
    const host = new URL(`http://${domain}`).hostname;
    return host.length <= 253 && host.split('.').every(label => label.length <= 63) ? host : null;
  } catch {
    return null;
  }
}

function normalizeName(text: string): string | null {
  const length = [...text].length;
  const plausible = length >= 1 && length <= 80 && /\p{L}/u.test(text);
  return plausible && !NOT_A_NAME.test(text) ? text : null;
}
