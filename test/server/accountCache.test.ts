import { expect, test } from 'vitest';
import { updateAccountSettings } from '../../src/contract/adminSettings.ts';
import { getConfig, TenantConfig } from '../../src/contract/config.ts';
import { adminToken, forAccount, operator } from './support/administration.ts';
import { call } from './support/agent.ts';
import { createTestApp, dataOf, get } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { createTenant } from './support/tenant.ts';

const database = openForFile();

test('settings are cached, and changes made here apply immediately', async () => {
  const app = createTestApp(database, { keyCacheMs: 3_600_000, adminTokens: [adminToken] });
  const tenant = await createTenant(database.kysely);
  const me = { key: tenant.publishableKey };
  const nameOf = async () => (await dataOf(await get(app, me, getConfig.path), TenantConfig)).name;
  expect(await nameOf()).toBe('Acme');
  await asSuperuser(
    database.kysely,
    `update support.tenants set name = 'Elsewhere' where id = '${tenant.id}'`,
  );
  expect(await nameOf()).toBe('Acme');
  const change = { ...forAccount(tenant.id), body: { name: 'Northwind' } };
  await call(app, operator, updateAccountSettings, change);
  expect(await nameOf()).toBe('Northwind');
});
