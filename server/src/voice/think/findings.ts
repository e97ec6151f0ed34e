import type {Passage} from '../../domain/calls/conversation.js';
import type {Library, TableRow} from './library.js';
import type {Topic} from './memory.js';
import type {Finding} from './retrieve.js';
import {synonymsOf} from './synonyms.js';
import {stem, wordsOf} from './words.js';

/** Whether a passage is about the things that were asked about, if any were named. */
export function isAbout({headings, text}: Passage, {rows}: Topic): boolean {
  const plain = [...headings, text].join(' ').toLowerCase();
  return rows.length === 0 || rows.some(({name}) => plain.includes(name.toLowerCase()));
}

/** Rows that the best part of a finding, or the sentence that it points to, speaks of. */
export function rowsNamedIn({passage, units, best}: Finding, {rows}: Library): TableRow[] {
  const words = new Set(wordsOf([passage.headings.at(-1), units[best]].join(' ')));
  return rows.filter(({name}) => wordsOf(name).every(word => words.has(word)));
}

/** How many of the terms a sentence has, in their own or other words. */
export function hitsIn(unit: string, terms: readonly string[]): number {
  const stems = new Set(wordsOf(unit).map(stem));
  return terms.filter(term => synonymsOf(term).some(other => stems.has(other))).length;
}

/** A finding without the sentences that were said just before, where others are left. */
export function unsaid(finding: Finding, last: string): Finding {
  if (!last.includes(finding.units[finding.best])) return finding;
  const next = finding.units.findIndex(
    (unit, place) => place > finding.best && !last.includes(unit),
  );
  return next < 0 ? finding : {...finding, units: finding.units.slice(next), best: 0};
}
