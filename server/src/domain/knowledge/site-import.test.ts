import assert from 'node:assert/strict';
import {test} from 'node:test';
import {importSite, type Fetched, type PageText} from './site-import.js';

const START = 'https://acme.com/';

/** A site by path; a page is its own Markdown, and links to what stands in `links`. */
async function imported(
  site: Readonly<Record<string, string | {links: string[]; markdown: string} | {fault: 'timeout'}>>,
  {most = 50, start = START} = {},
) {
  const asked: string[] = [];
  const fetchText = async (address: string, isAllowed: (url: URL) => boolean): Promise<Fetched> => {
    asked.push(address);
    if (!isAllowed(new URL(address))) return {fault: 'other-site'};
    const page = site[address.replace('https://acme.com', '')];
    if (page === undefined) return {fault: 'status-404'};
    if (typeof page === 'object' && 'fault' in page) return page;
    const type = /\.txt$/.test(address) ? 'text' : /\.xml$/.test(address) ? 'xml' : 'html';
    const text = typeof page === 'string' ? page : JSON.stringify(page);
    return {url: address, type, text};
  };
  const textOf = (html: string): PageText => {
    const {links, markdown} = html.startsWith('{')
      ? (JSON.parse(html) as {links: string[]; markdown: string})
      : {links: [], markdown: html};
    return {
      title: markdown.replace(/^# /, '').slice(0, 5),
      markdown,
      links,
      isIndexed: !html.includes('hidden'),
    };
  };
  const sitemapOf = (xml: string) => xml.split(' ');
  const result = await importSite({start, domain: 'acme.com', most, fetchText, textOf, sitemapOf});
  return {...result, asked};
}

test('without a sitemap it follows links, on the widget’s domain only', async () => {
  const {markdown, pages, asked} = await imported({
    '/': {
      markdown: 'Front page',
      links: [
        ...['/a#top', '/a', 'b', 'https://evil.com/', '//evil.com/x', 'mailto:a@b.c', '/c.pdf'],
        ...['https://user:pass@acme.com/', 'javascript:alert(1)', 'http://169.254.169.254/', '/d'],
      ],
    },
    '/a': {markdown: 'Alpha page', links: ['/']},
    '/b': {markdown: 'Front page', links: []},
    '/d': {fault: 'timeout'},
  });
  assert.deepEqual(pages, [
    {url: START, characters: 10},
    {url: `${START}a`, characters: 10},
    {url: `${START}b`, fault: 'same-as-another'},
    {url: `${START}d`, fault: 'timeout'},
  ]);
  assert.equal(
    markdown,
    `<!-- ${START} -->\n# Front\n\nFront page\n\n<!-- ${START}a -->\n# Alpha\n\nAlpha page`,
  );
  assert.equal(
    asked.every(url => url.startsWith(START)),
    true,
  );
});

test('a sitemap says what is read, a sitemap of sitemaps too, and links do not', async () => {
  const {pages} = await imported({
    '/robots.txt': 'User-agent: *\nSitemap: https://acme.com/maps.xml',
    '/maps.xml': 'https://acme.com/one.xml https://evil.com/two.xml',
    '/one.xml': 'https://acme.com/a https://evil.com/b',
    '/': {markdown: 'Front page', links: ['/linked']},
    '/a': 'hidden Alpha',
    '/linked': 'Linked page',
  });
  assert.deepEqual(pages, [
    {url: START, characters: 10},
    {url: `${START}a`, fault: 'not-for-indexes'},
  ]);
});

test('no more pages are read than asked for', async () => {
  const links = Array.from({length: 20}, (_, n) => `/${n}`);
  const site = Object.fromEntries(links.map(link => [link, `Page of ${link}`]));
  const {pages} = await imported({'/': {markdown: 'Front page', links}, ...site}, {most: 7});
  assert.equal(pages.length, 7);
});

test('what stands on most pages is said once too often, and headings stand below the title', async () => {
  const block = '## Call us today!';
  const links = ['/a', '/b', '/c'];
  const {markdown} = await imported({
    '/': {markdown: `# Front\n\n${block}\n\n# More\n\nText`, links},
    ...Object.fromEntries(links.map(link => [link, `Page ${link}\n\n${block}`])),
  });
  assert.doesNotMatch(markdown, /Call us/);
  assert.match(markdown, /^# Front\n\n## More\n\nText$/m);
});
