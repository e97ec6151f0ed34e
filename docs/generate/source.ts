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

/** What each part of the panel is, by the docstrings of the elements in it. */
export function partDescriptions(): Map<string, string> {
  const files = readdirSync(join(ROOT, 'src/elements'), {recursive: true}).map(String);
  const found = new Map<string, string>();
  for (const file of files.filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))) {
    for (const node of declarations(`src/elements/${file}`)) {
      for (const tag of ts.getJSDocTags(node).filter(one => one.tagName.text === 'csspart')) {
        const text = ts.getTextOfJSDocComment(tag.comment) ?? '';
        const [, name = '', what = ''] = /^(\S+) - ([^]*)$/.exec(text) ?? [];
        // Of several the panel's own words: they name what belongs together.
        if (!found.has(name) || file === 'panel/panel.ts') found.set(name, what);
      }
    }
  }
  return found;
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
