import 'axe-core/axe.min.js';
import type {AxeResults, RunOptions} from 'axe-core';

declare global {
  interface Window {
    axe: {run(context: Element, options: RunOptions): Promise<AxeResults>};
  }
}

/**
 * What axe finds wrong with an element, a line each; empty where it finds nothing. By the rules
 * named, or by all of WCAG 2.2 AA and its best practices.
 */
export async function axeFaults(element: Element, rules?: readonly string[]): Promise<string[]> {
  await movementOver();
  const {violations} = await window.axe.run(element, {
    runOnly: rules
      ? [...rules]
      : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    // A test page has no landmarks or headings of its own around the element.
    rules: {region: {enabled: false}, 'page-has-heading-one': {enabled: false}},
  });
  return violations.map(
    ({id, nodes}) => `${id}: ${nodes.map(({html, failureSummary}) => `${html} ${failureSummary}`)}`,
  );
}

/** Resolves when everything that moves towards an end has got there: half-faded words have no contrast. */
export async function movementOver(): Promise<void> {
  const ending = animationsIn(document).filter(
    ({effect}) => effect?.getComputedTiming().endTime !== Infinity,
  );
  await Promise.all(ending.map(({finished}) => finished.catch(() => undefined)));
}

/** A document lists no animations of its shadow trees. */
function animationsIn(root: Document | ShadowRoot): Animation[] {
  const inner = [...root.querySelectorAll('*')].flatMap(({shadowRoot}) =>
    shadowRoot ? animationsIn(shadowRoot) : [],
  );
  return [...root.getAnimations(), ...inner];
}
