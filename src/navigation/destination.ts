import type {NavTarget, Navigation} from '../contract/index.js';
import type {Destination, NavRequest} from './ports.js';

/** Control characters and surrounding spaces, which URL parsers silently remove; backslashes. */
const UNSAFE_CHARACTER = /[\0-\x1f\x7f\\]|^\s|\s$/;
/** Slashes and control characters in disguise, however often encoded. */
const UNSAFE_ESCAPE = /%(?:25)*(?:2f|5c|[01][\da-f]|7f)/i;
const SCHEME = /^[a-z][a-z\d+.-]*:/i;
const SELECTOR = /^[^\0-\x1f]{1,512}$/;
const LONGEST = 2048;

/**
 * Judges a request against the page on which the call runs: exactly the same origin, and no form
 * that a router could take for another host. `<base>` plays no part.
 */
export function destination(
  pageUrl: string,
  {url: path, sectionSelector}: NavRequest,
  site: Navigation['site'] = 'app',
): Destination {
  const page = parse(pageUrl);
  if (page === null) return {refused: 'other-origin'};
  // Without the page's own credentials, which a relative URL would inherit.
  const url = isUnsafe(path) ? null : parse(path, page.origin + page.pathname + page.search);
  if (url === null || url.username || url.password || url.pathname.startsWith('//')) {
    return {refused: 'unsafe-url'};
  }
  if (url.origin !== page.origin) return {refused: 'other-origin'};
  // A page's own script may pass null, or anything else.
  const section = sectionSelector ?? undefined;
  if (section !== undefined && (typeof section !== 'string' || !SELECTOR.test(section))) {
    return {refused: 'unsafe-selector'};
  }
  const tier = isSamePage(page, url) ? 0 : site === 'documents' ? 2 : 1;
  return {tier, url, ...(section !== undefined && {sectionSelector: section})};
}

/** What `onNavigate` handlers and routers take: everything of a URL behind its origin. */
export function pathOf({pathname, search, hash}: URL): string {
  return pathname + search + hash;
}

/** Whether a nav map may hold this URL: a path from the root of the site (§7.3). */
export function isTargetUrl(url: string): boolean {
  return url.startsWith('/') && 'tier' in destination(SITE, {url});
}

/**
 * Whether the nav map holds this very place. A request without a section is in the map where its
 * page is; a section has to be the target's own.
 */
export function inNavMap(request: NavRequest, targets: readonly NavTarget[]): boolean {
  const wanted = destination(SITE, request);
  return targets.some(target => {
    const place = destination(SITE, target);
    return (
      'tier' in wanted &&
      'tier' in place &&
      wanted.url.href === place.url.href &&
      (wanted.sectionSelector === undefined || wanted.sectionSelector === place.sectionSelector)
    );
  });
}

/** Stands for any site: nav maps hold paths only. */
const SITE = 'https://site.invalid/';

function parse(url: string, base?: string): URL | null {
  try {
    const parsed = new URL(url, base);
    return /^https?:$/.test(parsed.protocol) ? parsed : null;
  } catch {
    return null;
  }
}

function isUnsafe(path: string): boolean {
  if (typeof path !== 'string' || path.length > LONGEST || UNSAFE_CHARACTER.test(path)) return true;
  if (path.startsWith('//')) return true;
  // "https:x" is relative to a page under the same scheme.
  if (SCHEME.test(path) && !/^https?:\/\/[^/]/i.test(path)) return true;
  return UNSAFE_ESCAPE.test(path.split(/[?#]/, 1)[0] ?? '');
}

/** Same path and query; a hash that holds a route ("#/x", "#!x") is a page of its own. */
function isSamePage(page: URL, url: URL): boolean {
  const path = ({pathname}: URL) => pathname.replace(/(.)\/$/, '$1');
  const route = ({hash}: URL) => (/^#[/!]/.test(hash) ? hash : '');
  return path(page) === path(url) && page.search === url.search && route(page) === route(url);
}
