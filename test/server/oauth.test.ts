import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { findProvider } from '../../server/providers/index.ts';
import {
  checkIntegration,
  disconnectIntegration,
  listIntegrations,
  startConnect,
} from '../../src/contract/integration.ts';
import { upsertIntegration } from '../../src/contract/integrationAdmin.ts';
import { call, callFor } from './support/agent.ts';
import { createTestApp, refusalOf } from './support/api.ts';
import {
  type AuthorizationServer,
  startAuthorizationServer,
} from './support/authorizationServer.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { createTestIntegrations, testVault } from './support/integrations.ts';
import { type StandIn, startStandIn } from './support/standIn.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();
const publicUrl = 'https://api.acme.example';
const callback = `${publicUrl}/v1/integrations/google/callback`;
const { scopes = [] } = findProvider('google')?.oauth ?? {};
let google: AuthorizationServer;
let api: StandIn;
beforeAll(async () => {
  google = await startAuthorizationServer(callback, scopes);
  api = await startStandIn();
  api.answer(() => ({ status: 200, body: { scope: scopes.join(' ') } }));
});
afterAll(() => Promise.all([google.close(), api.close()]));
afterEach(() => {
  google.grants.length = 0;
  api.requests.length = 0;
});

function newIntegrations() {
  const server = {
    issuer: google.url,
    authorization: `${google.url}/auth`,
    token: `${google.url}/token`,
    revocation: `${google.url}/token/revocation`,
    extra: {},
  };
  const client = { id: 'client-1', secret: 'client-secret-1', server };
  return createTestIntegrations(database, { oauth: { publicUrl, clients: { google: client } } });
}

async function open() {
  const tenant = await createTenant(database.kysely, { connect_by: 'visitor' });
  const integrations = newIntegrations();
  const app = createTestApp(database, { integrations });
  const page = { key: tenant.publishableKey, visitor: newId() };
  const { id } = await call(app, { key: tenant.secretKey }, upsertIntegration, {
    body: { provider: 'google', base_url: api.url },
  });
  const params = { provider: 'google' };
  const start = (body: unknown = { integration_id: id }) =>
    call(app, page, startConnect, { params, body });
  const comeBack = (url: URL, path = url.pathname) => app.request(path + url.search);
  const status = async () => {
    const found = (await call(app, page, listIntegrations)).integrations.find(
      (one) => one.id === id,
    );
    if (found === undefined) throw new Error('It is gone.');
    return found;
  };
  const connect = async () => {
    const { authorization_url } = await start();
    return comeBack(await google.visit(authorization_url, 'allow'));
  };
  return { tenant, app, page, id, integrations, start, comeBack, status, connect };
}

const sql = (text: string) => asSuperuser<Record<string, unknown>>(database.kysely, text);
const endSoon = (id: string, when = '1 minute') =>
  sql(`update support.integration_secrets set expires_at = now() + interval '${when}'
       where integration_id = '${id}'`);

test('an account is connected, and works', async () => {
  const { start, comeBack, status, id, app, page } = await open();
  expect(await status()).toMatchObject({
    can_reconnect: true,
    connection: { state: 'disconnected' },
  });
  const { authorization_url, expires_at } = await start();
  const asked = new URL(authorization_url).searchParams;
  expect(Object.fromEntries(asked)).toMatchObject({
    response_type: 'code',
    redirect_uri: callback,
    scope: scopes.join(' '),
    code_challenge_method: 'S256',
  });
  expect(Buffer.from(asked.get('state') ?? '', 'base64url')).toHaveLength(32);
  expect(Date.parse(expires_at) - Date.now()).toBeGreaterThan(9 * 60_000);
  const answer = await comeBack(await google.visit(authorization_url, 'allow'));
  expect([answer.status, await answer.text()]).toEqual([
    200,
    'The account is connected. You can close this window.',
  ]);
  expect(await status()).toMatchObject({
    connection: { state: 'connected', ever_connected: true },
  });
  const checked = await call(app, page, checkIntegration, { params: { id } });
  expect(checked.health.state).toBe('healthy');
  expect(api.requests[0]?.body).toMatch(/^access_token=[\w-]{20,}/);
  const [row] = await sql(`select sealed from support.integration_secrets where kind = 'tokens'
    and integration_id = '${id}'`);
  expect(String(row?.sealed)).toMatch(/^t1\./);
});

test('who comes back to a page of an allowed origin is told there', async () => {
  const { start, comeBack, id } = await open();
  const return_to = 'https://app.acme.example/settings?tab=mail';
  const { authorization_url } = await start({ integration_id: id, return_to });
  const answer = await comeBack(await google.visit(authorization_url, 'deny'));
  expect(answer.status).toBe(303);
  expect(answer.headers.get('Location')).toBe(
    `${return_to}&penguin_connect=denied&penguin_provider=google&penguin_integration=${id}`,
  );
});

test('who says no has connected nothing', async () => {
  const { start, comeBack, status } = await open();
  const { authorization_url } = await start();
  const answer = await comeBack(await google.visit(authorization_url, 'deny'));
  expect(await answer.text()).toContain('the access was not allowed');
  expect((await status()).connection.state).toBe('disconnected');
  expect(google.grants).toEqual([]);
});

test('a state is good once, for its provider, for ten minutes, and if it is ours', async () => {
  const { start, comeBack, status } = await open();
  const invalid = async (answer: Response | Promise<Response>) => {
    const { status: code } = await answer;
    expect([code, await (await answer).text()]).toEqual([400, 'Invalid OAuth state']);
  };
  const back = await google.visit((await start()).authorization_url, 'allow');
  await invalid(comeBack(back, '/v1/integrations/hubspot/callback'));
  expect((await comeBack(back)).status).toBe(200);
  await invalid(comeBack(back));
  expect((await status()).connection.state).toBe('connected');
  const late = await google.visit((await start()).authorization_url, 'allow');
  await sql('update support.oauth_states set expires_at = now()');
  await invalid(comeBack(late));
  const forged = new URL(back);
  forged.searchParams.set('state', newId());
  await invalid(comeBack(forged));
  forged.searchParams.delete('state');
  await invalid(comeBack(forged));
});

test('a code that was tampered with, or used before, connects nothing', async () => {
  const { start, comeBack, status } = await open();
  const back = await google.visit((await start()).authorization_url, 'allow');
  back.searchParams.set('code', newId());
  expect((await comeBack(back)).status).toBe(502);
  // The code of one begin with the verifier of another.
  const [one, other] = [
    await google.visit((await start()).authorization_url, 'allow'),
    await google.visit((await start()).authorization_url, 'allow'),
  ];
  one.searchParams.set('state', other.searchParams.get('state') ?? '');
  expect((await comeBack(one)).status).toBe(502);
  expect((await status()).connection.state).toBe('disconnected');
});

test('an integration of another tenant, a foreign page, an unknown provider are refused', async () => {
  const mine = await open();
  const theirs = await open();
  const refused = async (body: unknown, provider = 'google') =>
    (await callFor(mine.app, mine.page, startConnect, { params: { provider }, body })).status;
  expect(await refused({ integration_id: theirs.id })).toBe(404);
  expect(await refused({ return_to: 'https://evil.example/' })).toBe(422);
  expect(await refused({ return_to: 'https://app.acme.example.evil.example/' })).toBe(422);
  expect(await refused({}, 'hubspot')).toBe(404);
  expect(await refused({}, 'stripe')).toBe(404);
});

test('by default only a visitor whom the host vouches for may connect and disconnect', async () => {
  const { publishableKey: key } = await createTenant(database.kysely);
  const app = createTestApp(database, { integrations: newIntegrations() });
  const input = { params: { provider: 'google', id: newId() }, body: {} };
  for (const endpoint of [startConnect, disconnectIntegration]) {
    const answer = await callFor(app, { key, visitor: newId() }, endpoint, input);
    expect(await refusalOf(answer)).toMatchObject({ code: 'IDENTITY_REQUIRED' });
  }
});

test('tokens are refreshed five minutes ahead, once, however many processes want them', async () => {
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
  expect(google.grants).toEqual(['authorization_code', 'refresh_token']);
  await endSoon(id);
  expect((await fresh())?.access_token).not.toBe(found[0]?.access_token);
});

test('access that was taken back at the provider needs a person', async () => {
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
    reason: 'The access has ended or was taken back.',
  });
  await connect();
  expect(await status()).toMatchObject({ lifecycle: 'active', connection: { state: 'connected' } });
  expect((await status()).error_type).toBeUndefined();
});

test('disconnecting gives the access back and forgets it', async () => {
  const { connect, id, tenant, app, page, integrations } = await open();
  await connect();
  const [row] = await sql(`select sealed from support.integration_secrets
    where integration_id = '${id}'`);
  const kept = testVault.open(String(row?.sealed), `${tenant.id}/${id}/tokens`);
  const off = await call(app, page, disconnectIntegration, { params: { id } });
  expect(off).toMatchObject({
    lifecycle: 'inactive',
    connection: { state: 'disconnected', ever_connected: false },
  });
  expect(
    await sql(`select 1 from support.integration_secrets where integration_id = '${id}'`),
  ).toEqual([]);
  // Even who had copied it could do nothing with it.
  const sealed = testVault.seal(kept, `${tenant.id}/${id}/tokens`);
  await sql(`insert into support.integration_secrets (tenant_id, integration_id, kind, sealed, expires_at)
    values ('${tenant.id}', '${id}', 'tokens', '${sealed}', now())`);
  const place = { tenantId: tenant.id, integrationId: id };
  await expect(integrations.connections.freshTokens('google', place)).rejects.toMatchObject({
    type: 'authentication_error',
  });
});
