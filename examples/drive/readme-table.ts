import {readFileSync} from 'node:fs';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

const cells = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map(cell => cell.trim());

/** The table's columns but the first. */
export function columns(): string[] {
  const head = README.split('\n').find(line => line.startsWith('| Example'));
  return cells(head ?? '').slice(1);
}

/** What the table says of an example, column by column. */
export function rowOf(name: string): string[] {
  const line = README.split('\n').find(row => row.startsWith(`| [${name}](${name})`));
  return cells(line ?? '').slice(1);
}
