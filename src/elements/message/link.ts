import {destination} from '../../navigation/destination.js';

/** Where a link in a message leads: within this site, or to another one. */
export interface LinkTarget {
  isHere: boolean;
  url: URL;
}

/**
 * Judges an address that an agent wrote: within this site by the rules of guided navigation (§7.3),
 * elsewhere by http(s) without credentials. Null: it is to be read and not followed.
 */
export function linkTarget(href: string, pageUrl: string): LinkTarget | null {
  const place = destination(pageUrl, {url: href});
  if ('tier' in place) return {isHere: true, url: place.url};
  if (!/^https?:\/\//i.test(href) || !URL.canParse(href)) return null;
  const url = new URL(href);
  const isForeign = url.origin !== new URL(pageUrl).origin && !url.username && !url.password;
  return isForeign ? {isHere: false, url} : null;
}
