import {parseMarkdown} from './blocks.js';
import type {InlineOptions} from './inline.js';
import type {Block, Inline, ListItem} from './tokens.js';

/** A message's words without its Markdown, a line for a line: to be spoken, copied or captioned. */
export function plainText(markdown: string, options: InlineOptions = {}): string {
  return linesOf(parseMarkdown(markdown, options)).join('\n');
}

function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap(block => {
    switch (block.type) {
      case 'codeBlock':
        return [block.text];
      case 'bulletList':
        return block.items.flatMap(item => itemLines('•', item));
      case 'orderedList':
        return block.items.flatMap((item, place) => itemLines(`${block.start + place}.`, item));
      default:
        return [wordsOf(block.content)];
    }
  });
}

function itemLines(mark: string, {content, children}: ListItem): string[] {
  const inner = linesOf(children).flatMap(lines => lines.split('\n'));
  return [`${mark} ${wordsOf(content)}`, ...inner.map(line => `  ${line}`)];
}

function wordsOf(content: readonly Inline[]): string {
  return content.map(token => ('text' in token ? token.text : wordsOf(token.content))).join('');
}
