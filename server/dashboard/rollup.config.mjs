import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import {build} from 'esbuild';
import esbuild from 'rollup-plugin-esbuild';

const path = relative => fileURLToPath(new URL(relative, import.meta.url));
const OUT = path('../dist/dashboard');

/** One style sheet of the theme and our own, named after its content. */
const theme = {
  name: 'theme',
  async generateBundle() {
    const {outputFiles} = await build({
      entryPoints: [path('theme.css')],
      ...{bundle: true, minify: true, write: false, logLevel: 'warning'},
    });
    const [{contents}] = outputFiles;
    const hash = createHash('sha256').update(contents).digest('hex').slice(0, 10);
    this.emitFile({type: 'asset', fileName: `assets/theme-${hash}.css`, source: contents});
  },
};

/** The page, with the names of what it begins with. */
const page = {
  name: 'page',
  async writeBundle(_options, bundle) {
    const names = Object.keys(bundle);
    const main = names.find(name => bundle[name].isEntry);
    const style = names.find(name => name.endsWith('.css'));
    const file = name => (name ?? '').replace('assets/', '');
    const html = await readFile(path('index.html'), 'utf8');
    await writeFile(
      join(OUT, 'index.html'),
      html.replace('__MAIN__', file(main)).replace('__THEME__', file(style)),
    );
  },
  generateBundle() {
    this.emitFile({type: 'asset', fileName: 'icon.svg', source: readFileSync(path('icon.svg'))});
  },
};

const clean = {name: 'clean', buildStart: () => rm(OUT, {recursive: true, force: true})};

/** The operators' dashboard, built into the server's `dist/dashboard/`. @param compress - Of a folder. */
export default compress => ({
  input: {main: path('main.ts')},
  output: {
    dir: OUT,
    format: 'es',
    entryFileNames: 'assets/[name]-[hash].js',
    chunkFileNames: 'assets/[name]-[hash].js',
    hoistTransitiveImports: false,
  },
  // Web Awesome marks its modules as pure by folder, and means their registrations.
  onwarn(warning, warn) {
    if (warning.code !== 'THIS_IS_UNDEFINED') warn(warning);
  },
  plugins: [
    clean,
    nodeResolve({browser: true}),
    esbuild({target: 'es2022', tsconfig: path('../../tsconfig.json')}),
    terser({ecma: 2022, module: true, format: {comments: false}}),
    theme,
    page,
    compress(OUT),
  ],
});
