import { expect, test } from 'vitest';
import { createPost } from '../../server/base/post.ts';
import { isPublicAddress } from '../../server/base/publicInternet.ts';
import { listIntegrations } from '../../src/contract/integration.ts';
import { upsertIntegration } from '../../src/contract/integrationAdmin.ts';
import { createWebhook } from '../../src/contract/webhook.ts';
import { call, callFor } from './support/agent.ts';
import { apiErrorOf, createTestApp } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { checkDue, createTestIntegrations } from './support/integrations.ts';
import { startStandIn } from './support/standIn.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();

test.each([
  ['8.8.8.8', true],
  ['93.184.216.34', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['100.64.0.1', false],
  ['169.254.169.254', false],
  ['172.16.0.1', false],
  ['172.32.0.1', true],
  ['192.168.1.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['2606:4700:4700::1111', true],
  ['::1', false],
  ['::', false],
  ['::ffff:8.8.8.8', false],
  ['::ffff:127.0.0.1', false],
  ['64:ff9b::7f00:1', false],
  ['fc00::1', false],
  ['fe80::1', false],
  ['2002:7f00:1::', false],
  ['2001:db8::1', false],
  ['ff02::1', false],
  ['name', false],
])('%s is public: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});

test('a name that resolves to this machine is not connected', async () => {
  const here = await startStandIn();
  const { port } = new URL(here.url);
  const guarded = createPost();
  for (const host of ['localhost', '127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '2130706433']) {
    const sent = guarded(`http://${host}:${port}/`, { headers: {}, body: '{}' });
    await expect(sent, host).rejects.toThrow('The address is not on the public internet.');
  }
  expect(here.requests).toEqual([]);
  here.respond(() => ({ status: 201, body: 'ok' }));
  const open = createPost({ allowPrivate: true });
  expect(await open(here.url, { headers: { 'X-One': '1' }, body: '{"ñ":1}' })).toMatchObject({
    status: 201,
    body: 'ok',
  });
  expect(here.requests[0]).toMatchObject({ body: '{"ñ":1}' });
  await here.close();
});

const guardedApp = (
  integrations = createTestIntegrations(database, { allowPrivateWebhooks: false }),
) => createTestApp(database, { integrations });

test.each([
  'http://127.0.0.1/',
  'http://localhost:8080/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://[::1]/',
  'http://[::ffff:169.254.169.254]/',
  'http://169.254.169.254/latest/meta-data',
  'https://10.0.0.1/',
  'https://user@example.com/',
  'ftp://example.com/',
])('an address outside the public internet is rejected: %s', async (url) => {
  const { secretKey } = await createTenant(database.kysely);
  const body = { url, events: ['ticket.created'] };
  const response = await callFor(guardedApp(), { key: secretKey }, createWebhook, { body });
  expect(await apiErrorOf(response)).toMatchObject({ status: 422, details: [{ field: 'url' }] });
});

test('a check only reaches the public internet, whatever a name resolves to', async () => {
  const here = await startStandIn();
  here.respond(() => ({ status: 200, body: { object: 'balance' } }));
  const { port } = new URL(here.url);
  const integrations = createTestIntegrations(database, { allowPrivateWebhooks: false });
  const app = guardedApp(integrations);
  const { secretKey, publishableKey } = await createTenant(database.kysely);
  const host = { key: secretKey };
  const of = (base_url: string) => ({
    body: { provider: 'stripe', credentials: { secret_key: 'sk_1' }, base_url },
  });
  for (const url of [
    here.url,
    `http://localhost:${port}`,
    'http://169.254.169.254',
    'http://[::1]',
  ]) {
    const response = await callFor(app, host, upsertIntegration, of(url));
    expect(await apiErrorOf(response), url).toMatchObject({ details: [{ field: 'base_url' }] });
  }
  // The name resolved to another address when it was saved.
  await call(app, host, upsertIntegration, {
    body: { provider: 'stripe', credentials: { secret_key: 'sk_1' } },
  });
  await asSuperuser(
    database.kysely,
    `update support.integrations set base_url = 'http://localhost:${port}' where base_url is null`,
  );
  expect(await checkDue(integrations, 9)).toBe(1);
  const page = { key: publishableKey, visitor: newId() };
  const { integrations: seen } = await call(app, page, listIntegrations);
  expect(seen[0]).toMatchObject({
    error_type: 'configuration_error',
    reason: 'The address of the service is not on the public internet.',
  });
  expect(here.requests).toEqual([]);
  await here.close();
});
