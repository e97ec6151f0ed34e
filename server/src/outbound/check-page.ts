import {judgePage, type PageCheck} from '../domain/page-check.js';
import {registrableDomain} from '../domain/origin.js';
import {createFetchText} from './fetch-text.js';

/** Why a page could not be read, in words. */
const FAULTS: Readonly<Record<string, string>> = {
  'other-site': 'The page leads to another site. Give the address that it leads to, or its own.',
  'private-address': 'The page is on a private network, where this server asks for nothing.',
  'too-many-redirects': 'The page leads from one address to the next without an end.',
  'too-large': 'The page is larger than three megabytes.',
  timeout: 'The page did not answer within fifteen seconds.',
  'no-page': 'The address is no web page.',
  failed: 'The page cannot be reached. Check the address, and that the site is up.',
};

/**
 * Fetches a page and judges whether the widget will work there.
 *
 * @param allowPrivate - For a site on the operator's own machine.
 * @returns Takes the page's address, and the origin that the widget comes from.
 */
export function createPageCheck(
  allowPrivate: boolean,
): (url: string, server: string) => Promise<PageCheck> {
  const fetchText = createFetchText(allowPrivate);
  return async (url, server) => {
    const {hostname} = new URL(url);
    const own = registrableDomain(hostname) ?? hostname;
    const page = await fetchText(
      url,
      address => (registrableDomain(address.hostname) ?? address.hostname) === own,
    );
    if ('fault' in page) {
      const message =
        FAULTS[page.fault] ?? `The page answers with ${page.fault.replace('-', ' ')}.`;
      return {findings: [{about: 'reachable', verdict: 'fault', message}]};
    }
    const header = (name: string) => {
      const value = page.headers?.[name];
      return (Array.isArray(value) ? value.join(', ') : value) ?? null;
    };
    const headers = {
      permissionsPolicy: header('permissions-policy'),
      csp: header('content-security-policy'),
    };
    return judgePage({url: page.url, html: page.text, headers}, new URL(server).origin);
  };
}
