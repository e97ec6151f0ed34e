import type {Library, TableRow} from './library.js';
import type {Question} from './question.js';
import {synonymsOf} from './synonyms.js';
import {meaningfulWords, stem, wordsOf} from './words.js';

const PRICE_VALUE = /[$€£]\s?\d|^free$/i;
const YES = /^(?:yes|✓|✔|included|x)$/i;
const NO = /^(?:no|—|-|–|✗|not included|none)$/i;
const COUNT = /^(?:[\d,.]+|unlimited|up to .+)$/i;
const MAX_LISTED = 4;

/** What the tables say. */
export interface TableAnswer {
  text: string;
  /** No sentence of the knowledge can answer as well. */
  isSure: boolean;
}

/**
 * Answers from tables: one row and a column, a row as a whole, or one column of all rows.
 *
 * @param terms The question's stems, with those that the context adds.
 * @param rows The rows that it is about; none: all of the table.
 * @returns Null where the tables say nothing about it.
 */
export function answerFromTables(
  {kind, words}: Question,
  terms: readonly string[],
  rows: readonly TableRow[],
  library: Library,
): TableAnswer | null {
  if (rows.length > 0) {
    const text = rows.length === 1 ? aboutRow(rows[0], kind, terms) : compared(rows, kind, terms);
    const own = new Set(
      rows.flatMap(({name, noun}) => meaningfulWords(`${name} ${noun}`)).map(stem),
    );
    const isPriceOnly = kind === 'price' && terms.every(term => own.has(term) || isPriceTerm(term));
    return text === null ? null : {text, isSure: rows.length > 1 || isPriceOnly};
  }
  const first = library.rows[0];
  if (!first) return null;
  const table = library.rows.filter(row => row.table === first.table);
  const nouns = new Set(meaningfulWords(first.noun).map(stem));
  const isAboutAll = terms.some(term => synonymsOf(term).some(other => nouns.has(other)));
  const rest = terms.filter(
    term => !nouns.has(term) && !synonymsOf(term).some(other => nouns.has(other)),
  );
  if (kind === 'price' && rest.every(isPriceTerm)) {
    const text = aboutRows(table, kind, terms);
    return text === null ? null : {text, isSure: true};
  }
  if (isAboutAll && rest.length === 0 && words.length <= 9)
    return {text: listing(table), isSure: true};
  return ofAllRows(table, rest);
}

/** One column of all rows, where it is all that is asked for: "How many products can I have?" */
function ofAllRows(table: readonly TableRow[], terms: readonly string[]): TableAnswer | null {
  const column = cellFor(table[0], 'any', terms)?.column;
  const stems = new Set(wordsOf(column ?? '').map(stem));
  const isAsked = terms.every(term => synonymsOf(term).some(other => stems.has(other)));
  const isCount = table.every(({cells}) =>
    cells.some(cell => cell.column === column && COUNT.test(cell.value)),
  );
  const text = column && isAsked && isCount ? aboutRows(table, 'any', terms) : null;
  return text === null ? null : {text, isSure: false};
}

const isPriceTerm = (term: string) =>
  synonymsOf(term).includes(stem('price')) || term === stem('month');

function aboutRow(row: TableRow, kind: Question['kind'], terms: readonly string[]): string | null {
  const cell = cellFor(row, kind, terms);
  if (cell) return sentenceFor(row, cell);
  const own = new Set([...meaningfulWords(row.name), ...meaningfulWords(row.noun)].map(stem));
  return terms.every(term => own.has(term)) ? summary(row) : null;
}

function aboutRows(
  rows: readonly TableRow[],
  kind: Question['kind'],
  terms: readonly string[],
): string | null {
  const parts = rows.slice(0, MAX_LISTED).map((row, place) => {
    const cell = cellFor(row, kind, terms);
    if (!cell) return null;
    // "Starter has 2 seats, Pro 10 and Estate 50."
    if (place > 0 && COUNT.test(cell.value)) return `${row.name} ${cell.value}`;
    return PRICE_VALUE.test(cell.value)
      ? `${row.name} costs ${priced(cell)}`
      : `${row.name} has ${cell.value} ${lowerFirst(cell.column)}`;
  });
  if (parts.some(part => part === null)) return null;
  return `${joined(parts.filter(part => part !== null))}.`;
}

/** The cell of one row that a short question asks for; null where it asks for none. */
export function cellAnswer(
  row: TableRow,
  {kind, terms}: Pick<Question, 'kind' | 'terms'>,
): string | null {
  const cell = terms.length > 0 && terms.length <= 2 ? cellFor(row, kind, terms) : null;
  return cell && sentenceFor(row, cell);
}

/** A row in a sentence: the cell that the question is about, or what matters most of all. */
export function sentenceOfRow(row: Omit<TableRow, 'table'>, terms: readonly string[]): string {
  let best: TableRow['cells'][number] | null = null;
  let bestHits = 0;
  for (const cell of row.cells) {
    const stems = new Set(wordsOf(`${cell.column} ${cell.value}`).map(stem));
    const hits = terms.filter(term => synonymsOf(term).some(other => stems.has(other))).length;
    if (hits > bestHits) [best, bestHits] = [cell, hits];
  }
  return best ? sentenceFor(row, best) : summary(row);
}

/**
 * Which rows have something, by a column of yes and no: "The Pro and Estate plans include
 * workshops." Null where no such column is asked for.
 */
export function rowsThatHave(
  terms: readonly string[],
  {rows}: Library,
): {text: string; rows: TableRow[]} | null {
  const table = rows.filter(row => row.table === rows[0].table);
  const cells = table.map(row => cellFor(row, 'any', terms));
  const column = cells[0]?.column;
  if (!column || !cells.every(cell => cell && (YES.test(cell.value) || NO.test(cell.value)))) {
    return null;
  }
  const having = table.filter((_, place) => YES.test(cells[place]?.value ?? ''));
  const what = lowerFirst(column);
  const noun = lowerFirst(table[0].noun || 'option');
  if (having.length === 0) return {text: `No ${noun} includes ${what}.`, rows: table};
  if (having.length === table.length) return {text: `Every ${noun} includes ${what}.`, rows: table};
  const names = joined(having.map(({name}) => name));
  const text =
    having.length === 1
      ? `${nameOf(having[0])} includes ${what}.`
      : `The ${names} ${noun}s include ${what}.`;
  return {text, rows: having};
}

/** Several rows side by side: by the column that was asked for, or by price and counts. */
function compared(
  rows: readonly TableRow[],
  kind: Question['kind'],
  terms: readonly string[],
): string | null {
  const byColumn = aboutRows(rows, kind, terms);
  if (byColumn) return byColumn;
  return rows.slice(0, 3).map(summary).join(' ');
}

function listing(rows: readonly TableRow[]): string {
  const names = rows.slice(0, MAX_LISTED).map(row => {
    const price = row.cells.find(({value}) => PRICE_VALUE.test(value));
    return price ? `${row.name} for ${priced(price)}` : row.name;
  });
  const noun = lowerFirst(rows[0].noun || 'option');
  return `There are ${rows.length} ${noun}s: ${joined(names)}.`;
}

function cellFor(
  row: TableRow,
  kind: Question['kind'],
  terms: readonly string[],
): TableRow['cells'][number] | null {
  const isYearly = terms.includes(stem('year')) || terms.includes(stem('yearly'));
  if (kind === 'price') {
    const priced = row.cells.filter(({value}) => PRICE_VALUE.test(value));
    const fitting = priced.find(({column}) => /year|annual/i.test(column) === isYearly);
    return fitting ?? null;
  }
  let best: TableRow['cells'][number] | null = null;
  let bestHits = 0;
  for (const cell of row.cells) {
    const stems = new Set(wordsOf(cell.column).map(stem));
    const hits = terms.filter(term => synonymsOf(term).some(other => stems.has(other))).length;
    if (hits > bestHits) [best, bestHits] = [cell, hits];
  }
  return best;
}

function sentenceFor(row: Omit<TableRow, 'table'>, cell: TableRow['cells'][number]): string {
  const name = nameOf(row);
  const column = lowerFirst(cell.column);
  if (PRICE_VALUE.test(cell.value)) return `${name} costs ${priced(cell)}.`;
  if (YES.test(cell.value)) return `Yes, ${lowerFirst(name)} includes ${column}.`;
  if (NO.test(cell.value)) return `No, ${lowerFirst(name)} does not include ${column}.`;
  if (COUNT.test(cell.value)) return `${name} has ${cell.value} ${column}.`;
  if (/\b(?:for|by|from|with|in|at)$/i.test(cell.column))
    return `${name} is ${column} ${cell.value}.`;
  return `With ${lowerFirst(name)}, ${column} is ${cell.value}.`;
}

/** "$19" in a column "Price a month" is "$19 a month". */
function priced({column, value}: TableRow['cells'][number]): string {
  if (/month|year|\/|per /i.test(value)) return value.replace(/\s*\/\s*/, ' per ');
  const period = /\b(?:a|per|by the)?\s*(month|year)(?:ly)?\b/i.exec(column);
  return period && /\d/.test(value) ? `${value} a ${period[1].toLowerCase()}` : value;
}

function summary(row: Omit<TableRow, 'table'>): string {
  const parts: string[] = [];
  const price = row.cells.find(({value}) => PRICE_VALUE.test(value));
  if (price) parts.push(`costs ${priced(price)}`);
  const counts = row.cells.filter(({value}) => COUNT.test(value)).slice(0, 2);
  if (counts.length > 0) {
    parts.push(`has ${joined(counts.map(({column, value}) => `${value} ${lowerFirst(column)}`))}`);
  }
  const rest = row.cells.find(({column}) => /\bfor$/i.test(column));
  if (rest) parts.push(`is ${lowerFirst(rest.column)} ${rest.value}`);
  if (parts.length === 0) {
    return `${nameOf(row)}: ${row.cells
      .slice(0, 3)
      .map(({column, value}) => `${lowerFirst(column)} ${value}`)
      .join(', ')}.`;
  }
  return `${nameOf(row)} ${joined(parts)}.`;
}

function nameOf({name, noun}: Omit<TableRow, 'table'>): string {
  const isCovered = noun === '' || name.toLowerCase().includes(noun.toLowerCase());
  return isCovered ? name : `The ${name} ${lowerFirst(noun)}`;
}

/** "a", "a and b", "a, b and c". */
function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text[0].toLowerCase() + text.slice(1) : text;
}
