/**
 * What this product promises to those who embed it or talk to its server, one line for each thing.
 *
 * Taken from what is really there: the types of the package's modules, the custom-elements
 * manifest, and the OpenAPI document that the server's own schemas make.
 */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';
import {openApiDocument} from '../server/src/http/openapi/document.js';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

/** All lines, sorted. The widget has to be built. */
export function publicSurface(): string[] {
  return [...modules(), ...elements(), ...frames(), ...routes()].sort();
}

interface Entry {
  name: string;
  type?: {text: string};
  kind?: string;
  static?: boolean;
  privacy?: string;
  parameters?: Entry[];
  return?: {type: {text: string}};
}
interface Declaration {
  tagName: string;
  attributes: Entry[];
  members: Entry[];
  events?: Entry[];
  slots?: Entry[];
  cssParts?: Entry[];
  cssProperties?: Entry[];
}

/** Attributes, properties, methods, events, slots, parts and custom properties of each element. */
function elements(): string[] {
  const {modules: all} = read('dist/custom-elements.json') as {
    modules: {declarations: Declaration[]}[];
  };
  return all.flatMap(({declarations}) => declarations).flatMap(elementLines);
}

function elementLines(element: Declaration): string[] {
  const typed = ({name, type}: Entry) => `${name}: ${type?.text ?? 'unknown'}`;
  const of = (kind: string, entries: Entry[] | undefined, text = typed) =>
    (entries ?? []).map(entry => `<${element.tagName}> ${kind} ${text(entry)}`);
  const byName = ({name}: Entry) => name;
  const members = element.members.filter(member => !member.static);
  return [
    ...of('attribute', element.attributes),
    ...of(
      'property',
      members.filter(({kind}) => kind === 'field'),
    ),
    ...of(
      'method',
      members.filter(({kind}) => kind === 'method'),
      signature,
    ),
    ...of('event', element.events),
    ...of('slot', element.slots, byName),
    ...of('part', element.cssParts, byName),
    ...of('custom property', element.cssProperties, byName),
  ];
}

function signature({name, parameters = [], return: returned}: Entry): string {
  const given = parameters.map(parameter => `${parameter.name}: ${parameter.type?.text ?? '?'}`);
  return `${name}(${given.join(', ')}): ${returned?.type.text ?? 'void'}`;
}

/** What each module of the package exports, by the sources that its types are made of. */
function modules(): string[] {
  const {exports} = read('package.json') as {exports: Record<string, string | {types: string}>};
  const sources = Object.entries(exports).flatMap(([name, target]) =>
    typeof target === 'string'
      ? []
      : [[name, join(ROOT, target.types.replace(/^\.\/dist\/(.*)\.d\.ts$/, 'src/$1.ts'))] as const],
  );
  const checker = checkerOf(sources.map(([, file]) => file));
  const lines = sources.flatMap(([name, file]) => {
    const exported = checker.exportsOf(file);
    return [`module ${name}`, ...exported.map(symbol => `module ${name} exports ${symbol.name}`)];
  });
  const api = checker.typeOf(join(ROOT, 'src/page-api.ts'), 'AIWWidgetApi');
  return [...lines, ...checker.membersOf(api).map(member => `window.AIWWidget ${member}`)];
}

/** Frames of the stream in both directions, with their fields. */
function frames(): string[] {
  const file = join(ROOT, 'src/contract/stream.ts');
  const checker = checkerOf([file]);
  return ['ClientFrame', 'ServerFrame'].flatMap(name => {
    const union = checker.typeOf(file, name);
    const kinds = union.isUnion() ? union.types : [union];
    return kinds.map(kind => `${name} {${checker.membersOf(kind).join('; ')}}`);
  });
}

function checkerOf(files: readonly string[]) {
  const config = ts.readConfigFile(join(ROOT, 'tsconfig.json'), path => ts.sys.readFile(path));
  const {options} = ts.parseJsonConfigFileContent(config.config, ts.sys, ROOT);
  const program = ts.createProgram([...files], {...options, types: []});
  const checker = program.getTypeChecker();
  const exportsOf = (file: string): ts.Symbol[] => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    return module ? checker.getExportsOfModule(module) : [];
  };
  const typeOf = (file: string, name: string): ts.Type => {
    const symbol = exportsOf(file).find(entry => entry.name === name);
    if (!symbol) throw new Error(`${file} exports no ${name}.`);
    return checker.getDeclaredTypeOfSymbol(symbol);
  };
  const membersOf = (type: ts.Type): string[] =>
    type.getProperties().map(member => {
      const isOptional = member.flags & ts.SymbolFlags.Optional;
      const text = checker.typeToString(
        checker.getTypeOfSymbol(member),
        undefined,
        ts.TypeFormatFlags.NoTruncation,
      );
      return `${member.name}${isOptional ? '?' : ''}: ${text}`;
    });
  return {exportsOf, typeOf, membersOf};
}

interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
}
interface Operation {
  requestBody?: {content: Record<string, {schema: Schema}>};
  responses?: Record<string, {content?: Record<string, {schema?: Schema}>}>;
  parameters?: {name: string; in: string}[];
}

/** Routes with what they take and answer. */
function routes(): string[] {
  const {paths} = openApiDocument() as {paths: Record<string, Record<string, Operation>>};
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const route = `${method.toUpperCase()} ${path}`;
      const bodies = Object.entries(operation.requestBody?.content ?? {});
      return [
        route,
        ...(operation.parameters ?? []).map(({name, in: where}) => `${route} ${where} ${name}`),
        ...bodies.flatMap(([, {schema}]) => fields(schema).map(field => `${route} takes ${field}`)),
        ...Object.entries(operation.responses ?? {}).flatMap(([status, {content = {}}]) => [
          `${route} answers ${status}`,
          ...Object.values(content).flatMap(({schema}) =>
            fields(schema).map(field => `${route} answers ${status} ${field}`),
          ),
        ]),
      ];
    }),
  );
}

/** Fields of a schema by their paths, `?` where they may be absent. */
function fields(schema: Schema | undefined, prefix = ''): string[] {
  if (!schema) return [];
  const {properties = {}, required = [], items, anyOf = []} = schema;
  return [
    ...Object.entries(properties).flatMap(([name, inner]) => {
      const path = `${prefix}${name}`;
      return [`${path}${required.includes(name) ? '' : '?'}`, ...fields(inner, `${path}.`)];
    }),
    ...fields(items, `${prefix}[].`),
    ...anyOf.flatMap(option => fields(option, prefix)),
  ];
}
