/**
 * Bundles the server into `dist/`: `main.js`, `cli.js`, `voice/index.js` and one file for each
 * kind of worker thread beside it. Packages stay outside. The built widget is taken along, so
 * that the published package can hand it out.
 */
import {cpSync, existsSync, readdirSync, rmSync} from 'node:fs';
import {basename, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const source = path => join(here, 'src', path);
const target = path => join(here, 'dist', path);

const workers = readdirSync(source('voice'), {recursive: true})
  .filter(file => file.endsWith('-worker.ts'))
  .map(file => source(join('voice', file)));

const shared = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
};

// The demo's site and the dashboard have builds of their own.
for (const file of existsSync(target('')) ? readdirSync(target('')) : []) {
  if (file !== 'demo' && file !== 'dashboard') rmSync(target(file), {recursive: true});
}

// Modules find their files from where they stand: everything of `src/` lands in `dist/`, and
// everything of `src/voice/` in `dist/voice/`.
await build({
  ...shared,
  entryPoints: [source('main.ts'), source('cli.ts')],
  outdir: target(''),
  external: ['./voice/index.js'],
  splitting: true,
  chunkNames: '[name]-[hash]',
});
await build({
  ...shared,
  entryPoints: [source('voice/index.ts')],
  outfile: target('voice/index.js'),
});
for (const worker of workers) {
  const outfile = target(join('voice', `${basename(worker, '.ts')}.js`));
  await build({...shared, entryPoints: [worker], outfile});
}

const widget = join(here, '../dist/embed');
if (existsSync(widget)) cpSync(widget, target('embed'), {recursive: true});
