import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { fromJSONSchema } from 'zod';
import * as z from 'zod/mini';
import {
  agentEndpoints,
  endpoints,
  eventEndpoints,
  lateEndpoints,
} from '../../src/contract/index.ts';
import { callFor } from './support/agent.ts';
import { created, createTestApp, draft, headersOf, post } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { plantIntegration } from './support/integrations.ts';
import { OpenApi, type Operation } from './support/openApiSchema.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();
const table = { ...endpoints, ...eventEndpoints, ...lateEndpoints, ...agentEndpoints };

let document: OpenApi;
beforeAll(async () => {
  const response = await createTestApp(database).request('/v1/openapi.json');
  expect(response.headers.get('Content-Type')).toBe('application/json');
  document = z.parse(OpenApi, await response.json());
});

const operationsOf = ({ paths }: OpenApi) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

const at = '#/components/schemas/';
const atResponses = '#/components/responses/';
/** Returns the distinct references in a value. */
const refsIn = (value: unknown) => [
  ...new Set([...JSON.stringify(value).matchAll(/"\$ref":"([^"]*)"/g)].map(([, ref = '']) => ref)),
];

test('it is an OpenAPI 3.1 document of every endpoint, with unique names', async () => {
  const operations = operationsOf(document);
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [name, { path, method, access }] of Object.entries(table)) {
    const found = operations.find(({ operation }) => operation.operationId === name);
    expect(found).toMatchObject({ path: `/${path}`, method: method.toLowerCase() });
    const scheme = access === 'visitor' || access === 'guest' ? 'key' : access;
    expect(found?.operation.security[0]).toHaveProperty(scheme);
  }
});

test('it is small, created once, compressed, and has an ETag', async () => {
  const app = createTestApp(database);
  const read = (headers: Record<string, string> = {}) =>
    app.request('/v1/openapi.json', { headers });
  const whole = await read();
  const text = await whole.text();
  expect(text.length).toBeLessThan(200_000);
  const tag = whole.headers.get('ETag') ?? '';
  expect((await read({ 'If-None-Match': tag })).status).toBe(304);
  const compressed = await read({ 'Accept-Encoding': 'br, gzip' });
  expect(compressed.headers.get('Content-Encoding')).toBe('gzip');
  const bytes = Buffer.from(await compressed.arrayBuffer());
  expect(bytes.length).toBeLessThan(20_000);
  expect(gunzipSync(bytes).toString()).toBe(text);
});

test('the base URL leads to it', async () => {
  const app = createTestApp(database);
  for (const address of ['/v1/', '/v1']) {
    const response = await app.request(address);
    expect([response.status, response.headers.get('Location')]).toEqual([302, '/v1/openapi.json']);
  }
});

test('all references exist, and path parameters are described', async () => {
  const { schemas, responses, securitySchemes } = document.components;
  const known = [
    ...Object.keys(schemas).map((name) => at + name),
    ...Object.keys(responses).map((name) => atResponses + name),
  ];
  expect(refsIn(document).filter((ref) => !known.includes(ref))).toEqual([]);
  for (const { path, operation } of operationsOf(document)) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const named = (operation.parameters ?? []).filter((one) => one.in === 'path');
    expect(named.map(({ name }) => name)).toEqual(inPath);
    for (const name of operation.security.flatMap((one) => Object.keys(one))) {
      expect(Object.keys(securitySchemes)).toContain(name);
    }
  }
});

test('real responses match it', async () => {
  const tenant = await createTenant(database.kysely);
  const id = await plantIntegration(database.kysely, tenant.id);
  const app = createTestApp(database);
  const page = { key: tenant.publishableKey, visitor: newId() };
  const ticket = await created(post(app, page, draft));
  const schemaOf = (name: string, status: string) => {
    const found = operationsOf(document).find(({ operation }) => operation.operationId === name);
    return fromJSONSchema(asSchema(document, found?.operation, status));
  };
  for (const [name, params] of [
    ['getConfig', {}],
    ['listTickets', {}],
    ['getTicket', { id: ticket.id }],
    ['listMessages', { id: ticket.id }],
    ['listIntegrations', {}],
    ['getIntegration', { id }],
    ['getDashboard', {}],
    ['getStatus', {}],
    ['listSyncLogs', {}],
  ] as const) {
    const response = await callFor(app, page, table[name], { params });
    expect(schemaOf(name, '200').safeParse(await response.json()), name).toMatchObject({
      success: true,
    });
  }
  const rejected = await app.request('/v1/support/tickets/x', { headers: headersOf(page) });
  expect(schemaOf('getTicket', 'default').parse(await rejected.json())).toBeDefined();
  expect(schemaOf('getTicket', '200').safeParse({ success: true, data: {} }).success).toBe(false);
});

/** Returns the schema of a response with all schemas that it refers to. */
function asSchema({ components }: OpenApi, operation: Operation | undefined, status: string) {
  const given = operation?.responses[status];
  const isRef = given !== undefined && '$ref' in given;
  const response = isRef ? components.responses[given.$ref.slice(atResponses.length)] : given;
  const schema = response?.content?.['application/json']?.schema;
  const $defs: Record<string, unknown> = {};
  const missing = refsIn(schema);
  for (const ref of missing) {
    const name = ref.slice(at.length);
    if (name in $defs) continue;
    $defs[name] = components.schemas[name];
    missing.push(...refsIn($defs[name]));
  }
  return JSON.parse(JSON.stringify({ ...schema, $defs }).replaceAll(at, '#/$defs/'));
}
