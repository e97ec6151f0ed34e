import {parse} from 'node-html-parser';
import type {ReadPage, SeenPage} from '../domain/knowledge/nav-map.js';
import {isLocalHost} from '../domain/admission/origin.js';
import {faultInWords} from './fault-words.js';
import {createFetchText} from './fetch-text.js';

const MENUS = 'nav a[href], header a[href], [role=navigation] a[href], [role=banner] a[href]';
const WITHOUT_TEXT = 'script, style, noscript, template, head';

/** Reads a page of a site. @param mayBeLocal - Whether a site of this machine may be read. */
export function createReadPage(mayBeLocal: boolean): ReadPage {
  return async (url, isAllowed) => {
    const fetchText = createFetchText(mayBeLocal && isLocalHost(new URL(url).hostname));
    const page = await fetchText(url, isAllowed);
    if ('fault' in page) return {fault: faultInWords(page.fault)};
    return page.type === 'html' ? seenPage(page.url, page.text) : {fault: faultInWords('no-page')};
  };
}

/** What can be seen of a page in its HTML. */
function seenPage(url: string, html: string): SeenPage {
  const page = parse(html);
  const hasScripts = page.querySelector('script') !== null;
  for (const part of page.querySelectorAll(WITHOUT_TEXT)) part.remove();
  const menu = page
    .querySelectorAll(MENUS)
    .filter(link => !link.closest('footer'))
    .map(link => {
      const image = link.querySelector('img')?.getAttribute('alt');
      const label = plain(link.text) || link.getAttribute('aria-label') || image || '';
      return {label: plain(label), href: link.getAttribute('href') ?? ''};
    });
  return {
    ...{url, hasScripts, menu},
    characters: plain(page.text).length,
    has: selector => {
      try {
        return page.querySelector(selector) !== null;
      } catch {
        return null;
      }
    },
  };
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
