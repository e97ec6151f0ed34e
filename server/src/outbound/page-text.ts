import {NodeHtmlMarkdown} from 'node-html-markdown';
import {parse, type HTMLElement} from 'node-html-parser';
import type {PageText} from '../domain/knowledge/site-import.js';

/** Parts of a page that are not its content. */
const BESIDE = [
  ...['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'form', 'dialog', 'button'],
  ...['nav', 'footer', 'aside', 'body > header', 'img', 'picture', 'video', 'audio', 'canvas'],
  ...['[hidden]', '[aria-hidden=true]', '[role=navigation]', '[role=banner]', '[role=dialog]'],
  ...['aiw-voice-widget', '[class*=cookie]', '[id*=cookie]'],
];
const CONTENT = ['main', '[role=main]', 'article', 'body'];

const converter = new NodeHtmlMarkdown({
  bulletMarker: '-',
  // Where a link leads is the nav map's business.
  useLinkReferenceDefinitions: false,
});

/** What of a page is knowledge, as Markdown without HTML in it. */
export function pageText(html: string): PageText {
  const page = parse(html);
  const links = page.querySelectorAll('a[href]').flatMap(link => link.getAttribute('href') ?? []);
  const robots = page.querySelector('meta[name=robots]')?.getAttribute('content') ?? '';
  const title = titleOf(page);
  for (const selector of BESIDE) for (const part of page.querySelectorAll(selector)) part.remove();
  const content = CONTENT.map(selector => page.querySelector(selector)).find(Boolean) ?? page;
  return {
    title: page.querySelector('h1')?.text.replace(/\s+/g, ' ').trim() || title,
    markdown: withoutLinks(converter.translate(content.toString())).trim(),
    links,
    isIndexed: !/noindex|none/i.test(robots),
  };
}

/** Addresses in a sitemap, or in a sitemap of sitemaps. */
export function sitemapUrls(xml: string): string[] {
  return parse(xml)
    .querySelectorAll('loc')
    .map(({text}) => text.trim())
    .filter(Boolean);
}

function titleOf(page: HTMLElement): string {
  const title = page.querySelector('title')?.text ?? '';
  // `Pricing – Acme`: the site's own name says nothing here.
  return (
    title
      .split(/\s+[|–—·-]\s+/)[0]
      ?.replace(/\s+/g, ' ')
      .trim() || 'Page'
  );
}

/** Words stay, addresses go; whatever is left of HTML too. */
function withoutLinks(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]+>/g, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n');
}
