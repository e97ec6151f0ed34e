/** The command line as it is shipped: in one file, which starts in half the time of its sources. */
import {rm} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const SOURCE = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
/** Where the shipped one stands, for modules that find their files from there. */
const TARGET = fileURLToPath(new URL(`../dist/cli-under-test-${process.pid}.js`, import.meta.url));

/** Path of a bundle of the sources as they are now. Remove it by {@link removeCommandLine}. */
export async function bundleCommandLine(): Promise<string> {
  await build({
    entryPoints: [SOURCE],
    outfile: TARGET,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    external: ['./voice/index.js'],
    logLevel: 'warning',
  });
  return TARGET;
}

export const removeCommandLine = () => rm(TARGET, {force: true});
