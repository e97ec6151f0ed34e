import {basename, posix} from 'node:path';
import type {MarkdownRenderer} from 'vitepress';
import {ROOT_PAGES} from '../generate/pages.js';

interface Token {
  type: string;
  attrs: [string, string][] | null;
  children: Token[] | null;
  tag: string;
  hidden: boolean;
}

const isOutside = (href: string, page: string) => {
  if (/^(?:[a-z]+:|#|\/)/i.test(href)) return false;
  return posix.normalize(posix.join(posix.dirname(page), href)).startsWith('..');
};

/**
 * What a page links to outside of `docs/`: the root's documents are pages of the site, and the rest
 * is a file of the repository, at `repository` where that is known, else its words alone.
 */
export function outsideLinks(md: MarkdownRenderer, repository: string | null): void {
  md.core.ruler.push('outside-links', state => {
    const page = String((state.env as {relativePath?: string}).relativePath ?? '');
    for (const {children} of state.tokens as unknown as Token[]) {
      if (children) relink(children, page, repository);
    }
  });
}

function relink(tokens: Token[], page: string, repository: string | null): void {
  let isDropped = false;
  for (const token of tokens) {
    if (token.type === 'link_close' && isDropped) {
      token.tag = 'span';
      isDropped = false;
    }
    const href = token.type === 'link_open' && token.attrs?.find(([name]) => name === 'href');
    if (!href) continue;
    const target = hrefOf(href[1], page, repository);
    if (target === href[1]) continue;
    isDropped = target === null;
    token.tag = isDropped ? 'span' : token.tag;
    if (isDropped) {
      token.type = 'text_span_open';
      token.attrs = null;
    } else href[1] = target ?? '';
  }
}

function hrefOf(href: string, page: string, repository: string | null): string | null {
  const isOfRoot = page.startsWith('project/');
  // A root's document was moved into `project/`: its links start at the root.
  const path = isOfRoot && !href.startsWith('../') ? `../../${href}` : href;
  // A folder on GitHub, and its list here.
  if (/(?:^|\/)decisions(?:\/README\.md)?\/?$/.test(path)) return '/decisions/';
  if (!isOutside(path, page)) return href;
  const [file = '', hash] = path.split('#');
  const known = Object.entries(ROOT_PAGES).find(([, name]) => name === basename(file));
  if (known) return `/project/${known[0]}${hash ? `#${hash}` : ''}`;
  if (!repository) return null;
  const inside = posix.normalize(posix.join('docs', posix.dirname(page), path));
  return `${repository}/blob/main/${inside}`;
}
