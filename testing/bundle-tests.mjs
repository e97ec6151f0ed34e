/**
 * Test files as Node runs them: each bundled with the sources it imports, which starts in a third of
 * the time that it takes to translate them one by one. Packages stay where they are.
 */
import {mkdir, mkdtemp, readFile} from 'node:fs/promises';
import {join, relative} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build} from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache');

/** A package is imported by its address: a bundle does not stand where its sources do. */
const packagesByAddress = {
  name: 'packages-by-address',
  setup({onResolve, resolve}) {
    onResolve({filter: /^[^./]/}, async ({path, kind, resolveDir, pluginData}) => {
      if (pluginData === 'asked' || path.startsWith('node:')) return undefined;
      const found = await resolve(path, {kind, resolveDir, pluginData: 'asked'});
      if (found.errors.length > 0 || found.external) return found;
      return {path: pathToFileURL(found.path).href, external: true};
    });
  },
};

/**
 * What a failed test has left open must not keep a file's process from its end. Node's own
 * `--test-force-exit` does not wait until the results are out: some are lost.
 */
const END = `
import {after as afterAll} from 'node:test';
afterAll(() => void setTimeout(() => process.exit(), 5_000).unref());`;

/** A module still finds its files from where its source is, and a file of tests comes to its end. */
const asItStood = {
  name: 'as-it-stood',
  setup({onLoad}) {
    onLoad({filter: /\.[mc]?[jt]s$/}, async ({path}) => {
      const isTest = path.endsWith('.test.ts');
      const code = await readFile(path, 'utf8');
      if (!isTest && !code.includes('import.meta.url')) return undefined;
      const address = JSON.stringify(pathToFileURL(path).href);
      const contents = code.replaceAll('import.meta.url', address) + (isTest ? END : '');
      return {contents, loader: path.endsWith('ts') ? 'ts' : 'js'};
    });
  },
};

/**
 * Bundles test files, and programs that they start, named from the project's folder. Resolves with
 * the folder, in which each has its own name again, and the bundles of the tests.
 */
export async function bundleTests(files, programs = []) {
  await mkdir(CACHE, {recursive: true});
  const folder = await mkdtemp(join(CACHE, 'tests-'));
  await build({
    absWorkingDir: ROOT,
    entryPoints: [...files, ...programs],
    outbase: ROOT,
    outdir: folder,
    outExtension: {'.js': '.mjs'},
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'linked',
    // What a module loads later is not loaded before.
    splitting: true,
    chunkNames: 'shared/[name]-[hash]',
    logLevel: 'warning',
    plugins: [packagesByAddress, asItStood],
  });
  const bundles = files.map(file => join(folder, relative('.', file).replace(/\.ts$/, '.mjs')));
  return {folder, bundles};
}
