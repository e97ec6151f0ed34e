/** The site of the documents: `npm run docs`, `npm run docs:build`. Nothing of it comes from elsewhere. */
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {defineConfig} from 'vitepress';
import {DOCS, GROUPS, pagesIn, ROOT, sourceOf, titleOf} from '../generate/pages.js';
import {slug} from '../generate/slug.js';
import {outsideLinks} from './outside-links.js';

const {repository} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  repository?: {url: string};
};
const address = repository?.url.replace(/^git\+/, '').replace(/\.git$/, '') ?? null;

const entry = (page: string) => ({text: titleOf(sourceOf(page)), link: `/${page}`});
const isThere = (page: string) =>
  page.startsWith('project/') || existsSync(join(DOCS, `${page}.md`));

const groups = GROUPS.map(({text, pages}) => ({
  text,
  collapsed: false,
  items: pages.filter(isThere).map(entry),
}));
const decisions = {
  text: 'Decisions',
  collapsed: true,
  items: pagesIn('decisions')
    .filter(name => name !== 'README')
    .map(name => entry(`decisions/${name}`)),
};

const ORB =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="#3d63f5"/></svg>';

export default defineConfig({
  title: 'aiw-voice-widget',
  description: 'A voice agent for any website, on a server of your own.',
  lang: 'en',
  cleanUrls: false,
  lastUpdated: false,
  head: [['link', {rel: 'icon', href: `data:image/svg+xml,${encodeURIComponent(ORB)}`}]],
  markdown: {
    anchor: {slugify: slug},
    toc: {slugify: slug},
    headers: {slugify: slug, level: [2, 3]},
    languageAlias: {caddyfile: 'nginx', containerfile: 'docker', dotenv: 'ini'},
    config: md => outsideLinks(md, address),
  },
  rewrites: {'decisions/README.md': 'decisions/index.md'},
  vite: {build: {chunkSizeWarningLimit: 2000}},
  themeConfig: {
    search: {provider: 'local'},
    outline: {level: [2, 3]},
    nav: [
      ...groups.map(({text, items}) => ({text, items})),
      {text: 'Decisions', link: '/decisions/'},
    ],
    sidebar: [...groups, decisions],
    socialLinks: address ? [{icon: 'github', link: address}] : [],
    footer: {message: 'MIT'},
  },
});
