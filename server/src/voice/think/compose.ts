import type {AnswerKind} from './question.js';
import type {Finding} from './retrieve.js';
import {parseRow} from './library.js';
import {sentenceOfRow} from './tables.js';

/** An answer that is spoken is short: about twelve seconds. */
const MAX_WORDS = 38;
const MAX_ITEMS = 4;
const POINTING_START = /^(?:it|they|this|these|that|those|here|then|also|both|he|she)\b/i;

/**
 * What to say of a finding: one or two sentences.
 *
 * @param question Its stems choose a cell of a table's row; its kind, how much more is told.
 */
export function spokenAnswer(
  {passage, units, best, isTopic}: Finding,
  {terms, kind}: {terms: readonly string[]; kind: AnswerKind},
): string {
  const unit = units[best] ?? passage.text;
  if (passage.text.includes('- ')) return fromList(units, best);
  const row = parseRow(passage.text);
  if (row) return sentenceOfRow(row, terms);
  const sentences = [unit];
  let start = best;
  // "It has …" means nothing without the sentence that says what.
  if (POINTING_START.test(unit) && best > 0) {
    start = best - 1;
    sentences.unshift(units[start]);
  }
  // "Yes." or "No." before its reason.
  const verdict = units[0];
  if (best > 0 && passage.headings.at(-1)?.endsWith('?') && countWords(verdict) <= 2) {
    return closed(shortened(`${verdict} ${unit}`));
  }
  const next = units[best + 1];
  const isOpening =
    passage.headings.at(-1)?.endsWith('?') ||
    (isTopic && kind === 'any') ||
    (kind !== 'price' && POINTING_START.test(next ?? ''));
  if (next && isOpening && sentences.length < 2) sentences.push(next);
  while (sentences.length > 1 && countWords(sentences.join(' ')) > MAX_WORDS) {
    if (start < best) sentences.shift();
    else sentences.pop();
  }
  return closed(shortened(sentences.join(' ')));
}

function fromList(units: readonly string[], best: number): string {
  const unit = units[best] ?? '';
  const items = units.filter(line => line.startsWith('- ')).map(line => line.slice(2));
  const intro = units[0]?.startsWith('- ') ? '' : (units[0] ?? '').replace(/:$/, '');
  if (unit.startsWith('- ') && (best > 0 || countWords(unit) > 8)) return closed(unit.slice(2));
  const named = items.slice(0, MAX_ITEMS).map(item => item.replace(/[.;,]$/, ''));
  const more = items.length > MAX_ITEMS ? ', among others' : '';
  return closed(`${intro ? `${intro}: ` : ''}${named.join(', ')}${more}`);
}

/** Ends a sentence that is too long to listen to at its last clause that fits. */
function shortened(text: string): string {
  if (countWords(text) <= MAX_WORDS) return text;
  const clauses = text.split(/(?<=[,;:])\s/);
  let kept = '';
  for (const clause of clauses) {
    if (kept && countWords(`${kept} ${clause}`) > MAX_WORDS) break;
    kept = kept ? `${kept} ${clause}` : clause;
  }
  return kept.replace(/[,;:]$/, '.');
}

function closed(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

function countWords(text: string): number {
  return text.split(/\s+/).length;
}
