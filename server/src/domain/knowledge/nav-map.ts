import type {NavTarget} from '../../../../src/contract/index.js';
import {isTargetUrl} from '../../../../src/navigation/destination.js';
import {registrableDomain} from '../admission/origin.js';

/** A page of the operator's site, as far as it can be seen without running its scripts. */
export interface SeenPage {
  /** Where it was found in the end. */
  url: string;
  /** How much of its text is in its HTML. */
  characters: number;
  /** Whether scripts may put more there. */
  hasScripts: boolean;
  /** Links of its menus and its header, as they are written. */
  menu: {label: string; href: string}[];
  /** Whether something is there; null: the selector is none. */
  has: (selector: string) => boolean | null;
}

/** Reads a page. The fault is a sentence. @param isAllowed - Asked of each address on the way. */
export type ReadPage = (
  url: string,
  isAllowed: (url: URL) => boolean,
) => Promise<SeenPage | {fault: string}>;

/** What a target of a nav map leads to. */
export interface TargetCheck {
  /** `ok`, or what is wrong with the page, as a sentence. */
  page: string;
  /** `unseen`: the page is built by a script, and its HTML says nothing. */
  section: 'ok' | 'missing' | 'not-asked' | 'unseen' | 'no-selector';
}

type Place = Pick<NavTarget, 'url' | 'sectionSelector'>;

const AT_ONCE = 4;
/** Pages that hold less text than this, and scripts, are built by them. */
const LEAST_TEXT = 200;
const MOST_SUGGESTIONS = 100;
/** Where nobody is taken to in passing: behind a sign-in, or where something is done or bought. */
const NOT_TO_SHOW =
  /(?:^|[/?])(?:log-?(?:in|out)|sign-?(?:in|out|off)|auth|admin|account|cart|basket|checkout)(?=[/?.#]|$)/i;
const FILE = /\.(?!html?$|php$|aspx?$|jsp$)[a-z0-9]{2,5}$/i;
const ELSEWHERE =
  'The page leads to another origin, where a call does not go on. Give the address that it leads to.';
const NO_PATH = 'This is no path on the site itself, such as /pricing.';

/**
 * Looks whether the pages and the sections of targets are there.
 *
 * @param home - A page of the site; where it leads to is the site's origin.
 */
export async function checkTargets(
  readPage: ReadPage,
  home: string,
  targets: readonly Place[],
): Promise<TargetCheck[]> {
  const read = rememberedPages(readPage, home);
  const first = await read(home);
  const {origin} = new URL('fault' in first ? home : first.url);
  const checks: TargetCheck[] = [];
  for (let at = 0; at < targets.length; at += AT_ONCE) {
    const batch = targets.slice(at, at + AT_ONCE);
    checks.push(...(await Promise.all(batch.map(target => checkTarget(read, origin, target)))));
  }
  return checks;
}

async function checkTarget(
  read: (url: string) => ReturnType<ReadPage>,
  origin: string,
  {url, sectionSelector}: Place,
): Promise<TargetCheck> {
  const unasked = (page: string): TargetCheck => ({page, section: 'not-asked'});
  if (!isTargetUrl(url)) return unasked(NO_PATH);
  const page = await read(new URL(url, origin).href);
  if ('fault' in page) return unasked(page.fault);
  if (new URL(page.url).origin !== origin) return unasked(ELSEWHERE);
  return {page: 'ok', section: sectionOf(page, sectionSelector)};
}

function sectionOf(page: SeenPage, selector: string | undefined): TargetCheck['section'] {
  if (!selector) return 'not-asked';
  const isThere = page.has(selector);
  if (isThere === null) return 'no-selector';
  if (isThere) return 'ok';
  return page.hasScripts && page.characters < LEAST_TEXT ? 'unseen' : 'missing';
}

/** Each page is asked for once, and none beyond the site's own domain. */
function rememberedPages(readPage: ReadPage, home: string): (url: string) => ReturnType<ReadPage> {
  const own = ownerOf(new URL(home));
  const pages = new Map<string, ReturnType<ReadPage>>();
  return address => {
    const url = new URL(address);
    url.hash = '';
    const page = pages.get(url.href) ?? readPage(url.href, other => ownerOf(other) === own);
    pages.set(url.href, page);
    return page;
  };
}

function ownerOf({hostname}: URL): string {
  return registrableDomain(hostname) ?? hostname;
}

/** The targets that a site's own menu suggests, of its own origin. @throws Never: a fault is a sentence. */
export async function suggestTargets(
  readPage: ReadPage,
  home: string,
): Promise<{targets: NavTarget[]} | {fault: string}> {
  const page = await rememberedPages(readPage, home)(home);
  if ('fault' in page) return page;
  const found = new Map<string, NavTarget>();
  for (const link of page.menu) {
    const target = targetOf(link, page.url);
    if (!target || found.size >= MOST_SUGGESTIONS) continue;
    const place = `${target.url} ${target.sectionSelector ?? ''}`;
    if (!found.has(place)) found.set(place, target);
  }
  return {targets: [...found.values()]};
}

function targetOf({label, href}: SeenPage['menu'][number], base: string): NavTarget | null {
  if (!label || !URL.canParse(href, base)) return null;
  const {origin, pathname, search, hash} = new URL(href, base);
  if (origin !== new URL(base).origin || FILE.test(pathname)) return null;
  // "#/pricing" and "#!pricing" are pages of a hash router, "#pricing" is a section.
  const isRoute = /^#[/!]/.test(hash);
  const url = pathname + search + (isRoute ? hash : '');
  if (NOT_TO_SHOW.test(url) || !isTargetUrl(url)) return null;
  const id = isRoute ? '' : decoded(hash.slice(1));
  return {label: label.slice(0, 200), url, ...(id && {sectionSelector: selectorOf(id)})};
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function selectorOf(id: string): string {
  if (/^[a-z_][\w-]*$/i.test(id)) return `#${id}`;
  return `[id="${id.replace(/["\\]/g, '\\$&')}"]`;
}
