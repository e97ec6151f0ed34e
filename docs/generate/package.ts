/** What each entry of the package exports, by the compiler's own reading. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import ts from 'typescript';
import {ROOT} from './pages.js';
import {code, sentence, table} from './table.js';

/** A name that the package exports. */
export interface PublicName {
  /** Entry by which it is imported, such as `aiw-voice-widget/loader`. */
  entry: string;
  name: string;
  kind: string;
  description: string;
}

/** Entries with types, and the source of each. */
export function entries(): {entry: string; source: string}[] {
  const {exports: all} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    exports: Record<string, string | {types?: string}>;
  };
  return Object.entries(all).flatMap(([name, target]) => {
    const types = typeof target === 'string' ? undefined : target.types;
    if (!types?.endsWith('.d.ts')) return [];
    const source = types.replace('./dist/', 'src/').replace(/\.d\.ts$/, '.ts');
    return [{entry: `aiw-voice-widget${name.slice(1)}`, source}];
  });
}

/** A program of all entries. */
export function packageProgram(): ts.Program {
  const {config} = ts.readConfigFile(join(ROOT, 'tsconfig.json'), path =>
    readFileSync(path, 'utf8'),
  ) as {
    config: object;
  };
  const {options} = ts.parseJsonConfigFileContent({...config, files: []}, ts.sys, ROOT);
  const files = entries().map(({source}) => join(ROOT, source));
  return ts.createProgram(files, {...options, noEmit: true, skipLibCheck: true});
}

const KINDS: readonly [ts.SymbolFlags, string][] = [
  [ts.SymbolFlags.Class, 'class'],
  [ts.SymbolFlags.Interface, 'interface'],
  [ts.SymbolFlags.TypeAlias, 'type'],
  [ts.SymbolFlags.Function, 'function'],
  [ts.SymbolFlags.Variable, 'constant'],
];

/** Every exported name, by entry. */
export function publicNames(program: ts.Program): PublicName[] {
  const checker = program.getTypeChecker();
  return entries().flatMap(({entry, source}) =>
    exportsOf(program, source).map(symbol => ({
      ...{entry, name: symbol.name},
      kind: KINDS.find(([flag]) => symbol.flags & flag)?.[1] ?? '',
      description: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
    })),
  );
}

/** Exported names of a source, aliases followed. */
function exportsOf(program: ts.Program, source: string): ts.Symbol[] {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(join(ROOT, source));
  const module = file && checker.getSymbolAtLocation(file);
  if (!module) return [];
  return checker
    .getExportsOfModule(module)
    .map(symbol =>
      symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
    );
}

/** Fields and methods of what is exported, as far as they are declared here and are no inner ones. */
export function publicMembers(program: ts.Program): PublicName[] {
  const checker = program.getTypeChecker();
  return entries().flatMap(({entry, source}) =>
    exportsOf(program, source).flatMap(symbol =>
      [...(symbol.members?.values() ?? [])].filter(isPublic).map(member => ({
        ...{entry, name: `${symbol.name}.${member.name}`, kind: 'member'},
        description: ts.displayPartsToString(member.getDocumentationComment(checker)),
      })),
    ),
  );
}

function isPublic(member: ts.Symbol): boolean {
  const [declaration] = member.declarations ?? [];
  if (!declaration || member.flags & ts.SymbolFlags.Constructor) return false;
  if (ts.isPropertyDeclaration(declaration) && ts.isPrivateIdentifier(declaration.name))
    return false;
  if (ts.isMethodDeclaration(declaration) && ts.isPrivateIdentifier(declaration.name)) return false;
  if (!ts.isClassElement(declaration) && !ts.isTypeElement(declaration)) return false;
  const flags = ts.getCombinedModifierFlags(declaration);
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected | ts.ModifierFlags.Override;
  const isInternal = ts.getJSDocTags(declaration).some(tag => tag.tagName.text === 'internal');
  return (flags & hidden) === 0 && !isInternal;
}

/** Names of one entry as a table. */
export function namesTable(program: ts.Program, entry: string): string {
  const rows = publicNames(program)
    .filter(one => one.entry === entry)
    .map(({name, kind, description}) => [code(name), kind, sentence(description)]);
  return table(['name', 'kind', 'what'], rows);
}
