/** The frames of the stream, from the types of the contract. */
import ts from 'typescript';
import {docText, parse} from './source.js';
import {code, sentence, table} from './table.js';

/** A frame: its type, its fields as they are written, and what it is for. */
export interface Frame {
  type: string;
  fields: string;
  description: string;
}

/** Frames of a union of the contract. */
export function framesOf(union: 'ClientFrame' | 'ServerEvent'): Frame[] {
  const source = parse('src/contract/stream.ts');
  const alias = source.statements.find(
    (node): node is ts.TypeAliasDeclaration =>
      ts.isTypeAliasDeclaration(node) && node.name.text === union,
  );
  if (!alias || !ts.isUnionTypeNode(alias.type)) throw new Error(`There is no union ${union}.`);
  return alias.type.types.map(node => {
    const text = node.getText(source).replace(/\s+/g, ' ');
    // The comment stands before the bar, or before the first member.
    const bar = source.text.lastIndexOf('|', node.getStart(source));
    const before = source.text.slice(0, bar).trimEnd();
    const start = before.endsWith('*/') ? before.lastIndexOf('/**') : -1;
    return {
      type: /type: '(\w+)'/.exec(text)?.[1] ?? '',
      fields: text
        .replace(/type: '\w+';? ?/, '')
        .replace(/^\(\{\} & (.*)\)$/, '$1')
        .replace(/^\{ ?|\}$/g, ''),
      description: start < 0 ? '' : docText(before.slice(start)),
    };
  });
}

/** Frames of one direction as a table. */
export function framesTable(union: 'ClientFrame' | 'ServerEvent'): string {
  const rows = framesOf(union).map(({type, fields, description}) => [
    code(type),
    code(fields),
    sentence(description),
  ]);
  return table(['type', 'fields', 'meaning'], rows);
}
