/** A piece of Markdown small enough to answer from. */
export interface MarkdownPassage {
  /** Headings above it, outermost first; a question that it answers comes last. */
  headings: string[];
  /**
   * A paragraph, a list as lines that begin with `- `, or a table's row as
   * `Name | Column: value | Column: value`.
   */
  text: string;
}

const QUESTION = /^(?:\*\*)?(?:Q(?:uestion)?[:.]\s*)?(.+\?)(?:\*\*)?$/i;
const ANSWER = /^(?:\*\*)?A(?:nswer)?[:.](?:\*\*)?\s*/i;

/** Cuts Markdown into passages: paragraphs, lists, table rows, questions with their answers. */
export function passagesOf(markdown: string): MarkdownPassage[] {
  const passages: MarkdownPassage[] = [];
  const headings: {level: number; text: string}[] = [];
  let question: string | null = null;
  for (const block of blocksOf(markdown)) {
    const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(block[0]);
    if (heading) {
      const level = heading[1].length;
      while (headings.length > 0 && headings[headings.length - 1].level >= level) headings.pop();
      headings.push({level, text: plain(heading[2])});
      question = null;
      continue;
    }
    const above = headings.map(({text}) => text);
    if (isTable(block)) {
      passages.push(...rowsOf(block).map(text => ({headings: above, text})));
      question = null;
      continue;
    }
    const asked = questionOf(block);
    if (asked) question = asked.question;
    const lines = asked ? asked.rest : block;
    if (lines.length === 0) continue;
    const text = textOf(lines);
    passages.push({headings: question ? [...above, question] : above, text});
    // A list after an answer belongs to it; a new paragraph does not.
    if (!text.endsWith(':')) question = null;
  }
  return joinIntroductions(passages);
}

/** Lines in groups: a heading, a table, a list or a paragraph each. */
function blocksOf(markdown: string): string[][] {
  const blocks: string[][] = [];
  let current: string[] = [];
  const close = () => {
    if (current.length > 0) blocks.push(current);
    current = [];
  };
  for (const raw of markdown.replace(/<!--[\s\S]*?-->/g, '').split(/\r?\n/)) {
    const line = raw.trim();
    const isHeading = /^#{1,6}\s/.test(line);
    const startsOther = current.length > 0 && kindOf(line) !== kindOf(current[0]);
    const isLazy = startsOther && kindOf(current[0]) === 'list' && kindOf(line) === 'text';
    if (!line || /^(?:-{3,}|\*{3,}|```.*)$/.test(line)) close();
    else if (isHeading) {
      close();
      blocks.push([line]);
    } else if (isLazy) current[current.length - 1] += ` ${line}`;
    else {
      if (startsOther || isQuestionStart(line)) close();
      current.push(line);
    }
  }
  close();
  return blocks;
}

function kindOf(line: string): 'table' | 'list' | 'text' {
  if (line.startsWith('|')) return 'table';
  return /^(?:[-*+]|\d+[.)])\s+/.test(line) ? 'list' : 'text';
}

const isQuestionStart = (line: string) => /^(?:\*\*)?Q(?:uestion)?[:.]/i.test(line);
const isTable = (block: readonly string[]) => block.length > 2 && kindOf(block[0]) === 'table';

function questionOf(block: readonly string[]): {question: string; rest: string[]} | null {
  const match = QUESTION.exec(block[0]);
  const isMarked = isQuestionStart(block[0]) || block[0].startsWith('**');
  if (!match || kindOf(block[0]) !== 'text' || (!isMarked && block.length === 1)) return null;
  const rest = block.slice(1).map((line, index) => (index === 0 ? line.replace(ANSWER, '') : line));
  return {question: plain(match[1]), rest};
}

function textOf(lines: readonly string[]): string {
  if (kindOf(lines[0]) === 'list') {
    return lines.map(line => `- ${plain(line.replace(/^(?:[-*+]|\d+[.)])\s+/, ''))}`).join('\n');
  }
  return plain(lines.join(' ').replace(ANSWER, ''));
}

function rowsOf(block: readonly string[]): string[] {
  const [header, , ...rows] = block.map(cellsOf);
  return rows.map(([name, ...values]) =>
    [
      header[0] ? `${name} (${header[0]})` : name,
      ...values.map((value, index) => (value ? `${header[index + 1] ?? ''}: ${value}` : '')),
    ]
      .filter(Boolean)
      .join(' | '),
  );
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map(cell => plain(cell));
}

/** A list is nothing without the line that introduces it. */
function joinIntroductions(passages: readonly MarkdownPassage[]): MarkdownPassage[] {
  const joined: MarkdownPassage[] = [];
  for (const passage of passages) {
    const before = joined.at(-1);
    if (before?.text.endsWith(':') && passage.text.startsWith('- ')) {
      before.text += `\n${passage.text}`;
    } else joined.push({...passage});
  }
  return joined;
}

/** Text without the marks of Markdown. */
function plain(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|`)/g, '')
    .replace(/(^|\s)[*_](\S[^*_]*)[*_](?=\s|[.,!?]|$)/g, '$1$2')
    .replace(/\s+/g, ' ')
    .trim();
}
