/** The events that a page hears, with what they carry. */
import ts from 'typescript';
import {declarations, docOf} from './source.js';
import {code, sentence, table} from './table.js';

/** An event of a page: its name, class and fields. */
export interface PageEvent {
  name: string;
  className: string;
  description: string;
  cancelable: boolean;
  fields: {name: string; type: string; description: string}[];
}

const CLASSES = ['src/events.ts', 'src/elements/capture-pill/events.ts'];

/** Every event class of the package. */
export function pageEvents(): PageEvent[] {
  return CLASSES.flatMap(file =>
    declarations(file)
      .filter(ts.isClassDeclaration)
      .map(node => eventOf(node)),
  );
}

function eventOf(node: ts.ClassDeclaration): PageEvent {
  const text = node.getText();
  const fields = node.members
    .filter(ts.isPropertyDeclaration)
    .filter(member => !member.modifiers?.some(({kind}) => kind === ts.SyntaxKind.StaticKeyword))
    .map(member => ({
      name: member.name.getText(),
      type: member.type?.getText() ?? '',
      description: docOf(member),
    }));
  return {
    name: /'(aiw-[a-z-]+)'/.exec(text)?.[1] ?? '',
    className: node.name?.text ?? '',
    description: docOf(node),
    cancelable: text.includes('cancelable: true'),
    fields,
  };
}

/** Events of an element, in the order in which it names them. */
export function eventsTable(names: readonly string[]): string {
  const all = pageEvents();
  const rows = names.map(name => {
    const event = all.find(one => one.name === name);
    if (!event) throw new Error(`${name} has no class in ${CLASSES.join(', ')}.`);
    return [
      code(name),
      code(event.className),
      event.fields.map(field => `\`${field.name}: ${field.type}\``).join('<br>'),
      sentence(event.description),
    ];
  });
  return table(['event', 'class', 'fields', 'when'], rows);
}

/** Fields of all events of an element. */
export function fieldsTable(names: readonly string[]): string {
  const rows = pageEvents()
    .filter(({name}) => names.includes(name))
    .flatMap(event =>
      event.fields.map(field => [code(event.name), code(field.name), sentence(field.description)]),
    );
  return table(['event', 'field', 'meaning'], rows);
}
