/** Scripts of the documents, judged by the compiler against the package's own types. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import ts from 'typescript';
import {entries} from '../../../docs/generate/package.js';
import {ROOT} from '../named-tests.js';

/** What pages around a snippet have: a router, a button, a token, the names of other libraries. */
const AROUND = `
import type {AIWWidgetApi} from 'aiw-voice-widget';
declare global {
  const AIWWidget: AIWWidgetApi;
  const router: Record<'push' | 'navigate' | 'navigateByUrl', (path: string) => void>;
  const button: {addEventListener(type: 'click', handler: (event: {currentTarget: Element}) => void): void};
  const jwt: string;
  const rawBody: string;
  const headers: Record<string, string>;
  const app: {get(path: string, handler: (request: any, response: any) => void): void};
  function goto(path: string): void;
  function mintVisitorToken(user: unknown): string;
}
`;
/** Libraries that a snippet may import and that have no types here. */
const FOREIGN = [
  'jsonwebtoken',
  'next/navigation',
  'next/script',
  'react-router',
  '$app/navigation',
];

/** In plain scripts nothing is declared, and \`?.\` is the reader's choice. */
const LAX = new Set([2531, 2532, 2533, 2722, 7005, 7006, 7031, 7034, 18046, 18047, 18048, 18049]);

/** A script with where it stands. */
export interface Script {
  at: string;
  /** `classic`: an inline script, of which the syntax alone is judged. */
  language: 'js' | 'ts' | 'tsx' | 'classic';
  text: string;
}

/** What the compiler says against scripts; one program for all of them. */
export function faultsOfScripts(scripts: readonly Script[]): string[] {
  const folder = join(ROOT, 'testing/docs/snippets');
  const files = new Map<string, string>([
    [join(folder, 'around.d.ts'), AROUND],
    [join(folder, 'foreign.d.ts'), FOREIGN.map(name => `declare module '${name}';`).join('\n')],
  ]);
  const at = new Map<string, Script>();
  scripts.forEach((script, index) => {
    const file = join(folder, `snippet-${index}.${script.language === 'tsx' ? 'tsx' : 'ts'}`);
    files.set(file, `${script.text}\nexport {};\n`);
    at.set(file, script);
  });
  const options = optionsOf();
  const host = ts.createCompilerHost(options);
  const {readFile, fileExists, getSourceFile} = host;
  host.readFile = file => files.get(file) ?? readFile(file);
  host.fileExists = file => files.has(file) || fileExists(file);
  host.getSourceFile = (file, version, ...rest) => {
    const text = files.get(file);
    if (text === undefined) return getSourceFile(file, version, ...rest);
    return ts.createSourceFile(file, text, version, true);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...at].flatMap(([file, script]) => {
    const source = program.getSourceFile(file);
    const isClassic = script.language === 'classic';
    const found = [
      ...program.getSyntacticDiagnostics(source),
      ...(isClassic ? [] : program.getSemanticDiagnostics(source)),
    ];
    return found
      .filter(one => script.language !== 'js' || !isLax(one))
      .map(({code, messageText}) =>
        [script.at, code, ts.flattenDiagnosticMessageText(messageText, ' ')].join(': '),
      );
  });
}

/** What a plain script need not say. */
function isLax({code, messageText}: ts.Diagnostic): boolean {
  const text = ts.flattenDiagnosticMessageText(messageText, ' ');
  return (
    LAX.has(code) || /on type 'unknown'|Type '(?:undefined|null)' is not assignable/.test(text)
  );
}

function optionsOf(): ts.CompilerOptions {
  const read = (path: string) => readFileSync(path, 'utf8');
  const {config} = ts.readConfigFile(join(ROOT, 'tsconfig.json'), read) as {config: object};
  const {options} = ts.parseJsonConfigFileContent({...config, files: []}, ts.sys, ROOT);
  const paths = entries().map(({entry, source}) => [entry, [join(ROOT, source)]]);
  return {
    ...options,
    ...{noEmit: true, skipLibCheck: true, noUnusedLocals: false, verbatimModuleSyntax: false},
    jsx: ts.JsxEmit.ReactJSX,
    paths: Object.fromEntries(paths) as Record<string, string[]>,
    types: ['node'],
  };
}
