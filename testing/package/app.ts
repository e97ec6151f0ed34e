import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

/** The clean folder with the package in it, as `run.mjs` has made it. */
export const APP = process.env['AIW_PACKED_APP'] ?? '';
if (!APP) throw new Error('Run these by: npm run test:package');

/** The package as it was installed. */
export const PACKED = join(APP, 'node_modules/aiw-voice-widget');

/** The installed package's own `package.json`. */
export const manifest = JSON.parse(readFileSync(join(PACKED, 'package.json'), 'utf8')) as {
  version: string;
  exports: Record<string, string | {types: string; default: string}>;
};

/** Names by which the package's modules are imported: `aiw-voice-widget/define`, … */
export const MODULES = Object.keys(manifest.exports)
  .filter(name => !name.endsWith('.json'))
  .map(name => name.replace(/^\./, 'aiw-voice-widget'));

/** An attribute, event or property of an element. */
interface Named {
  name: string;
  type?: {text: string};
}

/** A public element as the custom-elements manifest tells of it. */
export interface ElementEntry {
  name: string;
  tagName: string;
  attributes: Named[];
  events?: Named[];
  members: (Named & {kind: string; static?: boolean; readonly?: boolean})[];
}

/** The public elements. */
export const ELEMENTS = (
  JSON.parse(readFileSync(join(PACKED, 'dist/custom-elements.json'), 'utf8')) as {
    modules: {declarations: ElementEntry[]}[];
  }
).modules.flatMap(({declarations}) => declarations.filter(({tagName}) => tagName));

/** Writes files into a folder of their own in the app, where they find its packages. */
export function writeInApp(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(APP, 'try-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** Runs a module in the app by Node alone, which has no page; gives what it prints. */
export function runInApp(code: string): string {
  const folder = writeInApp({'main.mjs': code});
  const {status, stdout, stderr} = spawnSync(process.execPath, ['main.mjs'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** What the compiler says of a file in the app, as a user with strict settings sees it. */
export function typeErrors(
  file: string,
  code: string,
  options: Readonly<Record<string, unknown>> = {},
): string {
  const folder = writeInApp({
    [file]: code,
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        target: 'ES2022',
        module: 'ESNext',
        moduleResolution: 'bundler',
        lib: ['ES2022', 'DOM', 'DOM.Iterable'],
        strict: true,
        noEmit: true,
        types: [],
        ...options,
      },
      files: [file],
    }),
  });
  const tsc = join(APP, 'node_modules/typescript/bin/tsc');
  return spawnSync(process.execPath, [tsc, '-p', folder], {encoding: 'utf8'}).stdout;
}
