/** Everything in the documents that is made of the code, by the name in its marker. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import prettier from 'prettier';
import {commandsText} from './cli.js';
import {
  attributesOf,
  cssPropertiesOf,
  methodsOf,
  partsOf,
  propertiesOf,
  slotsOf,
  tagAttributes,
} from './elements.js';
import {eventsTable, fieldsTable} from './events.js';
import {sections, summaries} from './http.js';
import {publicElements, type PublicElement} from './manifest.js';
import {entries, namesTable, packageProgram} from './package.js';
import {DOCS, pagesIn, ROOT, sourceOf, titleOf} from './pages.js';
import {framesTable} from './stream.js';

/** What can be generated: text by the name in its marker. */
export type Generated = Readonly<Record<string, () => string>>;

/** A file of the repository, shown as it is in the block between the marks. */
const SHOWN = /(<!-- file: (\S+) -->\n+```\w+\n)[^]*?(```\n+<!-- \/file -->)/g;
const MARKED = /<!-- generated: ([^>]+?) -->[^]*?<!-- \/generated -->/g;

/** All that can be generated. */
export async function generated(): Promise<Generated> {
  const elements = await publicElements();
  const widget = elements[0];
  if (!widget) throw new Error('The manifest has no element.');
  return {
    ...Object.fromEntries(elements.flatMap(ofElement)),
    ...ofEntries(),
    'attributes of the script tag': () => tagAttributes(widget),
    'slots of aiw-voice-widget': () => slotsOf(widget),
    'commands of aiw-server': commandsText,
    'endpoints of the widget': () => sections('Widget'),
    'endpoints of operations': () => sections('Operations'),
    'endpoints of operators': () => summaries('Operator'),
    'frames from the widget': () => framesTable('ClientFrame'),
    'frames from the server': () => framesTable('ServerEvent'),
    'list of decisions': () =>
      pagesIn('decisions')
        .filter(name => name !== 'README')
        .map(name => `- [${titleOf(sourceOf(`decisions/${name}`))}](${name}.md)`)
        .join('\n'),
  };
}

function ofElement(element: PublicElement): [string, () => string][] {
  const {tagName, events} = element;
  const names = events.map(({name}) => name);
  return [
    [`attributes of ${tagName}`, () => attributesOf(element)],
    [`properties of ${tagName}`, () => propertiesOf(element)],
    [`methods of ${tagName}`, () => methodsOf(element)],
    [`events of ${tagName}`, () => eventsTable(names)],
    [`fields of the events of ${tagName}`, () => fieldsTable(names)],
    [`slots of ${tagName}`, () => slotsOf(element)],
    [`parts of ${tagName}`, () => partsOf(element)],
    [`custom properties of ${tagName}`, () => cssPropertiesOf(element)],
  ];
}

/** The compiler reads the package only where a document asks for it. */
function ofEntries(): Generated {
  let program: ReturnType<typeof packageProgram> | undefined;
  return Object.fromEntries(
    entries().map(({entry}) => [
      `names of ${entry}`,
      () => namesTable((program ??= packageProgram()), entry),
    ]),
  );
}

/**
 * A document with what is generated in it made anew.
 *
 * @throws {Error} Where a marker names nothing that can be generated.
 */
export async function filled(text: string, all: Generated): Promise<string> {
  const next = text.replace(MARKED, (_, name: string) => {
    const make = all[name];
    if (!make)
      throw new Error(`Nothing is called “${name}”. There is: ${Object.keys(all).join(', ')}.`);
    return `<!-- generated: ${name} -->\n\n${make()}\n\n<!-- /generated -->`;
  });
  const whole = next.replace(SHOWN, (_, head: string, file: string, tail: string) => {
    return `${head}${readFileSync(join(ROOT, file), 'utf8').trimEnd()}\n${tail}`;
  });
  if (whole === text) return text;
  const config = await prettier.resolveConfig(join(DOCS, 'index.md'));
  return prettier.format(whole, {...config, parser: 'markdown'});
}

/** Documents that have something generated. */
export function markedPages(): {file: string; text: string}[] {
  return ['', 'decisions']
    .flatMap(folder => pagesIn(folder).map(name => join(DOCS, folder, `${name}.md`)))
    .map(file => ({file, text: readFileSync(file, 'utf8')}))
    .filter(({text}) => text.search(MARKED) >= 0 || text.search(SHOWN) >= 0);
}
