import {z} from 'zod';
import {clientFrame} from '../schemas.js';
import {errorBody} from './answers.js';
import {ENDPOINTS, type Endpoint} from './endpoints.js';
import {operatorEndpoints} from './operator-endpoints.js';

type Json = Record<string, unknown>;

/** The API as an OpenAPI 3.1 document, made of the schemas that check it. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of [...ENDPOINTS, ...operatorEndpoints()]) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = {...paths[path], [endpoint.method]: operationOf(endpoint)};
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'aiw-server',
      // Of the stream's subprotocol, `aiw.v1`.
      version: '1',
      description:
        'What the widget asks of its server, from any page of its site, and what operators do. The widget’s requests have snake_case fields, answers camelCase; times are RFC 3339; unknown fields are ignored.',
      license: {name: 'MIT', identifier: 'MIT'},
    },
    servers: [{url: '/'}],
    tags: [{name: 'Widget'}, {name: 'Operator'}, {name: 'Operations'}],
    paths,
    components: {
      schemas: {Error: schemaOf(errorBody), ClientFrame: schemaOf(clientFrame, 'input')},
      securitySchemes: {
        session: {type: 'http', scheme: 'bearer'},
        key: {type: 'http', scheme: 'bearer', description: 'A key of the dashboard’s settings.'},
        cookie: {type: 'apiKey', in: 'cookie', name: 'aiw.session_token'},
      },
    },
  };
}

function operationOf(endpoint: Endpoint): Json {
  const {summary, description, tag, isOfSession, isOfOperator, body, path, query} = endpoint;
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
  return {
    ...{summary, description, tags: [tag]},
    ...(isOfSession && {security: [{session: []}]}),
    ...(isOfOperator && {security: [{cookie: []}, {key: []}]}),
    ...((names.length > 0 || query) && {
      parameters: [
        ...names.map(name => ({
          ...{name, in: 'path', required: true},
          schema: isOfOperator ? {type: 'string'} : {type: 'string', format: 'uuid'},
        })),
        ...queryParameters(query),
      ],
    }),
    ...(body && {
      requestBody: {
        required: true,
        content: {'application/json': {schema: schemaOf(body, 'input')}},
      },
    }),
    responses: responsesOf(endpoint),
  };
}

function queryParameters(query: z.ZodType | undefined): Json[] {
  if (!query) return [];
  const {properties = {}} = schemaOf(query, 'input') as {properties?: Record<string, Json>};
  return Object.entries(properties).map(([name, schema]) => ({name, in: 'query', schema}));
}

function responsesOf({answers, refusals = {}}: Endpoint): Json {
  const schema = {$ref: '#/components/schemas/Error'};
  return {
    ...Object.fromEntries(
      Object.entries(answers).map(([status, answer]) => [
        status,
        {
          description: answer.description,
          ...(answer.schema && {content: {'application/json': {schema: schemaOf(answer.schema)}}}),
          ...(answer.type && {content: {[answer.type]: {schema: {type: 'string'}}}}),
        },
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(refusals).map(([status, description]) => [
        status,
        {description, content: {'application/json': {schema}}},
      ]),
    ),
  };
}

/** A schema by itself: what it refers to is put into its place. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output'): Json {
  const {$schema, ...json} = z.toJSONSchema(schema, {
    ...{io, reused: 'inline', unrepresentable: 'any'},
  });
  void $schema;
  return json;
}
