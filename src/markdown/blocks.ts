import {parseInline, type InlineOptions} from './inline.js';
import type {Block, ListItem} from './tokens.js';

/** Lists inside lists, at most; what is deeper is plain text. */
const DEEPEST = 3;

const FENCE = /^ {0,3}```/;
const HEADING = /^ {0,3}#{1,6}[ \t]+/;
const BULLET = /^( *)[-*+•]([ \t]+)(?=\S)/;
const NUMBER = /^( *)(\d{1,9})[.)]([ \t]+)(?=\S)/;

/**
 * Reads a message's Markdown: paragraphs, headings, lists, code blocks and what {@link parseInline}
 * reads. HTML is text like any other. Never throws; linear in the text's length.
 */
export function parseMarkdown(text: string, options: InlineOptions = {}): Block[] {
  return parseLines(text.replace(/\r\n?/g, '\n').split('\n'), options, 0);
}

function parseLines(lines: readonly string[], options: InlineOptions, depth: number): Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  const endParagraph = () => {
    const text = paragraph.join('\n').trim();
    if (text) blocks.push({type: 'paragraph', content: parseInline(text, options)});
    paragraph = [];
  };
  for (let at = 0; at < lines.length;) {
    const block = blockAt(lines, at, options, depth);
    if (block) {
      endParagraph();
      blocks.push(block.block);
      at = block.end;
    } else {
      const line = lines[at] ?? '';
      if (line.trim()) paragraph.push(line.trim());
      else endParagraph();
      at += 1;
    }
  }
  endParagraph();
  return blocks;
}

/** A block and the line behind it. */
interface Found {
  block: Block;
  end: number;
}

function blockAt(
  lines: readonly string[],
  at: number,
  options: InlineOptions,
  depth: number,
): Found | null {
  const line = lines[at] ?? '';
  if (FENCE.test(line)) return codeAt(lines, at);
  const heading = HEADING.exec(line);
  if (heading) {
    const content = parseInline(line.slice(heading[0].length).trim(), options);
    return {block: {type: 'heading', content}, end: at + 1};
  }
  if (depth >= DEEPEST) return null;
  const mark = markOf(line);
  return mark && listAt(lines, at, mark.start, options, depth);
}

function codeAt(lines: readonly string[], at: number): Found {
  let end = at + 1;
  while (end < lines.length && !FENCE.test(lines[end] ?? '')) end += 1;
  return {block: {type: 'codeBlock', text: lines.slice(at + 1, end).join('\n')}, end: end + 1};
}

/** The mark that begins an item: how far it is indented, how long it is, and its number. */
interface Mark {
  indent: number;
  length: number;
  /** Null for a bullet. */
  start: number | null;
}

function markOf(line: string): Mark | null {
  const bullet = BULLET.exec(line);
  if (bullet) return {indent: bullet[1]?.length ?? 0, length: bullet[0].length, start: null};
  const number = NUMBER.exec(line);
  return (
    number && {indent: number[1]?.length ?? 0, length: number[0].length, start: Number(number[2])}
  );
}

function listAt(
  lines: readonly string[],
  at: number,
  start: number | null,
  options: InlineOptions,
  depth: number,
): Found {
  const indent = markOf(lines[at] ?? '')?.indent ?? 0;
  const items: ListItem[] = [];
  let end = at;
  for (let mark = markOf(lines[at] ?? ''); mark; mark = markOf(lines[end] ?? '')) {
    const isOther = (mark.start === null) !== (start === null);
    if (isOther || mark.indent > indent + 1 || mark.indent < indent) break;
    const inner = innerLines(lines, end + 1, mark);
    const text = (lines[end] ?? '').slice(mark.length).trim();
    items.push({
      content: parseInline(text, options),
      children: parseLines(inner.lines, options, depth + 1),
    });
    end = inner.end;
  }
  return start === null
    ? {block: {type: 'bulletList', items}, end}
    : {block: {type: 'orderedList', start, items}, end};
}

/** What is indented under an item, and the blank lines behind it. */
function innerLines(
  lines: readonly string[],
  from: number,
  {indent}: Mark,
): {lines: string[]; end: number} {
  const inner: string[] = [];
  let end = from;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? '';
    const isDeeper = line.length - line.trimStart().length > indent + 1;
    if (line.trim() && !isDeeper) break;
    inner.push(line.slice(indent + 2));
  }
  return {lines: inner, end};
}
