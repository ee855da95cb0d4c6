import { expect, test } from 'vitest';
import { getAgentTicket } from '../../src/contract/agent.ts';
import { disconnectIntegration } from '../../src/contract/connect.ts';
import { checkIntegration, listIntegrations } from '../../src/contract/integration.ts';
import {
  listAgentIntegrations,
  openIncident,
  reportIntegration,
  upsertIntegration,
} from '../../src/contract/integrationAdmin.ts';
import { getDashboard, getIntegration } from '../../src/contract/integrationDetail.ts';
import { getStatus } from '../../src/contract/status.ts';
import { listSyncLogs } from '../../src/contract/sync.ts';
import { call, callFor } from './support/agent.ts';
import { apiErrorOf, created, createTestApp, draft, post } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { identitySecret, signedHeaders } from './support/identity.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();

const northwind = { id: 'northwind', name: 'Northwind Traders', plan: 'Enterprise' };
const contoso = { id: 'contoso', name: 'Contoso', plan: 'Starter' };

/**
 * An account with a HubSpot for each of two organizations, its own status page and a hidden system.
 */
async function open(settings: Parameters<typeof createTenant>[1] = {}) {
  const tenant = await createTenant(database.kysely, {
    identity_secrets: [identitySecret],
    ...settings,
  });
  const app = createTestApp(database);
  const host = { key: tenant.secretKey };
  const page = { key: tenant.publishableKey };
  const add = (body: object) => call(app, host, upsertIntegration, { body });
  const [ours, theirs, mail, hidden] = [
    await add({ provider: 'hubspot', organization_id: northwind.id }),
    await add({ provider: 'hubspot', organization_id: contoso.id }),
    await add({ provider: 'redis', name: 'Mail servers' }),
    await add({ provider: 'postgres', visibility: 'agents' }),
  ];
  const seen = async (headers = {}) =>
    (await call(app, page, listIntegrations, { headers })).integrations.map(({ id }) => id);
  return { tenant, app, host, page, ours, theirs, mail, hidden, seen };
}

test('a visitor sees the integrations of their organization and the public ones', async () => {
  const { seen, ours, theirs, mail } = await open();
  expect(await seen()).toEqual([mail.id]);
  expect(await seen(await signedHeaders({}))).toEqual([mail.id]);
  expect(await seen(await signedHeaders({ org: northwind }))).toEqual([ours.id, mail.id]);
  expect(await seen(await signedHeaders({ org: contoso }))).toEqual([theirs.id, mail.id]);
  expect(await seen(await signedHeaders({ org: { id: 'unknown' } }))).toEqual([mail.id]);
});

test('numeric ids, and an organization with only an id, work too', async () => {
  const { app, host, page } = await open();
  const { id } = await call(app, host, upsertIntegration, {
    body: { provider: 'stripe', organization_id: '42' },
  });
  for (const org of [{ id: 42 }, { id: '42', name: null, plan: 7 }, 42, '42']) {
    const headers = await signedHeaders({ sub: 7, org });
    const { integrations } = await call(app, page, listIntegrations, { headers });
    expect(integrations[0], JSON.stringify(org)).toMatchObject({ id, scope: 'organization' });
  }
});

test('data of another organization is not found in detail, log, incident or dashboard', async () => {
  const { app, host, page, ours, theirs } = await open();
  const at = '2026-05-04T10:00:00.000Z';
  const records = { accounts: 1, contacts: 2, engagements: 3 };
  for (const { id } of [ours, theirs]) {
    const sync = { started_at: at, finished_at: at, status: 'succeeded', records };
    await call(app, host, reportIntegration, { params: { id }, body: { sync } });
  }
  const incident = { title: 'HubSpot of Contoso', message: 'It is down.' };
  await call(app, host, openIncident, { body: { ...incident, integrations: [theirs.id] } });
  const both = { title: 'HubSpot', message: 'It is slow.', integrations: [ours.id, theirs.id] };
  await call(app, host, openIncident, { body: both });

  const headers = await signedHeaders({ org: northwind });
  const params = { id: theirs.id };
  const detail = await callFor(app, page, getIntegration, { params, headers });
  expect(await apiErrorOf(detail)).toMatchObject({ status: 404 });
  for (const endpoint of [getDashboard, getStatus, listIntegrations, listSyncLogs]) {
    const text = await (await callFor(app, page, endpoint, { headers })).text();
    expect(text, endpoint.path).toContain(endpoint === getStatus ? both.title : ours.id);
    expect(text, endpoint.path).not.toContain(theirs.id);
    expect(text, endpoint.path).not.toContain(incident.title);
  }
});

test('only a signed organization can manage an integration, and only its own', async () => {
  const { app, page, ours, theirs, mail } = await open({ connect_by: 'visitor' });
  const outcome = async (id: string, headers: Record<string, string>) => {
    const responses = [checkIntegration, disconnectIntegration].map(async (endpoint) => {
      const response = await callFor(app, page, endpoint, { params: { id }, headers });
      return response.ok ? 200 : (await apiErrorOf(response)).code;
    });
    return new Set(await Promise.all(responses));
  };
  const anonymous = { 'X-Visitor-Id': newId() };
  expect(await outcome(mail.id, anonymous)).toEqual(new Set(['IDENTITY_REQUIRED']));
  const plain = await signedHeaders({});
  expect(await outcome(mail.id, plain)).toEqual(new Set(['PERMISSION_DENIED']));
  const headers = await signedHeaders({ org: northwind });
  expect(await outcome(mail.id, headers)).toEqual(new Set(['PERMISSION_DENIED']));
  expect(await outcome(theirs.id, headers)).toEqual(new Set(['NOT_FOUND']));
  expect(await outcome(ours.id, headers)).toEqual(new Set([200]));
});

test('an account can require a signed role', async () => {
  const { app, page, ours } = await open({ connect_role: 'integrations:manage' });
  const check = async (claims: object) => {
    const headers = await signedHeaders({ org: northwind, ...claims });
    const input = { params: { id: ours.id }, headers };
    const { integrations } = await call(app, page, listIntegrations, { headers });
    const { status } = await callFor(app, page, checkIntegration, input);
    return [status, integrations.find(({ id }) => id === ours.id)?.can_manage];
  };
  expect(await check({})).toEqual([403, false]);
  expect(await check({ roles: 'integrations:manage' })).toEqual([403, false]);
  expect(await check({ roles: ['integrations:manage'] })).toEqual([200, true]);
});

test('the team sees the integrations of each organization separately', async () => {
  const { app, host, ours, mail, hidden } = await open();
  const list = async (query = {}) =>
    (await call(app, host, listAgentIntegrations, { query })).integrations.map(({ id }) => id);
  expect(await list({ organization_id: northwind.id })).toEqual([ours.id]);
  expect(new Set(await list())).toEqual(new Set([mail.id, hidden.id]));
});

test('signed values replace those of the page, and only they are marked', async () => {
  const { app, host, page } = await open();
  const stated = { email: 'stated@x.example', name: 'Stated', customerTier: 'enterprise' };
  const request = async (headers: Record<string, string>) => {
    const { id } = await created(post(app, page, { ...draft, ...stated, tenantId: 'x' }, headers));
    return call(app, host, getAgentTicket, { params: { id } });
  };
  expect(await request({ 'X-Visitor-Id': newId() })).toMatchObject({
    verified: false,
    signed: [],
    organization: null,
    customerEmail: stated.email,
    customer_tier: 'enterprise',
  });
  const claims = { email: 'ada@northwind.example', org: northwind };
  expect(await request(await signedHeaders(claims))).toMatchObject({
    verified: true,
    signed: ['email', 'organization', 'tier'],
    organization: northwind,
    customerEmail: claims.email,
    customerName: stated.name,
    customer_tier: 'enterprise',
    metadata: { user_id: 'ada', tenant_id: northwind.id },
  });
});

test('only a claim without the expected shape is ignored', async () => {
  const { app, host, page } = await open();
  const claims = { sub: 5, email: 'no address', name: null, org: [], tier: {}, roles: 7 };
  const { id } = await created(post(app, page, draft, await signedHeaders(claims)));
  expect(await call(app, host, getAgentTicket, { params: { id } })).toMatchObject({
    verified: true,
    signed: [],
    customerEmail: draft.email,
    metadata: { user_id: '5' },
  });
});

test('a token for another account gives no access', async () => {
  const { tenant, seen, mail, page, app } = await open();
  expect(await seen(await signedHeaders({ aud: tenant.id }))).toEqual([mail.id]);
  expect(await seen(await signedHeaders({ aud: ['x', tenant.id] }))).toEqual([mail.id]);
  const other = await signedHeaders({ aud: newId(), org: northwind });
  const response = await callFor(app, page, listIntegrations, { headers: other });
  expect(await apiErrorOf(response)).toMatchObject({ status: 401, code: 'IDENTITY_INVALID' });
});
