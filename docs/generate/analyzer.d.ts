/** What this folder uses of the analyzer of custom elements, which comes without types. */
declare module '@custom-elements-manifest/analyzer' {
  import type typescript from 'typescript';
  /** The analyzer's own compiler: a syntax tree of another version means something else to it. */
  export const ts: typeof typescript;
  export function create(options: {modules: typescript.SourceFile[]; plugins: unknown[]}): {
    modules: {declarations?: unknown[]}[];
  };
}
declare module '@custom-elements-manifest/analyzer/src/utils/cli-helpers.js' {
  export function addFrameworkPlugins(options: {litelement: boolean}): Promise<unknown[]>;
}
declare module '*/custom-elements-manifest.config.mjs' {
  const config: {globs: string[]; plugins: {name: string}[]};
  export default config;
}
