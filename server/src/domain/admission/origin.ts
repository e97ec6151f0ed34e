import {getDomain} from 'tldts';
import type {Site} from '../widgets/widget.js';
import {remembered} from '../remembered.js';

/** A well-formed web origin. */
export interface WebOrigin {
  /** As a browser serialises it: what a challenge is bound to. */
  href: string;
  /** ASCII, lower case, without a trailing dot; IPv6 in brackets. */
  host: string;
}

/** Scheme, host and port with nothing before, between or after them. */
const ORIGIN = /^https?:\/\/(\[[0-9a-f:.]+\]|[^\s/\\?#@:[\]%]+)(:\d{1,5})?$/i;

/** One dot may end a host; two, or one before it, are no name. */
const EMPTY_LABEL = /^\.|\.\./;

const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Reads an `Origin` header.
 *
 * `https://acme.com`, `http://localhost:3000` and `https://xn--bcher-kva.de.` are origins;
 * `null`, `file://`, `https://acme.com/`, `https://a@acme.com`, `http://2130706433` are not.
 */
export const parseOrigin = remembered(readOrigin);

function readOrigin(header: string): WebOrigin | null {
  const match = ORIGIN.exec(header);
  if (!match || !URL.canParse(header)) return null;
  const {origin, hostname} = new URL(header);
  // A host that the parser had to rewrite (`0x7f.1`, `127.1`) is nothing a browser sends.
  const isAscii = /^[\x21-\x7e]+$/.test(match[1]);
  if (isAscii && match[1].toLowerCase() !== hostname) return null;
  if (EMPTY_LABEL.test(hostname)) return null;
  return {href: origin, host: hostname.replace(/\.$/, '')};
}

/**
 * The part of a host that one registrant owns, by the public suffix list with its private section.
 *
 * `shop.acme.co.uk` → `acme.co.uk`, `foo.vercel.app` → itself, `vercel.app`, `com` and
 * `192.168.0.1` → null. Any IDN form; the answer is ASCII.
 */
export const registrableDomain = remembered(ownedPart);

function ownedPart(host: string): string | null {
  const url = `https://${host}`;
  if (/[\s/\\?#@:[\]%]/.test(host) || !URL.canParse(url)) return null;
  const {hostname} = new URL(url);
  if (EMPTY_LABEL.test(hostname)) return null;
  return getDomain(hostname.replace(/\.$/, ''), {allowPrivateDomains: true});
}

/** Whether a host stands for the visitor's own machine. */
export function isLocalHost(host: string): boolean {
  return LOCAL_HOSTS.has(host) || host.endsWith('.localhost');
}

/** Whether a page of this origin may use a widget that may stand on this site. */
export function isAllowedOn(origin: WebOrigin, site: Site): boolean {
  const {domain, allowLocalhost, previewOrigin} = site;
  if (previewOrigin !== undefined) return origin.href === previewOrigin;
  return originAllowed(origin, domain, allowLocalhost);
}

/**
 * Whether a page of this origin may use a widget of this domain (§2.4).
 *
 * @param allowLocalhost - Whether the visitor's own machine may; a widget made for it always stands there.
 */
export function originAllowed(origin: WebOrigin, domain: string, allowLocalhost = true): boolean {
  if (isLocalHost(origin.host)) return allowLocalhost || isLocalHost(domain);
  const own = registrableDomain(origin.host);
  return own !== null && own === registrableDomain(domain);
}
