import type {Command} from 'commander';

/** Something the operator must know; printed without a stack trace. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/** Prints where the command's program prints. */
export function write(command: Command, text: string): void {
  command.configureOutput().writeOut?.(text);
}

/** Tells how far a command is, where its program's errors go. */
export function writeProgress(command: Command, line: string): void {
  command.configureOutput().writeErr?.(`${line}\n`);
}

/** Prints a command's outcome: one JSON object for scripts, else lines for a person. */
export function print(command: Command, outcome: object, lines: string[]): void {
  const {json} = command.optsWithGlobals<{json?: boolean}>();
  write(command, `${json ? JSON.stringify(outcome) : lines.join('\n')}\n`);
}

/** Columns aligned by their longest cell. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map(row => row[column]?.length ?? 0)),
  );
  return rows.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
