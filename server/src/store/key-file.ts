import {randomBytes} from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import {join} from 'node:path';
import {KeyError} from '../domain/keys.js';

/**
 * The master key of a data directory, made on first use: 32 bytes, readable by its owner only.
 *
 * @throws {KeyError} Where the file holds something else.
 */
export function readKeyFile(dataDir: string): Buffer {
  const file = join(dataDir, 'master.key');
  mkdirSync(dataDir, {recursive: true, mode: 0o700});
  createOnce(file);
  // Copied or restored with wider rights, as backups do.
  if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
  const hex = readFileSync(file, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/i.test(hex)) {
    throw new KeyError(
      'The file master.key in the data directory does not hold 32 bytes in hexadecimal. Restore it from a backup, or remove it to begin with a new key: stored widget secrets are lost then.',
    );
  }
  return Buffer.from(hex, 'hex');
}

/** Server and command line may start at once: whoever comes second takes the first one's key. */
function createOnce(file: string): void {
  if (existsSync(file)) return;
  const draft = `${file}.${process.pid}`;
  const descriptor = openSync(draft, 'w', 0o600);
  writeSync(descriptor, `${randomBytes(32).toString('hex')}\n`);
  fsyncSync(descriptor);
  closeSync(descriptor);
  try {
    // Appears whole or not at all, and never in place of another.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
}
