import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDesk } from '../../server/routes/desk.ts';
import { listAgentTickets, writeAgentMessage } from '../../src/contract/agent.ts';
import { getAgentSession } from '../../src/contract/agentSession.ts';
import { call, callFor, openSession } from './support/agent.ts';
import { type App, apiErrorOf, created, createTestApp, draft, post } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { createTenant, newId, type TestTenant } from './support/tenant.ts';

const database = openForFile();
const folder = mkdtempSync(join(tmpdir(), 'desk-'));
let app: App;
let tenant: TestTenant;
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Desk</title>');
  writeFileSync(join(folder, 'assets/index-Cb9K1cCi.js'), 'export {};');
  app = createTestApp(database);
  addDesk(app, folder);
  tenant = await createTenant(database.kysely);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the page is always revalidated, its code never, and both run only their own code', async () => {
  const page = await app.request('/desk/');
  expect(await page.text()).toContain('<title>Desk</title>');
  expect(Object.fromEntries(page.headers)).toMatchObject({
    'cache-control': 'no-cache',
    'content-security-policy': expect.stringContaining("script-src 'self'"),
    'x-content-type-options': 'nosniff',
  });
  const code = await app.request('/desk/assets/index-Cb9K1cCi.js');
  expect(code.headers.get('Content-Type')).toContain('text/javascript');
  expect(code.headers.get('Cache-Control')).toContain('immutable');
  const moved = await app.request('/desk');
  expect([moved.status, moved.headers.get('Location')]).toEqual([301, '/desk/']);
  const start = await app.request('/');
  expect([start.status, start.headers.get('Location')]).toEqual([302, '/desk/']);
});

test.each(['/desk/none.js', '/desk/../package.json', '/desk/%2e%2e/package.json', '/desk/a%00b'])(
  'only its files are served: %s',
  async (path) => {
    const response = await app.request(path);
    expect((await apiErrorOf(response)).code).toBe('NOT_FOUND');
  },
);

test('a session works on pages of this server only', async () => {
  const agent = await openSession(app, tenant);
  const page = { key: tenant.publishableKey, visitor: newId() };
  const { id } = await created(post(app, page, draft));
  const write = (Origin: string) =>
    callFor(app, agent, writeAgentMessage, {
      params: { id },
      body: { body: 'Hello' },
      headers: { Origin },
    });
  expect((await write('http://localhost')).status).toBe(201);
  expect((await write('https://localhost')).status).toBe(201); // a proxy terminates TLS
  for (const origin of ['http://localhost.evil.example', 'http://localhost:81', 'null']) {
    expect((await apiErrorOf(await write(origin))).code).toBe('ORIGIN_NOT_ALLOWED');
  }
  const headers = { Origin: 'http://localhost' };
  for (const key of [tenant.secretKey, tenant.publishableKey]) {
    const response = await callFor(app, { key }, listAgentTickets, { headers });
    expect(response.status).toBe(403);
  }
});

test('a session identifies its agent, and a key has no agent', async () => {
  const agent = await openSession(app, tenant);
  expect(await call(app, agent, getAgentSession)).toMatchObject({
    agent: { name: expect.any(String) },
    role: 'agent',
    mode: 'live',
    account: { id: tenant.id },
  });
  expect(await call(app, { key: tenant.secretKey }, getAgentSession)).toMatchObject({
    agent: null,
    role: null,
  });
});
