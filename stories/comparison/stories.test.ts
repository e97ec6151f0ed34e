/** Every story looks as it did, in every mode; and what would be seen is seen. */
import assert from 'node:assert/strict';
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {Browser, Page} from 'playwright-core';
import {PNG} from 'pngjs';
import {serveStories} from '../server.mjs';
import {differenceOf, small} from './compare.js';
import {MODES, openBrowser, openPage, photograph, showSheet, type Mode} from './pictures.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const BASELINE = here('../baseline');
const FAILED = here('../dist/diff');
const ELEMENTS = here('../../src/elements');
const UPDATE = process.env.STORIES_UPDATE === '1';

/** Folders of elements: those that have a class by their own name. */
const elements = readdirSync(ELEMENTS).filter(folder => {
  const file = join(ELEMENTS, folder, `${folder}.ts`);
  return existsSync(file) && /^export class Aiw/m.test(readFileSync(file, 'utf8'));
});
const files = readdirSync(here('..'))
  .filter(name => name.endsWith('.stories.ts'))
  .map(name => name.slice(0, -'.stories.ts'.length))
  .sort();

let stories: Awaited<ReturnType<typeof serveStories>>;
let browser: Browser;
before(async () => {
  mkdirSync(BASELINE, {recursive: true});
  stories = await serveStories();
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await stories.close();
});

/** For how long a page may come to look as it did, in ms: a frame may be shown half painted. */
const PATIENCE = 2_000;

/** What a page shows, once it is as it was, or has stayed different. */
async function lookAt(page: Page, baseline: PNG | undefined) {
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    const sheet = await photograph(page);
    const difference = baseline && differenceOf(sheet, baseline);
    if (!difference || UPDATE || performance.now() > deadline) return {sheet, difference};
  }
}

/** What is wrong with what a page shows, compared with its baseline; pictures of it are kept. */
async function faultOf(page: Page, name: string): Promise<string[]> {
  const path = join(BASELINE, `${name}.png`);
  const baseline = existsSync(path) ? PNG.sync.read(readFileSync(path)) : undefined;
  if (!baseline && !UPDATE) return [`${name} has no baseline yet`];
  const {sheet, difference} = await lookAt(page, baseline);
  if (baseline && !difference) return [];
  if (UPDATE) {
    writeFileSync(path, small(sheet.picture));
    return [];
  }
  mkdirSync(FAILED, {recursive: true});
  const save = (kind: string, picture: PNG) =>
    writeFileSync(join(FAILED, `${name}.${kind}.png`), PNG.sync.write(picture));
  save('actual', sheet.picture);
  if (difference?.diff) save('diff', difference.diff);
  return [`${name}: ${difference?.message}`];
}

/** Whether each story of the sheet has the element that its file is about. */
async function lackOf(page: Page, file: string): Promise<string[]> {
  const figures = page.locator('figure');
  const all = await figures.count();
  const own = await figures.filter({has: page.locator(`aiw-${file}`)}).count();
  return all > 0 && own === all ? [] : [`${file}: <aiw-${file}> is in ${own} stories of ${all}`];
}

/** Opens a file's stories in a mode, for as long as `use` takes. */
async function withPage<Result>(mode: Mode, use: (page: Page) => Promise<Result>): Promise<Result> {
  const page = await openPage(browser, mode);
  try {
    return await use(page);
  } finally {
    await page.context().close();
  }
}

describe('the stories', {concurrency: 2}, () => {
  it('have every element', () => {
    assert.ok(elements.length > 10);
    assert.deepEqual(
      elements.filter(element => !files.includes(element)),
      [],
    );
  });

  for (const [name, mode] of Object.entries(MODES)) {
    it(`look as they did: ${name}`, async () => {
      const faults = await withPage(mode, async page => {
        const found: string[] = [];
        for (const file of files) {
          await showSheet(page, stories.url, mode, file);
          found.push(...(await lackOf(page, file)), ...(await faultOf(page, `${file}.${name}`)));
        }
        return found;
      });
      const next = `Pictures are in ${FAILED}. Where it is meant: npm run test:visual -- --update`;
      assert.equal(faults.length, 0, `${faults.join('\n')}\n${next}`);
    });
  }

  it('leave no baseline behind', () => {
    const wanted = files.flatMap(file => Object.keys(MODES).map(mode => `${file}.${mode}.png`));
    const left = readdirSync(BASELINE).filter(name => !wanted.includes(name));
    if (UPDATE) for (const name of left) rmSync(join(BASELINE, name));
    else assert.deepEqual(left, []);
  });
});

/** What goes wrong in one story of a sheet, and has to be seen among all the others. */
const MISHAPS: readonly [what: string, file: string, story: string, css: string][] = [
  ['a story 4 px lower', 'panel', 'markdown', '.frame {translate: 0 4px}'],
  ['a row 4 px to the side', 'notice', 'queue', 'aiw-notice {position: relative; left: 4px}'],
  [
    'a hidden button',
    'capture-pill',
    'prefilled',
    'aiw-capture-pill::part(confirm) {visibility: hidden}',
  ],
  [
    'another hidden button',
    'talk-button',
    'held',
    'aiw-talk-button::part(hold) {visibility: hidden}',
  ],
  ['another accent', 'message', 'visitor', '.frame {--aiw-accent: #6a3df5}'],
  ['another ink', 'idle-card', 'welcome', '.frame {--aiw-ink: #555}'],
  ['wider words', 'transcript', 'conversation', '.frame {letter-spacing: 0.3px}'],
];

describe('a comparison sees', {concurrency: 2}, () => {
  const mode = MODES.light as Mode;
  for (const [what, file, story, css] of MISHAPS) {
    it(what, () =>
      withPage(mode, async page => {
        await showSheet(page, stories.url, mode, file);
        const baseline = PNG.sync.read(small((await photograph(page)).picture));
        const scoped = css.replace(/^/, `[data-story="${story}"] `);
        await page.addStyleTag({content: scoped});
        const difference = differenceOf(await photograph(page), baseline);
        assert.deepEqual(difference?.stories, [story]);
      }),
    );
  }

  it('nothing where nothing is different', () =>
    withPage(mode, async page => {
      await showSheet(page, stories.url, mode, 'orb');
      const baseline = PNG.sync.read(small((await photograph(page)).picture));
      await showSheet(page, stories.url, mode, 'orb');
      assert.equal(differenceOf(await photograph(page), baseline), undefined);
    }));

  it('a story more', () =>
    withPage(mode, async page => {
      await showSheet(page, stories.url, mode, 'panel');
      const {picture} = await photograph(page);
      await showSheet(page, stories.url, mode, 'panel', ['welcome']);
      assert.match(differenceOf(await photograph(page), picture)?.message ?? '', /^is .+, was /);
    }));
});
