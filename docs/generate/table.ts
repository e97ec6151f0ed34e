/** Text as a cell of a Markdown table. */
const cell = (text: string) =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|')
    .trim();

/** Text as code, also where it is none. */
export const code = (text: string) => (text ? `\`${text}\`` : '');

/** A Markdown table; Prettier gives it its widths. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A docstring as it stands in a document: on one line, and without its references to sections. */
export const sentence = (text = '') =>
  text
    .replace(/\s*\(§[\d., §]+\)/g, '')
    .replace(/\{@link (\w+)\}/g, '`$1`')
    .replace(/\s+/g, ' ')
    .trim();
