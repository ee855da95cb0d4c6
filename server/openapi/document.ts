import type * as z from 'zod/mini';
import { accountHeader } from '../../src/contract/adminEndpoints.ts';
import { type Endpoint, headers } from '../../src/contract/endpoint.ts';
import { Failure, Meta } from '../../src/contract/envelope.ts';
import {
  adminEndpoints,
  agentEndpoints,
  endpoints,
  eventEndpoints,
  lateEndpoints,
} from '../../src/contract/index.ts';
import { otherPaths } from './otherPaths.ts';
import { createReplySchemas, inputSchema, type JsonSchema, type ReplySchemas } from './schemas.ts';

const table: Readonly<Record<string, Endpoint>> = {
  ...endpoints,
  ...eventEndpoints,
  ...lateEndpoints,
  ...agentEndpoints,
  ...adminEndpoints,
};

const json = 'application/json';

/** Creates the OpenAPI 3.1 document of the API from the contract's table of endpoints. */
export function createDocument(): JsonSchema {
  const replies = Object.entries(table).map(([name, { reply }]) => [
    `${capital(name)}Reply`,
    reply,
  ]);
  const schemas = createReplySchemas({ Failure, Meta, ...Object.fromEntries(replies) });
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, endpoint] of Object.entries(table)) {
    const path = `/${endpoint.path}`;
    const method = endpoint.method.toLowerCase();
    paths[path] = { ...paths[path], [method]: operationOf(name, endpoint, schemas) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'PenguinMails support',
      version: '1',
      description: `Success is \`{ success: true, data, meta }\`, failure \`{ success: false, error }\`. Keys are sent as \`Authorization: Bearer …\`: a publishable one by pages of allowed origins, a secret one server to server.`,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '.', description: 'The server of this document.' }],
    paths: { ...paths, ...otherPaths },
    components: {
      schemas: schemas.all,
      responses: { Failure: failureOf(schemas) },
      securitySchemes,
    },
  };
}

const securitySchemes = {
  key: { type: 'http', scheme: 'bearer', description: 'A publishable or a secret key.' },
  agent: {
    type: 'http',
    scheme: 'bearer',
    description: 'A secret key or the session of an agent.',
  },
  secret: { type: 'http', scheme: 'bearer', description: 'A secret key, never in a browser.' },
  operator: { type: 'http', scheme: 'bearer', description: 'The ADMIN_TOKEN of the server.' },
  account: {
    type: 'apiKey',
    in: 'header',
    name: accountHeader,
    description: 'The id of an account.',
  },
  metrics: { type: 'http', scheme: 'bearer', description: 'The METRICS_TOKEN of the server.' },
  visitor: {
    type: 'apiKey',
    in: 'header',
    name: headers.visitor,
    description: 'A random id of 22 to 64 base64url characters.',
  },
  identity: {
    type: 'apiKey',
    in: 'header',
    name: headers.identity,
    description: 'A JWT of the host’s backend; it replaces the random id.',
  },
};

const security: Record<Endpoint['access'], readonly Record<string, readonly string[]>[]> = {
  key: [{ key: [] }],
  guest: [{ key: [] }, { key: [], identity: [] }],
  visitor: [
    { key: [], visitor: [] },
    { key: [], identity: [] },
  ],
  agent: [{ agent: [] }],
  secret: [{ secret: [] }],
  admin: [{ agent: [] }, { operator: [], account: [] }],
  operator: [{ operator: [] }],
};

function operationOf(name: string, endpoint: Endpoint, { refTo }: ReplySchemas): JsonSchema {
  const { access, path, reply, idempotent, etag } = endpoint;
  const success = {
    description: 'Success',
    content: { [json]: { schema: successOf(refTo(reply), refTo(Meta)) } },
  };
  return {
    operationId: name,
    summary: sentence(name),
    tags: [tagOf(path)],
    security: security[access],
    parameters: parametersOf(endpoint),
    ...bodyOf(endpoint),
    responses: {
      [idempotent ? '201' : '200']: success,
      ...(etag && { '304': { description: 'As it was.' } }),
      default: { $ref: '#/components/responses/Failure' },
    },
  };
}

/** The response of every endpoint that fails. */
function failureOf({ refTo }: ReplySchemas): JsonSchema {
  return { description: 'Failure', content: { [json]: { schema: refTo(Failure) } } };
}

function successOf(data: JsonSchema, meta: JsonSchema): JsonSchema {
  return {
    type: 'object',
    properties: { success: { const: true }, data, meta },
    required: ['success', 'data', 'meta'],
  };
}

function parametersOf({ path, query, idempotent, proof, upload, etag }: Endpoint): JsonSchema[] {
  const string = { type: 'string' };
  const header = (name: string, required: boolean, schema: JsonSchema = string) => ({
    name,
    in: 'header',
    required,
    schema,
  });
  return [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: string,
    })),
    ...(query === undefined ? [] : queryOf(query)),
    ...(idempotent
      ? [header(headers.idempotencyKey, true, { ...string, pattern: '^[A-Za-z0-9_-]{22,64}$' })]
      : []),
    ...(proof ? [header(headers.proof, false)] : []),
    ...(upload ? [header(headers.fileName, true)] : []),
    ...(etag ? [header('If-None-Match', false)] : []),
  ];
}

function queryOf(query: z.ZodMiniType): JsonSchema[] {
  const { properties = {}, required = [] } = inputSchema(query);
  return Object.entries(Object(properties)).map(([name, schema]) => ({
    name,
    in: 'query',
    required: Array.isArray(required) && required.includes(name),
    schema,
  }));
}

function bodyOf({ body, upload, beacon }: Endpoint): JsonSchema {
  if (upload) {
    const file = { 'application/octet-stream': {} };
    return { requestBody: { required: true, description: 'The bytes.', content: file } };
  }
  if (body === undefined) return {};
  const schema = { schema: inputSchema(body) };
  const content = { [json]: schema, ...(beacon && { 'text/plain': schema }) };
  return { requestBody: { required: true, content } };
}

/** Returns the tag of a path: `support`, `integrations`, or the agents' resource. */
function tagOf(path: string): string {
  const [area = '', part = ''] = path.split('/');
  return ['agent', 'admin', 'support'].includes(area) ? `${area}: ${part}` : area;
}

/** Turns `createTicket` into `Create ticket`. */
function sentence(name: string): string {
  return capital(name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
