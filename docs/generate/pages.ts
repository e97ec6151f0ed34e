import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** Folder of the documents. */
export const DOCS = fileURLToPath(new URL('..', import.meta.url));
/** Root of this repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Documents of the repository's root that are on the site too, by their name there. */
export const ROOT_PAGES: Readonly<Record<string, string>> = {
  architecture: 'ARCHITECTURE.md',
  changelog: 'CHANGELOG.md',
  contributing: 'CONTRIBUTING.md',
  security: 'SECURITY.md',
};

/** The groups of the sidebar, each with its pages in order. */
export const GROUPS: readonly {text: string; pages: readonly string[]}[] = [
  {text: 'Start', pages: ['quick-start', 'frameworks', 'migration', 'comparison']},
  {
    text: 'Embed',
    pages: [
      'install-wordpress',
      'install-tag-manager',
      'csp',
      'microphone',
      'appearance',
      'languages',
      'triggers',
      'navigation',
      'capture',
      'messages',
      'host-site-identify',
      'consent',
      'api',
      'diagnose',
    ],
  },
  {
    text: 'Reference',
    pages: [
      'attributes',
      'methods',
      'events',
      'theming',
      'package',
      'api-reference',
      'cli',
      'errors',
    ],
  },
  {
    text: 'Self-hosting',
    pages: ['self-hosting', 'deployment', 'dashboard', 'operations', 'webhooks', 'releases'],
  },
  {
    text: 'Trust',
    pages: [
      'privacy',
      'project/security',
      'accessibility',
      'performance',
      'browsers',
      'spec-coverage',
      'project/changelog',
      'project/architecture',
      'project/contributing',
    ],
  },
];

/** What stands in a page's first heading. */
export function titleOf(text: string): string {
  return /^# (.+)$/m.exec(text)?.[1] ?? '';
}

/** Documents in a folder of `docs/`, without their suffix. */
export function pagesIn(folder: string): string[] {
  return readdirSync(join(DOCS, folder))
    .filter(name => name.endsWith('.md') && !name.startsWith('['))
    .map(name => name.slice(0, -3))
    .sort();
}

/** Source of a page of the site: a document of `docs/`, or one of the root's. */
export function sourceOf(page: string): string {
  const own = page.startsWith('project/') && ROOT_PAGES[page.slice('project/'.length)];
  return readFileSync(own ? join(ROOT, own) : join(DOCS, `${page}.md`), 'utf8');
}

/** A document of the root as a page of `project/`: its links into `docs/` lead there. */
export function rootPage(name: string): string {
  return sourceOf(`project/${name}`).replaceAll('](docs/', '](../');
}
