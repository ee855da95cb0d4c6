import { expect, test } from 'vitest';
import {
  checkIntegration,
  disconnectIntegration,
  startConnect,
} from '../../src/contract/integration.ts';
import { call, callFor } from './support/agent.ts';
import { createTestApp, refusalOf } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { callback, openOAuth, query, scopes } from './support/oauth.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();
const { google, api, newIntegrations, open } = openOAuth(database);

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
  const answer = await comeBack(await google().visit(authorization_url, 'allow'));
  expect([answer.status, await answer.text()]).toEqual([
    200,
    'The account is connected. You can close this window.',
  ]);
  expect(await status()).toMatchObject({
    connection: { state: 'connected', ever_connected: true },
  });
  const checked = await call(app, page, checkIntegration, { params: { id } });
  expect(checked.health.state).toBe('healthy');
  expect(api().requests[0]?.body).toMatch(/^access_token=[\w-]{20,}/);
  const [row] = await query(
    database,
    `select sealed from support.integration_secrets where kind = 'tokens'
    and integration_id = '${id}'`,
  );
  expect(String(row?.sealed)).toMatch(/^t1\./);
});

test('who comes back to a page of an allowed origin is told there', async () => {
  const { start, comeBack, id } = await open();
  const return_to = 'https://app.acme.example/settings?tab=mail';
  const { authorization_url } = await start({ integration_id: id, return_to });
  const answer = await comeBack(await google().visit(authorization_url, 'deny'));
  expect(answer.status).toBe(303);
  expect(answer.headers.get('Location')).toBe(
    `${return_to}&penguin_connect=denied&penguin_provider=google&penguin_integration=${id}`,
  );
});

test('who says no has connected nothing', async () => {
  const { start, comeBack, status } = await open();
  const { authorization_url } = await start();
  const answer = await comeBack(await google().visit(authorization_url, 'deny'));
  expect(await answer.text()).toContain('the access was not allowed');
  expect((await status()).connection.state).toBe('disconnected');
  expect(google().grants).toEqual([]);
});

test('a state is good once, for its provider, for ten minutes, and if it is ours', async () => {
  const { start, comeBack, status } = await open();
  const invalid = async (answer: Response | Promise<Response>) => {
    const { status: code } = await answer;
    expect([code, await (await answer).text()]).toEqual([400, 'Invalid OAuth state']);
  };
  const back = await google().visit((await start()).authorization_url, 'allow');
  await invalid(comeBack(back, '/v1/integrations/hubspot/callback'));
  expect((await comeBack(back)).status).toBe(200);
  await invalid(comeBack(back));
  expect((await status()).connection.state).toBe('connected');
  const late = await google().visit((await start()).authorization_url, 'allow');
  await query(database, 'update support.oauth_states set expires_at = now()');
  await invalid(comeBack(late));
  const forged = new URL(back);
  forged.searchParams.set('state', newId());
  await invalid(comeBack(forged));
  forged.searchParams.delete('state');
  await invalid(comeBack(forged));
});

test('a code that was tampered with, or used before, connects nothing', async () => {
  const { start, comeBack, status } = await open();
  const back = await google().visit((await start()).authorization_url, 'allow');
  back.searchParams.set('code', newId());
  expect((await comeBack(back)).status).toBe(502);
  // The code of one begin with the verifier of another.
  const [one, other] = [
    await google().visit((await start()).authorization_url, 'allow'),
    await google().visit((await start()).authorization_url, 'allow'),
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
