import type {NavTarget} from '../../../../src/contract/index.js';

/** What the server found of a target. */
export interface TargetCheck {
  page: string;
  section: 'ok' | 'missing' | 'not-asked' | 'unseen' | 'no-selector';
}

/** A target without what was left empty, as it is saved. */
export function tidy({label, url, sectionSelector, aliases}: NavTarget): NavTarget {
  const selector = sectionSelector?.trim();
  return {
    ...{label: label.trim(), url: url.trim()},
    ...(selector && {sectionSelector: selector}),
    ...(aliases && aliases.length > 0 && {aliases}),
  };
}

/** Whether two targets lead to the same place. */
export function isSamePlace(a: NavTarget, b: NavTarget): boolean {
  return a.url === b.url && (a.sectionSelector ?? '') === (b.sectionSelector ?? '');
}

/** The list with one of its entries moved by a step; the same where there is no room. */
export function moved<Entry>(list: readonly Entry[], from: number, step: -1 | 1): Entry[] {
  const copy = [...list];
  const [entry] = copy.splice(from, 1);
  if (entry !== undefined) copy.splice(from + step, 0, entry);
  return copy;
}

/** What was found, in words, and whether something is to be mended. */
export function checkInWords({page, section}: TargetCheck): {
  kind: 'good' | 'bad' | 'unknown';
  text: string;
} {
  if (page !== 'ok') return {kind: 'bad', text: page};
  switch (section) {
    case 'missing':
      return {kind: 'bad', text: 'The page is there, but nothing on it fits the selector.'};
    case 'no-selector':
      return {kind: 'bad', text: 'The page is there, but the section is no CSS selector.'};
    case 'unseen':
      return {
        kind: 'unknown',
        text: 'The page is there. A script builds it, so its section cannot be seen from here.',
      };
    case 'ok':
      return {kind: 'good', text: 'Page and section are there.'};
    case 'not-asked':
      return {kind: 'good', text: 'The page is there.'};
  }
}
