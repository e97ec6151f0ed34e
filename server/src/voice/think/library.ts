import {passagesOf} from '../../domain/knowledge/passages.js';
import type {PublishedWidget} from '../../domain/widgets/widget.js';
import {stem, wordsOf} from './words.js';

/** A row of a table: what is known about one thing, by columns. */
export interface TableRow {
  /** "Starter" */
  name: string;
  /** "Plan": what the rows are, from the first column's header; may be empty. */
  noun: string;
  cells: {column: string; value: string}[];
  /** Which table: rows of one share it. */
  table: number;
}

/** What a brain knows about a revision before anything is asked. */
export interface Library {
  rows: TableRow[];
  /** Questions that the knowledge answers, in its own words. */
  questions: string[];
  /** Last headings, in order. */
  topics: string[];
  /** Every word, to understand misheard ones by. */
  vocabulary: ReadonlySet<string>;
  /** How telling a stem is: high for rare ones, highest for unknown ones. */
  weight(stemmed: string): number;
}

const CACHE_SIZE = 32;
const cache = new Map<string, Library>();

/** The library of a widget's revision; kept for the last few revisions that were asked about. */
export function libraryOf({revisionId, settings}: PublishedWidget): Library {
  const known = cache.get(revisionId);
  if (known) return known;
  const library = createLibrary(settings.knowledge);
  cache.set(revisionId, library);
  for (const oldest of cache.keys()) {
    if (cache.size <= CACHE_SIZE) break;
    cache.delete(oldest);
  }
  return library;
}

/** Reads a widget's knowledge. */
function createLibrary(markdown: string): Library {
  const passages = passagesOf(markdown);
  const frequency = new Map<string, number>();
  const vocabulary = new Set<string>();
  for (const {headings, text} of passages) {
    const words = wordsOf([...headings, text].join(' '));
    for (const word of words) vocabulary.add(word);
    for (const stemmed of new Set(words.map(stem))) {
      frequency.set(stemmed, (frequency.get(stemmed) ?? 0) + 1);
    }
  }
  const total = passages.length + 1;
  return {
    rows: tableRows(passages),
    questions: unique(passages.map(({headings}) => headings.at(-1) ?? '').filter(isQuestion)),
    topics: unique(passages.map(({headings}) => headings.at(-1) ?? '').filter(isTopic)),
    vocabulary,
    weight: stemmed => Math.log(1 + total / (frequency.get(stemmed) ?? 0.5)),
  };
}

const unique = (texts: string[]) => [...new Set(texts)];
const isQuestion = (text: string) => text.endsWith('?');
const isTopic = (text: string) => text !== '' && !isQuestion(text) && text.length <= 32;

function tableRows(passages: readonly {headings: string[]; text: string}[]): TableRow[] {
  const rows: TableRow[] = [];
  let table = -1;
  let columns = '';
  for (const {text} of passages) {
    const row = parseRow(text);
    if (!row) {
      columns = '';
      continue;
    }
    const names = row.cells.map(({column}) => column).join('|');
    if (names !== columns) table += 1;
    columns = names;
    rows.push({...row, table});
  }
  return rows;
}

/** The row that a passage holds; null where it holds none. */
export function parseRow(text: string): Omit<TableRow, 'table'> | null {
  if (!text.includes(' | ') || text.includes('\n')) return null;
  const [head, ...rest] = text.split(' | ');
  const match = /^(.*?)(?: \(([^()]*)\))?$/.exec(head);
  const cells = rest.map(cell => {
    const colon = cell.indexOf(':');
    return {column: cell.slice(0, colon).trim(), value: cell.slice(colon + 1).trim()};
  });
  return {name: match?.[1] ?? head, noun: match?.[2] ?? '', cells};
}
