/**
 * Four builds: the npm modules (dist/), the script tag with its graph of chunks (dist/embed/),
 * the demo site (server/dist/demo/) and the dashboard (server/dist/dashboard/).
 */
import {createHash} from 'node:crypto';
import {mkdir, readFile, readdir, rename, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {brotliCompress, constants, gzip} from 'node:zlib';
import {promisify} from 'node:util';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import {literalsHtmlCssMinifier} from '@literals/rollup-plugin-html-css-minifier';
import esbuild from 'rollup-plugin-esbuild';
import dashboard from './server/dashboard/rollup.config.mjs';
import demo from './server/demo/rollup.config.mjs';

const DEFAULT_BACKEND = process.env.AIW_DEFAULT_BACKEND ?? '';

const typescript = () =>
  esbuild({
    target: 'es2022',
    tsconfig: 'tsconfig.json',
    define: {__AIW_DEFAULT_BACKEND__: JSON.stringify(DEFAULT_BACKEND)},
  });
const minifyLiterals = () => literalsHtmlCssMinifier({include: ['src/**/*.ts'], options: {}});
const minify = () =>
  terser({
    ecma: 2022,
    module: true,
    compress: {passes: 3, unsafe_arrows: true, unsafe_methods: true},
    // Licences stand in dist/embed/LICENSES.txt, not in every visitor's download.
    format: {comments: false},
  });

/**
 * Takes out of Lit what no page of ours reaches: what it keeps for standard decorators (a property
 * on the page's `Symbol`, which throws where the page has frozen it, and a global), its hooks for
 * browsers without shadow DOM and for hydration, attributes that hold JSON, templates of SVG and
 * MathML, bindings in comments, and words for authors who misuse `css`.
 */
const UNREACHED = {
  '@lit/reactive-element/reactive-element.js': [
    ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
    [
      /const t=this\[Symbol\.metadata\];if\(null!==t\)\{.*?for\(.*?\)this\.elementProperties\.set\(t,i\)\}/,
      '',
    ],
    [/,p=a\.reactiveElementPolyfillSupport/, ''],
    [/p\?\.\(\{ReactiveElement:y\}\),?/, ''],
    ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
    [',void 0!==t.l&&(this.l=[...t.l])', ''],
    [',this.constructor.l?.forEach(t=>t(this))', ''],
    ['case Object:case Array:t=null==t?t:JSON.stringify(t)', ''],
    ['case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}', ''],
  ],
  '@lit/reactive-element/css-tag.js': [
    [/throw Error\("Value passed to 'css'.*?page security\."\)/, 'throw Error("css")'],
    [/throw Error\("CSSResult is not.*?instead\."\)/, 'throw Error("css")'],
  ],
  'lit-html/lit-html.js': [
    [
      /const B=t\.litHtmlPolyfillSupport;B\?\.\(S,k\),|,B=t\.litHtmlPolyfillSupport;B\?\.\(S,k\),/,
      ';',
    ],
    ['2===i?"<svg>":3===i?"<math>":""', '""'],
    ['+(2===i?"</svg>":3===i?"</math>":"")', ''],
    [
      /if\((this\.el=S\.createElement\(f,e\),P\.currentNode=this\.el\.content),2===i\|\|3===i\)\{.*?\}for/,
      '$1;for',
    ],
    [/else\{let t=-1;for\(;-1!==\(t=r\.data\.indexOf\(.*?t\+=o\.length-1\}/, ''],
  ],
  'lit-element/lit-element.js': [
    [',s.litElementHydrateSupport?.({LitElement:i})', ''],
    [/const o=s\.litElementPolyfillSupport;o\?\.\(\{LitElement:i\}\);/, ''],
  ],
};
const litWithoutUnreached = {
  name: 'lit-without-unreached',
  transform(code, id) {
    const file = Object.keys(UNREACHED).find(name => id.endsWith(name));
    return (UNREACHED[file] ?? []).reduce((text, [fragment, instead]) => {
      const changed = text.replace(fragment, instead);
      if (changed === text) this.error(`Lit has changed: ${fragment} is not in it.`);
      return changed;
    }, code);
  },
};

/**
 * Lit's decorators as these elements use them. Lit's own bring a second implementation, for
 * standard decorators, which TypeScript's `experimentalDecorators` never calls.
 */
const DECORATORS = `
export const property = options => (prototype, name) =>
  prototype.constructor.createProperty(name, options);
export const state = options => property({...options, state: true, attribute: false});
export const query = selector => () => ({
  get() {
    return this.renderRoot?.querySelector(selector) ?? null;
  },
});
`;
const slimDecorators = {
  name: 'slim-decorators',
  resolveId: source => (source === 'lit/decorators.js' ? '\0decorators' : null),
  load: id => (id === '\0decorators' ? DECORATORS : null),
};

/**
 * Has V8 compile a chunk's functions while it arrives, off the page's thread, in place of each at
 * its first call: nearly all of the launcher runs at once.
 * Source: https://v8.dev/blog/explicit-compile-hints. Other engines read a comment.
 */
const compileAhead = names => ({
  name: 'compile-ahead',
  renderChunk: (code, {fileName}) =>
    names.includes(fileName) ? `//# allFunctionsCalledOnLoad\n${code}` : null,
});
const WORKLET = 'src/platform/audio/audio.worklet.ts';

const brotli = promisify(brotliCompress);
const gz = promisify(gzip);

/** Writes a `.br` and a `.gz` beside each file of a folder. */
async function compressAll(folder) {
  for (const entry of await readdir(folder, {recursive: true, withFileTypes: true})) {
    if (!entry.isFile() || !/\.(?:m?js|css)$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const content = await readFile(file);
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    };
    await writeFile(`${file}.br`, await brotli(content, {params}));
    await writeFile(`${file}.gz`, await gz(content, {level: 9}));
  }
}

/** Names a built folder after its content and tells the name to the next build. */
const embedPath = {value: ''};
const nameAfterContent = {
  name: 'name-after-content',
  async writeBundle({dir}) {
    const hash = createHash('sha256');
    const names = (await readdir(dir)).filter(name => name.endsWith('.js')).sort();
    for (const name of names) hash.update(name).update(await readFile(join(dir, name)));
    const version = hash.digest('hex').slice(0, 12);
    const target = join('dist/embed/chunks', version);
    await mkdir('dist/embed/chunks', {recursive: true});
    await rename(dir, target);
    embedPath.value = `./chunks/${version}`;
    await writeFile('dist/embed/aiw-voice-widget.mjs', `import '${embedPath.value}/element.js';\n`);
  },
};

/** Subresource Integrity of the script and of each chunk, by address: `integrity.json`. */
const integrity = {
  name: 'integrity',
  async writeBundle() {
    const files = (await readdir('dist/embed', {recursive: true}))
      .filter(name => /\.m?js$/.test(name))
      .sort();
    const entries = files.map(async name => {
      const digest = createHash('sha384').update(await readFile(join('dist/embed', name)));
      return [`/${name}`, `sha384-${digest.digest('base64')}`];
    });
    const {version} = JSON.parse(await readFile('package.json', 'utf8'));
    const content = {version, files: Object.fromEntries(await Promise.all(entries))};
    await writeFile('dist/embed/integrity.json', `${JSON.stringify(content, null, 2)}\n`);
  },
};

/** Puts the graph's path into the script tag. */
const insertEmbedPath = {
  name: 'insert-embed-path',
  renderChunk: code =>
    code.replaceAll('__AIW_EMBED__', JSON.stringify(`${embedPath.value}/embed.js`)),
};

const clean = folder => ({
  name: 'clean',
  buildStart: () => rm(folder, {recursive: true, force: true}),
});
/** Says under which licences the packages bundled into a build come. */
const licences = (file, names) => ({
  name: 'licences',
  async writeBundle() {
    const texts = names.map(async name => {
      const folder = join('node_modules', name);
      const {version} = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
      return `${name} ${version}\n\n${await readFile(join(folder, 'LICENSE'), 'utf8')}`;
    });
    const all = (await Promise.all(texts)).join('\n----\n\n');
    await writeFile(file, all);
  },
});
const LIT = ['lit', 'lit-element', 'lit-html', '@lit/reactive-element', '@lit/context'];
const compress = folder => ({name: 'compress', writeBundle: () => compressAll(folder)});

/** The worklet is a file of its own that imports nothing: a build inside the build. */
const worklet = dir => ({
  input: WORKLET,
  output: {file: join(dir, 'audio.worklet.js'), format: 'iife'},
  plugins: [typescript(), nodeResolve(), minify()],
});

const npm = [
  {
    input: {
      index: 'src/index.ts',
      define: 'src/define.ts',
      'load-widget': 'src/load-widget.ts',
      'contract/index': 'src/contract/index.ts',
      ...Object.fromEntries(
        ['preact', 'react', 'solid', 'svelte', 'vue'].map(name => [
          `jsx/${name}`,
          `src/jsx/${name}.ts`,
        ]),
      ),
    },
    external: [/^lit/, /^@lit\//],
    output: {
      dir: 'dist',
      preserveModules: true,
      preserveModulesRoot: 'src',
      sourcemap: true,
    },
    plugins: [clean('dist'), typescript(), minifyLiterals()],
  },
  {
    input: 'src/react.ts',
    external: [/^(?:lit|react)\b/, /^\.\/(?:define|index)\.js$/],
    output: {file: 'dist/react.js', sourcemap: true, banner: "'use client';"},
    plugins: [typescript(), nodeResolve(), licences('dist/LICENSES.txt', ['@lit/react'])],
  },
  worklet('dist/platform/audio'),
];

/** What is fetched for one language is told from other chunks by its name. */
const languageChunkName = ({facadeModuleId: file}) => {
  if (/\/src\/locales\//.test(file ?? '')) return 'words-[name].js';
  return /\/src\/capture\/languages\//.test(file ?? '') ? 'hears-[name].js' : '[name].js';
};

const STAGING = 'dist/embed/.chunks';
const embed = [
  worklet(STAGING),
  {
    input: {embed: 'loader/embed.ts', element: 'loader/element.ts'},
    preserveEntrySignatures: 'allow-extension',
    output: {
      dir: STAGING,
      chunkFileNames: languageChunkName,
      hoistTransitiveImports: false,
    },
    plugins: [
      slimDecorators,
      nodeResolve(),
      litWithoutUnreached,
      minifyLiterals(),
      typescript(),
      minify(),
      compileAhead(['embed.js']),
      nameAfterContent,
    ],
  },
  {
    input: 'loader/bootstrap.ts',
    output: {file: 'dist/embed/aiw-voice-widget.js', format: 'iife'},
    plugins: [
      nodeResolve(),
      typescript(),
      insertEmbedPath,
      minify(),
      compileAhead(['aiw-voice-widget.js']),
      licences('dist/embed/LICENSES.txt', LIT),
      integrity,
      compress('dist/embed'),
    ],
  },
];

export default [...npm, ...embed, demo, dashboard(compress)].flat();
