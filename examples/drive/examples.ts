/** What an example has to know of the widget: the names are those of its README. */
export interface Settings {
  AIW_TOKEN: string;
  AIW_BACKEND_URL: string;
}

/** An example, how it is built, and how it is served once it is. */
export interface Example {
  /** Its folder. */
  name: string;
  /** Arguments of `npm run build`, beside the environment; absent: there is nothing to build. */
  build?: (settings: Settings) => readonly string[];
  /** The command that serves it on a port, which is in `PORT`, too. */
  serve: (port: number) => readonly string[];
  /** `documents`: each page is loaded in full, and the call goes on there. */
  site: 'app' | 'documents';
  /** Whether it uses the npm package, or the tag. */
  by: 'npm' | 'tag';
  /** Whether its pages are sent with a policy of nonces. */
  hasPolicy?: boolean;
}

const npmStart = (...args: string[]) => ['npm', 'run', '-s', 'start', '--', ...args];
const onPort = (port: number) => npmStart('--port', `${port}`);
const byEnvironment = () => npmStart();

const VITE = {
  build: () => [],
  serve: (port: number) => npmStart('--port', `${port}`, '--strictPort'),
  site: 'app',
  by: 'npm',
} as const;

export const EXAMPLES: readonly Example[] = [
  {name: 'html', serve: byEnvironment, site: 'documents', by: 'tag'},
  {name: 'react-vite', ...VITE},
  {name: 'next', build: () => [], serve: onPort, site: 'app', by: 'npm', hasPolicy: true},
  {name: 'vue', ...VITE},
  {name: 'astro', build: () => [], serve: onPort, site: 'app', by: 'npm'},
  {name: 'svelte', ...VITE},
  {
    name: 'angular',
    build: settings => Object.entries(settings).flatMap(define),
    serve: () => ['node', '../drive/serve-app.mjs', 'dist'],
    site: 'app',
    by: 'npm',
  },
  {name: 'solid', ...VITE},
  {name: 'preact', ...VITE},
  {name: 'htmx', serve: byEnvironment, site: 'app', by: 'tag'},
];

/** A setting as an option of `ng build`. */
function define([name, value]: [string, string]): string[] {
  return ['--define', `${name}='${value}'`];
}

/** Those named in `AIW_EXAMPLES`, by commas; all where it is empty. */
export function chosenExamples(): readonly Example[] {
  const names = (process.env.AIW_EXAMPLES ?? '').split(',').filter(Boolean);
  const unknown = names.filter(name => !EXAMPLES.some(example => example.name === name));
  if (unknown.length > 0) throw new Error(`There is no example ${unknown.join(', ')}.`);
  return EXAMPLES.filter(({name}) => names.length === 0 || names.includes(name));
}
