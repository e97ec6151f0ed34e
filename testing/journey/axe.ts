import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import type {AxeResults} from 'axe-core';
import type {Page} from 'playwright-core';

/** Rules of the standards that every view keeps, WCAG 2.2 AA and before. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with a page, a line each, once nothing moves any more. */
export async function faultsOf(page: Page): Promise<string[]> {
  // A page of strict headers runs no foreign script: it is put in by the browser's own tools.
  const source = await readFile(
    createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
    'utf8',
  );
  await page.evaluate(source);
  await page.waitForTimeout(300);
  const {violations} = (await page.evaluate(
    `axe.run(document, {runOnly: ${JSON.stringify(TAGS)}})`,
  )) as AxeResults;
  return violations.map(
    ({id, nodes}) =>
      `${id}: ${nodes.map(({target, failureSummary}) => `${String(target)} ${failureSummary ?? ''}`).join(' | ')}`,
  );
}
