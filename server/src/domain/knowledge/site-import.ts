import {registrableDomain} from '../admission/origin.js';

/** Why an address was not read. */
export type PageFault =
  | 'other-site'
  | 'private-address'
  | 'too-many-redirects'
  | 'too-large'
  | 'timeout'
  | 'no-page'
  | 'not-for-indexes'
  | 'same-as-another'
  | 'empty'
  | 'failed'
  | `status-${number}`;

/** What an address gave: its text, where it was found in the end, and of what type. */
export type Fetched =
  | {
      url: string;
      type: 'html' | 'xml' | 'text';
      text: string;
      headers?: Readonly<Record<string, string | string[] | undefined>>;
    }
  | {fault: PageFault};

/**
 * Asks for an address.
 *
 * @param isAllowed - Asked of the address and of each one that it is redirected to.
 */
export type FetchText = (url: string, isAllowed: (url: URL) => boolean) => Promise<Fetched>;

/** What of a page is knowledge. */
export interface PageText {
  title: string;
  /** Its own content, without what stands on every page. */
  markdown: string;
  /** As they are written. */
  links: string[];
  /** Whether the page lets itself be found by search engines. */
  isIndexed: boolean;
}

/** One page of an import, as it is told while it goes on. */
export type ImportedPage = {url: string; characters: number} | {url: string; fault: PageFault};

/** What {@link importSite} is given. */
export interface ImportOptions {
  /** Where to begin. */
  start: string;
  /** Registrable domain, or a local host: nothing else is asked. */
  domain: string;
  /** Most pages read. */
  most: number;
  fetchText: FetchText;
  textOf: (html: string) => PageText;
  sitemapOf: (xml: string) => string[];
  onPage?: (page: ImportedPage) => void;
}

/** What was read of a site. */
export interface SiteImport {
  /** All pages, each under its title. */
  markdown: string;
  pages: ImportedPage[];
}

const AT_ONCE = 4;
/** Sitemaps of sitemaps are followed so far. */
const MOST_SITEMAPS = 20;
/** Files that are no pages, by their names. */
const FILE = /\.(?!html?$|php$|aspx?$|jsp$)[a-z0-9]{2,5}$/i;

/**
 * Reads a site's own pages for the agent: those of its sitemap, else what its links lead to.
 * Never leaves the widget's domain, whatever a link, a sitemap or a redirect says.
 */
export async function importSite(options: ImportOptions): Promise<SiteImport> {
  const crawl = new Crawl(options);
  await crawl.run();
  return crawl.result();
}

class Crawl {
  readonly #options: ImportOptions;
  readonly #known = new Set<string>();
  readonly #texts = new Map<string, string>();
  readonly #pages: ImportedPage[] = [];
  readonly #found: {url: string; title: string; markdown: string}[] = [];
  #waiting: string[] = [];

  constructor(options: ImportOptions) {
    this.#options = options;
  }

  async run(): Promise<void> {
    const {start, most} = this.#options;
    this.#want(start);
    for (const url of await this.#sitemap()) this.#want(url);
    const hasSitemap = this.#waiting.length > 1;
    while (this.#waiting.length > 0 && this.#pages.length < most) {
      const batch = this.#waiting.splice(0, Math.min(AT_ONCE, most - this.#pages.length));
      const links = await Promise.all(batch.map(url => this.#read(url)));
      if (!hasSitemap) for (const link of links.flat()) this.#want(link);
    }
  }

  result(): SiteImport {
    const repeated = repeatedBlocks(this.#found.map(({markdown}) => markdown));
    const markdown = this.#found
      .map(({url, title, markdown}) => {
        const own = blocksOf(markdown).filter(block => !repeated.has(block));
        return `<!-- ${url} -->\n# ${title}\n\n${belowTitle(own, title).join('\n\n')}`;
      })
      .join('\n\n');
    return {markdown, pages: this.#pages};
  }

  /** Notes an address to be read, once. */
  #want(address: string): void {
    const url = pageAddress(address, this.#options.start);
    if (!url || this.#known.has(url) || !this.#isOwn(new URL(url))) return;
    this.#known.add(url);
    this.#waiting.push(url);
  }

  /** @returns The page's links. */
  async #read(url: string): Promise<string[]> {
    const {fetchText, textOf} = this.#options;
    const fetched = await fetchText(url, address => this.#isOwn(address));
    if ('fault' in fetched) return this.#tell({url, fault: fetched.fault});
    if (fetched.type !== 'html') return this.#tell({url, fault: 'no-page'});
    const page = textOf(fetched.text);
    const links = page.links.flatMap(link => pageAddress(link, fetched.url) ?? []);
    const fault = this.#faultOf(page, fetched.url);
    if (fault) this.#tell({url, fault});
    else {
      this.#found.push({url: fetched.url, title: page.title, markdown: page.markdown});
      this.#tell({url, characters: page.markdown.length});
    }
    return links;
  }

  #faultOf({isIndexed, markdown}: PageText, url: string): PageFault | null {
    if (!isIndexed) return 'not-for-indexes';
    if (!markdown) return 'empty';
    if (this.#texts.has(markdown)) return 'same-as-another';
    this.#texts.set(markdown, url);
    this.#known.add(url);
    return null;
  }

  #tell(page: ImportedPage): [] {
    this.#pages.push(page);
    this.#options.onPage?.(page);
    return [];
  }

  /** Addresses of the site's sitemaps, as `robots.txt` names them, else where they usually are. */
  async #sitemap(): Promise<string[]> {
    const {start, fetchText, sitemapOf} = this.#options;
    const isOwn = (url: URL) => this.#isOwn(url);
    const robots = await fetchText(new URL('/robots.txt', start).href, isOwn);
    const named = 'fault' in robots ? [] : sitemapsNamedIn(robots.text);
    const sitemaps = named.length > 0 ? named : [new URL('/sitemap.xml', start).href];
    const pages: string[] = [];
    for (let at = 0; at < sitemaps.length && at < MOST_SITEMAPS; at++) {
      const address = pageOrNull(sitemaps[at], start);
      if (!address || !isOwn(address)) continue;
      const answer = await fetchText(address.href, isOwn);
      if ('fault' in answer || answer.type === 'html') continue;
      for (const url of sitemapOf(answer.text)) {
        if (/\.xml(?:\.gz)?$/i.test(url)) sitemaps.push(url);
        else pages.push(url);
      }
    }
    return pages;
  }

  #isOwn(url: URL): boolean {
    const {domain} = this.#options;
    if (!/^https?:$/.test(url.protocol) || url.username || url.password) return false;
    return url.hostname === domain || registrableDomain(url.hostname) === domain;
  }
}

function sitemapsNamedIn(robots: string): string[] {
  return [...robots.matchAll(/^\s*sitemap:\s*(\S+)/gim)].map(([, url = '']) => url);
}

/** A page's address without its fragment; null for anything that is no page. */
function pageAddress(address: string, base: string): string | null {
  const url = pageOrNull(address, base);
  if (!url || FILE.test(url.pathname)) return null;
  url.hash = '';
  return url.href;
}

function pageOrNull(address: string, base: string): URL | null {
  return URL.canParse(address, base) ? new URL(address, base) : null;
}

function blocksOf(markdown: string): string[] {
  return markdown.split(/\n{2,}/);
}

/** What stands on most of several pages: notices and calls to action, said once too often. */
function repeatedBlocks(texts: readonly string[]): Set<string> {
  if (texts.length < 4) return new Set();
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const block of new Set(blocksOf(text))) counts.set(block, (counts.get(block) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > texts.length / 2).map(([text]) => text));
}

/** The page's blocks below its title: a first heading that says the same goes, the others move down. */
function belowTitle(blocks: readonly string[], title: string): string[] {
  const [first = '', ...rest] = blocks;
  const isTitle = first.replace(/^#+\s*/, '').trim() === title;
  return (isTitle ? rest : blocks).map(block => block.replace(/^#(?=#{0,4}\s)/, '##'));
}
