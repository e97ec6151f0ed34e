import {createHash} from 'node:crypto';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const FILE = at('./surface.txt');

/** The public surface as it was when the changelog last spoke of it. */
export interface Recorded {
  /** Digest of the changelog of then. */
  changelog: string;
  lines: string[];
}

/** Reads `surface.txt`; null where there is none yet. */
export function readRecorded(): Recorded | null {
  if (!existsSync(FILE)) return null;
  const [head = '', ...lines] = readFileSync(FILE, 'utf8').trimEnd().split('\n');
  return {changelog: head.replace('changelog ', ''), lines};
}

/** Writes `surface.txt`. */
export function record({changelog, lines}: Recorded): void {
  writeFileSync(FILE, `changelog ${changelog}\n${lines.join('\n')}\n`);
}

/** Digest of what the changelog says now, whatever its line breaks. */
export function changelogDigest(): string {
  const words = readFileSync(at('../CHANGELOG.md'), 'utf8').replace(/\s+/g, ' ');
  return createHash('sha256').update(words).digest('hex').slice(0, 16);
}

/** What is in one list and not in the other, each line with its sign. */
export function differences(before: readonly string[], after: readonly string[]): string[] {
  const [was, is] = [new Set(before), new Set(after)];
  return [
    ...before.filter(line => !is.has(line)).map(line => `- ${line}`),
    ...after.filter(line => !was.has(line)).map(line => `+ ${line}`),
  ];
}
