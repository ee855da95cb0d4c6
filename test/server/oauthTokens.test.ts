import { expect, test } from 'vitest';
import { disconnectIntegration } from '../../src/contract/connect.ts';
import { checkIntegration } from '../../src/contract/integration.ts';
import { call } from './support/agent.ts';
import { openForFile } from './support/database.ts';
import { testVault } from './support/integrations.ts';
import { openOAuth, query } from './support/oauth.ts';

const database = openForFile();
const { google, newIntegrations, open } = openOAuth(database);

const endSoon = (id: string, when = '1 minute') =>
  query(
    database,
    `update support.integration_secrets set expires_at = now() + interval '${when}'
     where integration_id = '${id}'`,
  );

test('tokens are refreshed five minutes before they expire, once for all processes', async () => {
  const { connect, id, tenant, integrations } = await open();
  await connect();
  const place = { tenantId: tenant.id, integrationId: id };
  const fresh = (from = integrations) => from.connections.freshTokens('google', place);
  const first = await fresh();
  await endSoon(id, '6 minutes');
  expect(await fresh()).toEqual(first);
  await endSoon(id, '-1 minutes');
  const others = [integrations, newIntegrations(), newIntegrations(), newIntegrations()];
  const found = await Promise.all(others.map((one) => fresh(one)));
  expect(new Set(found.map((tokens) => tokens?.access_token)).size).toBe(1);
  expect(found[0]?.access_token).not.toBe(first?.access_token);
  expect(google().grants).toEqual(['authorization_code', 'refresh_token']);
  await endSoon(id);
  expect((await fresh())?.access_token).not.toBe(found[0]?.access_token);
});

test('access that was revoked at the provider needs a person', async () => {
  const { connect, id, tenant, app, page, integrations, status } = await open();
  await connect();
  const place = { tenantId: tenant.id, integrationId: id };
  await integrations.connections.revoke('google', place);
  await endSoon(id);
  const checked = await call(app, page, checkIntegration, { params: { id } });
  expect(checked).toMatchObject({
    lifecycle: 'error',
    connection: { state: 'error' },
    error_type: 'authentication_error',
    reason: 'The access has expired or was revoked.',
  });
  await connect();
  expect(await status()).toMatchObject({ lifecycle: 'active', connection: { state: 'connected' } });
  expect((await status()).error_type).toBeUndefined();
});

test('disconnecting revokes the access and deletes the tokens', async () => {
  const { connect, id, tenant, app, page, integrations } = await open();
  await connect();
  const [row] = await query(
    database,
    `select sealed from support.integration_secrets
    where integration_id = '${id}'`,
  );
  const kept = testVault.open(String(row?.sealed), `${tenant.id}/${id}/tokens`);
  const off = await call(app, page, disconnectIntegration, { params: { id } });
  expect(off).toMatchObject({
    lifecycle: 'inactive',
    connection: { state: 'disconnected', ever_connected: false },
  });
  expect(
    await query(
      database,
      `select 1 from support.integration_secrets where integration_id = '${id}'`,
    ),
  ).toEqual([]);
  // A copy of the tokens would be useless too.
  const sealed = testVault.seal(kept, `${tenant.id}/${id}/tokens`);
  await query(
    database,
    `insert into support.integration_secrets (tenant_id, integration_id, kind, sealed, expires_at)
    values ('${tenant.id}', '${id}', 'tokens', '${sealed}', now())`,
  );
  const place = { tenantId: tenant.id, integrationId: id };
  await expect(integrations.connections.freshTokens('google', place)).rejects.toMatchObject({
    type: 'authentication_error',
  });
});
