import {judgePage, type PageCheck} from '../domain/widgets/page-check.js';
import {registrableDomain} from '../domain/admission/origin.js';
import {faultInWords} from './fault-words.js';
import {createFetchText} from './fetch-text.js';

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
      const message = faultInWords(page.fault);
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
