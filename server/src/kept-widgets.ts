import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import {join} from 'node:path';
import type {KeptWidget} from './domain/widgets/kept-widget.js';

/** What a version's folder is called. */
const VERSION = /^\d+\.\d+\.\d+(?:-[\w.-]{1,40})?$/;

/**
 * Keeps a copy of the built widget in the data directory, and tells of all that are kept there.
 *
 * A page that has pinned a version by its integrity goes on with it after an upgrade, and so does
 * one that was open meanwhile and fetches its next chunk. The newest, which the build itself is,
 * comes first; empty where nothing is built.
 *
 * @param onFault - Told, by the fault's code, that nothing could be kept; what is built is served
 * all the same.
 */
export function keepWidgets(
  built: string,
  dataDir: string,
  onFault: (code: string) => void,
): KeptWidget[] {
  const version = versionOf(built);
  if (version === null) return [];
  const newest = keptAt(built, version);
  const folder = join(dataDir, 'widgets');
  try {
    mkdirSync(folder, {recursive: true});
    if (!isSame(built, join(folder, version))) copy(built, join(folder, version));
    const older = readdirSync(folder).filter(name => VERSION.test(name) && name !== version);
    return [newest, ...older.map(name => keptAt(join(folder, name), name))];
  } catch (error) {
    onFault((error as NodeJS.ErrnoException).code ?? 'unknown');
    return [newest];
  }
}

function keptAt(folder: string, version: string): KeptWidget {
  return {version, folder, chunks: chunksOf(folder)};
}

function versionOf(folder: string): string | null {
  const file = join(folder, 'integrity.json');
  if (!existsSync(file)) return null;
  const {version} = JSON.parse(readFileSync(file, 'utf8')) as {version: string};
  return VERSION.test(version) ? version : null;
}

function isSame(built: string, kept: string): boolean {
  const [one, other] = [built, kept].map(folder => join(folder, 'integrity.json'));
  if (!one || !other || !existsSync(other)) return false;
  return readFileSync(one).equals(readFileSync(other));
}

/** There whole, or not at all; another process may do the same at the same time. */
function copy(built: string, target: string): void {
  const partial = `${target}.part-${process.pid}`;
  cpSync(built, partial, {recursive: true});
  rmSync(target, {recursive: true, force: true});
  try {
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, {recursive: true, force: true});
    if (!existsSync(target)) throw error;
  }
}

function chunksOf(folder: string): string[] {
  const chunks = join(folder, 'chunks');
  return existsSync(chunks) ? readdirSync(chunks) : [];
}
