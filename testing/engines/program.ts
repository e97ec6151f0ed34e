import {existsSync} from 'node:fs';
import {delimiter, join} from 'node:path';

/** Path of a program by its name or its places; throws one line with how to get it. */
export function programPath(names: readonly string[], howToGet: string): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = names.flatMap(name =>
    name.startsWith('/') ? [name] : folders.map(folder => join(folder, name)),
  );
  const found = candidates.find(path => existsSync(path));
  if (found) return found;
  throw new Error(howToGet);
}
