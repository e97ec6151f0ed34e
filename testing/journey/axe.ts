import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import type {AxeResults} from 'axe-core';
import type {Page} from 'playwright-core';

/** Rules of the standards that every view keeps, WCAG 2.2 AA and before. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Resolves when everything that moves towards an end has got there: half-faded words have no
 * contrast. Text, as what is compiled here is marked with names that a page does not know.
 */
const MOVEMENT_OVER = `(() => {
  const animationsIn = root => [
    ...root.getAnimations(),
    ...[...root.querySelectorAll('*')].flatMap(({shadowRoot}) =>
      shadowRoot ? animationsIn(shadowRoot) : []),
  ];
  const ending = animationsIn(document).filter(
    ({effect}) => effect?.getComputedTiming().endTime !== Infinity);
  return Promise.all(ending.map(({finished}) => finished.catch(() => {}))).then(() => {});
})()`;

/** What axe finds wrong with a page, a line each, once nothing moves any more. */
export async function faultsOf(page: Page): Promise<string[]> {
  // A page of strict headers runs no foreign script: it is put in by the browser's own tools.
  const source = await readFile(
    createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
    'utf8',
  );
  await page.evaluate(source);
  await page.evaluate(MOVEMENT_OVER);
  const {violations} = (await page.evaluate(
    `axe.run(document, {runOnly: ${JSON.stringify(TAGS)}})`,
  )) as AxeResults;
  return violations.map(
    ({id, nodes}) =>
      `${id}: ${nodes.map(({target, failureSummary}) => `${String(target)} ${failureSummary ?? ''}`).join(' | ')}`,
  );
}
