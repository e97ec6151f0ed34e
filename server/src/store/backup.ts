import {existsSync, renameSync, rmSync} from 'node:fs';
import SQLite from 'better-sqlite3';
import {sqliteFile} from './sqlite.js';

/** A backup that cannot be made. The message says why and what to do. */
export class BackupError extends Error {
  override name = 'BackupError';
}

/**
 * Copies the database of a data directory into a file, while servers write to it.
 *
 * The file is there once it is whole and checked, and not before.
 *
 * @throws {BackupError}
 */
export function backUp(
  dataDir: string,
  target: string,
  {force = false}: {force?: boolean} = {},
): void {
  const source = sqliteFile(dataDir);
  if (!existsSync(source)) {
    throw new BackupError('There is no database in the data directory. Check AIW_DATA_DIR.');
  }
  if (existsSync(target) && !force) {
    throw new BackupError('The file is there already. Choose another, or say --force.');
  }
  const partial = `${target}.part-${process.pid}`;
  try {
    copy(source, partial);
    check(partial);
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, {force: true});
    if (error instanceof BackupError) throw error;
    const {code = 'unknown'} = error as {code?: string};
    throw new BackupError(`The backup failed (${code}). Check that its folder can be written to.`);
  }
}

/** As of one moment: writers go on meanwhile, and do not make it begin anew. */
function copy(source: string, target: string): void {
  const database = new SQLite(source, {timeout: 5000});
  try {
    database.prepare('VACUUM INTO ?').run(target);
  } finally {
    database.close();
  }
}

function check(file: string): void {
  const database = new SQLite(file, {readonly: true});
  try {
    const result: unknown = database.pragma('integrity_check', {simple: true});
    if (result !== 'ok') throw new BackupError('The copy is damaged. Try again.');
  } finally {
    database.close();
  }
}
