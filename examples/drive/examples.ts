/** The examples, and how each is served once it is built. */
export interface Example {
  /** Its folder. */
  name: string;
  /** Whether there is anything to build. */
  isBuilt: boolean;
  /** Arguments of `npm start` for a port; the port is in `PORT`, too. */
  start: (port: number) => readonly string[];
  /** `documents`: each page is loaded in full, and the call goes on there. */
  site: 'app' | 'documents';
  /** Whether it comes as the npm package, or by the tag. */
  by: 'npm' | 'tag';
  /** Whether its pages are sent with a policy of nonces. */
  hasPolicy?: boolean;
}

const vite = (port: number) => ['--port', `${port}`, '--strictPort'];
const byEnvironment = () => [];

export const EXAMPLES: readonly Example[] = [
  {name: 'html', isBuilt: false, start: byEnvironment, site: 'documents', by: 'tag'},
  {name: 'react-vite', isBuilt: true, start: vite, site: 'app', by: 'npm'},
];

/** Those named in `AIW_EXAMPLES`, by commas; all where it is empty. */
export function chosenExamples(): readonly Example[] {
  const names = (process.env.AIW_EXAMPLES ?? '').split(',').filter(Boolean);
  const unknown = names.filter(name => !EXAMPLES.some(example => example.name === name));
  if (unknown.length > 0) throw new Error(`There is no example ${unknown.join(', ')}.`);
  return EXAMPLES.filter(({name}) => names.length === 0 || names.includes(name));
}
