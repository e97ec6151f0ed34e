/**
 * Builds the stories and serves them; what is edited is built and shown anew.
 *
 * `npm run stories [-- --port=6100]`.
 */
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {context} from 'esbuild';

const here = relative => fileURLToPath(new URL(relative, import.meta.url));

/** Serves the stories on this machine alone until `close` is called; port 0 takes any that is free. */
export async function serveStories({port = 0, watch = false} = {}) {
  const building = await context({
    entryPoints: ['workbench', 'sheet'].flatMap(page =>
      ['ts', 'css'].map(kind => here(`${page}/${page}.${kind}`)),
    ),
    outdir: here('dist'),
    entryNames: '[name]',
    assetNames: '[name]',
    bundle: true,
    format: 'esm',
    loader: {'.woff2': 'file'},
    tsconfig: here('../tsconfig.json'),
    // The package's own list of side effects speaks of what it ships, not of its sources.
    ignoreAnnotations: true,
    logLevel: 'warning',
  });
  if (watch) await building.watch();
  else await building.rebuild();
  const server = await building.serve({host: '127.0.0.1', port, servedir: here('.')});
  return {url: `http://127.0.0.1:${server.port}`, close: () => building.dispose()};
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const {values} = parseArgs({options: {port: {type: 'string', default: '6100'}}});
  const {url} = await serveStories({port: Number(values.port), watch: true});
  console.log(`Stories: ${url}`);
}
