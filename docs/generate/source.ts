/** Reads names and docstrings from the syntax of the sources. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import ts from 'typescript';
import {ROOT} from './pages.js';

/** A source by its path from the root. */
export function parse(file: string): ts.SourceFile {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}

/** Text of the docstring before a node; empty where there is none. */
export function docOf(node: ts.Node): string {
  const doc = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1);
  return ts.getTextOfJSDocComment(doc?.comment) ?? '';
}

/** Text of a docstring as it stands in a source, without its marks. */
export const docText = (comment: string) =>
  comment
    .replace(/^\/\*\*|\*\/$/g, '')
    .replace(/^\s*\* ?/gm, '')
    .trim();

/** Classes and interfaces of a source. */
export function declarations(file: string): (ts.ClassDeclaration | ts.InterfaceDeclaration)[] {
  return parse(file).statements.filter(
    node => ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node),
  );
}

/** What the contract says of the fields of its interfaces, by `Interface.field`. */
export function contractFields(): Map<string, string> {
  const files = readdirSync(join(ROOT, 'src/contract')).filter(name => !name.endsWith('.test.ts'));
  const interfaces = files
    .flatMap(file => declarations(`src/contract/${file}`))
    .filter(ts.isInterfaceDeclaration);
  return new Map(
    interfaces.flatMap(node =>
      node.members.map((member): [string, string] => [
        `${node.name.text}.${member.name?.getText() ?? ''}`,
        docOf(member),
      ]),
    ),
  );
}
