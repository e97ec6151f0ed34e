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
import type {KeptWidget} from './domain/kept-widget.js';

/** Longest version that a folder is named by. */
const VERSION = /^\d+\.\d+\.\d+(?:-[\w.-]{1,40})?$/;

/**
 * Keeps a copy of the built widget in the data directory, and tells of all that are kept there.
 *
 * A page that has pinned a version by its integrity goes on with it after an upgrade, and so does
 * one that was open meanwhile and fetches its next chunk. The newest, which the build itself is,
 * comes first; empty where nothing is built.
 */
export function keepWidgets(built: string, dataDir: string): KeptWidget[] {
  const version = versionOf(built);
  if (version === null) return [];
  const folder = join(dataDir, 'widgets');
  mkdirSync(folder, {recursive: true});
  if (!isSame(built, join(folder, version))) copy(built, join(folder, version));
  const older = readdirSync(folder).filter(name => VERSION.test(name) && name !== version);
  return [
    {version, folder: built, chunks: chunksOf(built)},
    ...older.map(name => ({
      version: name,
      folder: join(folder, name),
      chunks: chunksOf(join(folder, name)),
    })),
  ];
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
