import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { notePeer } from '../../server/http/network.ts';
import { closeAccount } from '../../src/contract/adminAccount.ts';
import { openIncident } from '../../src/contract/integrationAdmin.ts';
import { adminToken, operator } from './support/administration.ts';
import { call } from './support/agent.ts';
import { createTestApp } from './support/api.ts';
import { articleOf, importFiles } from './support/articles.ts';
import { openForFile } from './support/database.ts';
import { createTenant } from './support/tenant.ts';

const database = openForFile();
const files = {
  'en/spf.md': articleOf('Set up SPF', '## Steps\n\nAdd a *record* for pelicans.', {
    description: 'Who may send',
  }),
  'es/spf.md': articleOf('Configurar SPF', 'Un registro para pelícanos.'),
  'en/draft.md': articleOf('Draft for pelicans', 'Walruses.', { published: false }),
};
const noLimits = { keyPerHour: 0, visitorPerMinute: 0, networkPerMinute: 0 };

const asked = (body: unknown) => ({
  method: 'POST',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  headers: {
    'Content-Type': 'application/json',
    Accept: 'application/json, text/event-stream',
  },
});

async function open({ settings = { mcp: true }, rateLimits = noLimits } = {}) {
  const tenant = await createTenant(database.kysely, settings);
  const app = createTestApp(database, {
    publicUrl: 'https://support.acme.example',
    adminTokens: [adminToken],
    rateLimits,
  });
  await importFiles(database.kysely, tenant.id, files);
  const address = `http://api.test/mcp/${tenant.id}`;
  const send = (body: unknown, path = `/mcp/${tenant.id}`) => app.request(path, asked(body));
  return { app, tenant, address, send };
}

/** Connects the SDK's own client. */
async function connect({ app, address }: Awaited<ReturnType<typeof open>>) {
  const client = new Client({ name: 'test', version: '1' });
  const http = new StreamableHTTPClientTransport(new URL(address), {
    fetch: async (url, init) => app.request(new Request(url, init)),
  });
  // Its types do not allow an undefined session, which it has.
  const transport: Transport = {
    start: () => http.start(),
    send: (message) => http.send(message),
    close: () => http.close(),
    setProtocolVersion: (version) => http.setProtocolVersion(version),
  };
  http.onmessage = (message) => transport.onmessage?.(message);
  http.onerror = (error) => transport.onerror?.(error);
  await client.connect(transport);
  const Words = z.object({
    isError: z.optional(z.boolean()),
    content: z.array(z.object({ type: z.literal('text'), text: z.string() })),
  });
  return {
    client,
    use: async (name: string, input: Record<string, unknown> = {}) => {
      const { content, isError } = Words.parse(await client.callTool({ name, arguments: input }));
      return { text: content[0]?.text ?? '', isError };
    },
  };
}

const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' };

test('the client of the SDK finds three read-only tools', async () => {
  const { client } = await connect(await open());
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(['search_articles', 'get_article', 'get_status']);
  for (const { annotations } of tools) expect(annotations?.readOnlyHint).toBe(true);
  expect(client.getServerVersion()?.name).toBe('Acme support');
});

test('articles can be searched and read as Markdown, in the requested language, also by old slugs', async () => {
  const opened = await open();
  const { use } = await connect(opened);
  const found = JSON.parse((await use('search_articles', { query: 'spf record' })).text);
  expect(found).toMatchObject({ locale: 'en', results: [{ slug: 'spf', title: 'Set up SPF' }] });
  const { text } = await use('get_article', { slug: 'spf' });
  expect(text).toContain('# Set up SPF\n\n> Who may send\n\n## Steps\n\nAdd a *record*');
  expect(text).toMatch(/Source: https:\/\/.*spf/);
  expect((await use('get_article', { slug: 'spf', locale: 'es' })).text).toContain('Configurar');
});

test('the status equals that of the status page', async () => {
  const opened = await open();
  const body = { title: 'Sending is slow', message: 'We look into it.' };
  await call(opened.app, { key: opened.tenant.secretKey }, openIncident, { body });
  const { use } = await connect(opened);
  expect(JSON.parse((await use('get_status')).text)).toMatchObject({
    status: 'incident',
    incidents: [{ title: 'Sending is slow' }],
  });
});

test('drafts, articles of other accounts and unknown ones do not exist', async () => {
  const other = await createTenant(database.kysely, { mcp: true });
  await importFiles(database.kysely, other.id, {
    'en/theirs.md': articleOf('Theirs', 'Pelicans.'),
  });
  const { use } = await connect(await open());
  const { text } = await use('search_articles', { query: 'pelicans', limit: 10 });
  expect(text).not.toMatch(/draft|walrus|theirs/i);
  for (const slug of ['draft', 'theirs', 'none', '../spf']) {
    const result = await use('get_article', { slug });
    expect(result).toMatchObject({ isError: true, text: expect.stringMatching(/no article/) });
  }
});

test.each([
  ['search_articles', {}],
  ['search_articles', { query: 'x', limit: 99 }],
  ['search_articles', { query: 'x'.repeat(2_000) }],
  ['get_article', { slug: 1 }],
  ['delete_article', { slug: 'spf' }],
])('%s with %j is an error that the assistant can read', async (name, input) => {
  const { use } = await connect(await open());
  const result = await use(name, input).catch((error: unknown) => ({
    isError: true,
    text: String(error),
  }));
  expect(result.isError).toBe(true);
});

test('it is closed until the account enables it, and again when the account is closed', async () => {
  const closed = await open({ settings: { mcp: false } });
  expect((await closed.send(list)).status).toBe(404);
  const { app, tenant, send } = await open();
  expect((await send(list)).status).toBe(200);
  expect((await send(list, '/mcp/x')).status).toBe(404);
  expect((await send(list, '/mcp/00000000-0000-4000-8000-000000000000')).status).toBe(404);
  await call(app, operator, closeAccount, { params: { id: tenant.id }, body: {} });
  expect((await send(list)).status).toBe(404);
});

test('it has no sessions and no streams, and rejects invalid requests', async () => {
  const { app, tenant, send } = await open();
  const response = await send(list);
  expect(response.headers.get('Mcp-Session-Id')).toBeNull();
  expect(response.headers.get('Content-Type')).toContain('application/json');
  for (const method of ['GET', 'DELETE', 'PUT'])
    expect((await app.request(`/mcp/${tenant.id}`, { method })).status).toBe(405);
  for (const body of ['no JSON', '{}', '"x"']) {
    expect((await send(body)).status).toBe(400);
  }
  expect((await send(JSON.stringify({ x: 'x'.repeat(300_000) }))).status).toBe(413);
});

test('it has the rate limits of public pages', async () => {
  const { app, address } = await open({ rateLimits: { ...noLimits, networkPerMinute: 2 } });
  const send = async () => {
    const request = new Request(address, asked(list));
    notePeer(request, '8.8.4.4');
    return (await app.fetch(request)).status;
  };
  expect([await send(), await send(), await send()]).toEqual([200, 200, 429]);
});

test('each call of a batch counts for the rate limit, and a batch is limited', async () => {
  const { app, address } = await open({ rateLimits: { ...noLimits, networkPerMinute: 3 } });
  const send = async (body: unknown) => {
    const request = new Request(address, asked(body));
    notePeer(request, '8.8.8.8');
    return (await app.fetch(request)).status;
  };
  expect(await send([list, list, list, list])).toBe(429);
  expect(await send(Array(51).fill(list))).toBe(429);
  const unlimited = await open();
  expect((await unlimited.send(Array(51).fill(list))).status).toBe(400);
});
