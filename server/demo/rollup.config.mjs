import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';

const path = relative => fileURLToPath(new URL(relative, import.meta.url));
const FILES = ['index.html', 'styles.css', 'icon.svg'];

/** Puts the pages and their style beside the script. */
const copy = {
  name: 'copy-site',
  buildStart() {
    for (const file of FILES) this.addWatchFile(path(`site/${file}`));
  },
  generateBundle() {
    for (const fileName of FILES) {
      this.emitFile({type: 'asset', fileName, source: readFileSync(path(`site/${fileName}`))});
    }
  },
};

/** The demo site, built into the server's `dist/demo/`. */
export default {
  input: path('site/main.ts'),
  output: {dir: path('../dist/demo'), format: 'es', entryFileNames: 'main.js'},
  plugins: [esbuild({target: 'es2022', tsconfig: path('../../tsconfig.json')}), terser(), copy],
};
