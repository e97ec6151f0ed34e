import {relative} from 'node:path';
import {fileURLToPath} from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * What Node is given to run a program of this package: its bundle, where the test runner has made
 * one (`testing/node-tests.mjs`), which starts in a third of the time; else its source.
 */
export function programArgs(source: URL): string[] {
  const path = fileURLToPath(source);
  const bundles = process.env['TEST_BUNDLES'];
  if (!bundles) return ['--import', 'tsx', path];
  return [`${bundles}/${relative(ROOT, path).replace(/\.ts$/, '.mjs')}`];
}
