/** The endpoints of the server, from its OpenAPI document. */
import {openApiDocument} from '../../server/src/http/openapi/document.js';
import {contractFields} from './source.js';
import {code, sentence, table} from './table.js';

interface Schema {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  description?: string;
  format?: string;
  $ref?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
}

interface Content {
  'application/json'?: {schema: Schema};
}

interface Operation {
  summary: string;
  description: string;
  tags: string[];
  security?: Record<string, unknown>[];
  parameters?: {name: string; in: string; schema: Schema}[];
  requestBody?: {content: Content};
  responses: Record<string, {description: string; content?: Content}>;
}

interface Found extends Operation {
  method: string;
  path: string;
}

/** Operations of a tag, in the document's order. */
function operations(tag: string): Found[] {
  const {paths} = openApiDocument() as {paths: Record<string, Record<string, Operation>>};
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .map(([method, operation]) => ({...operation, method: method.toUpperCase(), path}))
      .filter(({tags}) => tags.includes(tag)),
  );
}

/** A schema in a few words. */
function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map(one => JSON.stringify(one)).join(' | ');
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants) return [...new Set(variants.map(typeOf))].join(' | ');
  if (schema.type === 'array') {
    const item = typeOf(schema.items ?? {});
    return item.includes(' ') ? `(${item})[]` : `${item}[]`;
  }
  if (schema.type === 'object' && schema.properties) return shapeOf(schema);
  return [schema.type ?? 'any'].flat().join(' | ');
}

function shapeOf({properties = {}, required = []}: Schema): string {
  const names = Object.keys(properties);
  return `{${names.map(name => (required.includes(name) ? name : `${name}?`)).join(', ')}}`;
}

/** Where the contract says what a field is, by endpoint: of what is taken, and of what is answered. */
const CONTRACT: Readonly<Record<string, readonly [taken: string, answered: string]>> = {
  '/api/widget/resolve': ['ResolveRequest', 'ResolveResponse'],
  '/api/sessions': ['SessionRequest', 'SessionResponse'],
  '/api/sessions/{id}/captures': ['CaptureRequest', 'Capture'],
  '/api/sessions/{id}/feedback': ['FeedbackRequest', 'Feedback'],
};

/** Fields that are objects, each with its own name in the contract: their fields are rows too. */
const OBJECTS: Readonly<Record<string, string>> = {
  engagement: 'Engagement',
  page: 'PageInfo',
  agent: 'Agent',
  appearance: 'Appearance',
  conversation: 'ConversationSettings',
  navigation: 'Navigation',
  consent: 'GivenConsent',
  challenge: 'Challenge',
};

function fieldRows(schema: Schema, of: string | undefined, before = ''): string[][] {
  const {properties = {}, required = []} = schema;
  const docs = contractFields();
  return Object.entries(properties).flatMap(([name, field]) => {
    const inner = field.properties ? OBJECTS[name] : undefined;
    const words = field.description?.replace(/(?<!\.)$/, '.') ?? docs.get(`${of}.${name}`) ?? '';
    const row = [
      code(before + name),
      code(inner ? 'object' : typeOf(field)),
      required.includes(name) ? 'yes' : 'no',
      [sentence(words), limitOf(field)].filter(Boolean).join(' '),
    ];
    return [row, ...(inner ? fieldRows(field, inner, `${before}${name}.`) : [])];
  });
}

const fieldsTable = (schema: Schema, of: string | undefined, head: string) =>
  table(['field', 'type', head, 'meaning'], fieldRows(schema, of));

const limitOf = ({maxLength, minimum, maximum}: Schema) =>
  [
    maxLength !== undefined && `At most ${maxLength} characters.`,
    minimum !== undefined && maximum !== undefined && maximum < 1e9 && `${minimum} to ${maximum}.`,
  ]
    .filter(Boolean)
    .join(' ');

const schemaIn = (content: Content | undefined) => content?.['application/json']?.schema;

/** One endpoint in full. */
function section(one: Found): string {
  const [taken, answered] = CONTRACT[one.path] ?? [];
  const body = schemaIn(one.requestBody?.content);
  const good = Object.entries(one.responses).filter(([status]) => Number(status) < 300);
  const answer = good.map(([, {content}]) => schemaIn(content)).find(schema => schema?.properties);
  const statuses = Object.entries(one.responses).map(([status, {description}]) => [
    status,
    description,
  ]);
  return [
    `### ${one.method} ${one.path}`,
    `${one.summary}. ${one.description}`,
    ...(one.security ? ['`Authorization: Bearer <sessionToken>`.'] : []),
    ...(body?.properties ? ['It takes:', fieldsTable(body, taken, 'required')] : []),
    ...(answer ? ['It answers:', fieldsTable(answer, answered, 'always')] : []),
    table(['status', 'meaning'], statuses),
  ].join('\n\n');
}

/** Every endpoint of a tag in full. */
export const sections = (tag: string) => operations(tag).map(section).join('\n\n');

/** Every endpoint of a tag as one row. */
export function summaries(tag: string): string {
  const rows = operations(tag).map(({method, path, summary, description}) => [
    code(`${method} ${path}`),
    summary,
    description,
  ]);
  return table(['endpoint', 'does', 'who'], rows);
}
