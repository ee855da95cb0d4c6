import { expect, test } from 'vitest';
import { disconnectIntegration, finishConnect, startConnect } from '../../src/contract/connect.ts';
import { checkIntegration } from '../../src/contract/integration.ts';
import { call, callFor } from './support/agent.ts';
import { apiErrorOf, createTestApp, dataOf } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { callback, openOAuth, query, returnTo, scopes } from './support/oauth.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();
const { google, api, newIntegrations, open } = openOAuth(database);

/** Every mismatch is rejected with the same error. */
const expiredSignIn =
  'This sign-in has expired, or was already used. Go back to the page where it began, and connect again.';
const invalidState = { status: 400, code: 'MALFORMED_REQUEST', message: expiredSignIn };

test('an account can be connected, and works', async () => {
  const { start, signIn, finish, status, id, app, page } = await open();
  expect(await status()).toMatchObject({
    can_reconnect: true,
    connection: { state: 'disconnected' },
  });
  const { authorization_url, proof, expires_at } = await start();
  const asked = new URL(authorization_url).searchParams;
  expect(Object.fromEntries(asked)).toMatchObject({
    response_type: 'code',
    redirect_uri: callback,
    scope: scopes.join(' '),
    code_challenge_method: 'S256',
  });
  expect(Buffer.from(asked.get('state') ?? '', 'base64url')).toHaveLength(32);
  expect(Date.parse(expires_at) - Date.now()).toBeGreaterThan(9 * 60_000);
  const receipt = (await signIn(authorization_url)).get('penguin_receipt');
  const done = await dataOf(await finish({ proof, receipt }), finishConnect.reply);
  expect(done).toMatchObject({
    outcome: 'connected',
    integration: { id, connection: { state: 'connected', ever_connected: true } },
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

test('the callback itself connects nothing, and returns a receipt to the page', async () => {
  const { start, comeBack, status, id } = await open();
  const response = await comeBack(await google().visit((await start()).authorization_url, 'allow'));
  expect(response.status).toBe(303);
  const back = response.headers.get('Location') ?? '';
  expect(back).toMatch(
    `${returnTo}&penguin_connect=granted&penguin_provider=google&penguin_receipt=`,
  );
  expect(back).toMatch(new RegExp(`penguin_receipt=[\\w-]{43}&penguin_integration=${id}$`));
  expect((await status()).connection.state).toBe('disconnected');
  expect(google().grants).toEqual([]);
});

test('denied access connects nothing, and is reported on the page', async () => {
  const { start, signIn, status, id } = await open();
  const back = await signIn((await start()).authorization_url, 'deny');
  expect(Object.fromEntries(back)).toEqual({
    tab: 'mail',
    penguin_connect: 'denied',
    penguin_provider: 'google',
    penguin_integration: id,
  });
  expect((await status()).connection.state).toBe('disconnected');
});

test('a flow that one browser started and another one granted connects nothing', async () => {
  const { start, signIn, finish, page, status } = await open();
  const attacker = await start();
  const victim = { ...page, visitor: newId() };
  // The attacker sent their link. The victim's browser has the receipt, but not the proof.
  const receipt = (await signIn(attacker.authorization_url)).get('penguin_receipt');
  for (const rejected of [
    finish({ proof: newId(), receipt }, victim),
    finish({ proof: newId(), receipt }),
    finish({ proof: attacker.proof, receipt: newId() }),
    // Both secrets, but not the visitor who started.
    finish({ proof: attacker.proof, receipt }, victim),
    finish({ proof: attacker.proof, receipt }, page, 'hubspot'),
  ]) {
    expect(await apiErrorOf(await rejected)).toMatchObject(invalidState);
  }
  // A flow that the victim started cannot use the attacker's result.
  const own = await start();
  expect(await apiErrorOf(await finish({ proof: own.proof, receipt }))).toMatchObject(invalidState);
  expect((await status()).connection.state).toBe('disconnected');
  expect(google().grants).toEqual([]);
});

test('a response can be used once, and within two minutes', async () => {
  const { start, signIn, finish } = await open();
  const one = await start();
  const receipt = (await signIn(one.authorization_url)).get('penguin_receipt');
  const both = { proof: one.proof, receipt };
  const responses = await Promise.all([finish(both), finish(both)]);
  expect(responses.map(({ status }) => status).sort()).toEqual([200, 400]);
  expect(await apiErrorOf(await finish(both))).toMatchObject(invalidState);
  const late = await start();
  const late_receipt = (await signIn(late.authorization_url)).get('penguin_receipt');
  const [left] = await query(
    database,
    'select max(expires_at) - now() as left from support.oauth_states where receipt_hash is not null',
  );
  expect(left?.left).toMatchObject({ minutes: 1 });
  await query(database, 'update support.oauth_states set expires_at = now()');
  const rejected = await finish({ proof: late.proof, receipt: late_receipt });
  expect(await apiErrorOf(rejected)).toMatchObject(invalidState);
});

test('a state is valid once, for its provider, for ten minutes, and only if it is ours', async () => {
  const { start, comeBack } = await open();
  const invalid = async (response: Response | Promise<Response>) => {
    const { status: code } = await response;
    expect([code, await (await response).text()]).toEqual([400, expiredSignIn]);
  };
  const back = await google().visit((await start()).authorization_url, 'allow');
  await invalid(comeBack(back, '/v1/integrations/hubspot/callback'));
  expect((await comeBack(back)).status).toBe(303);
  await invalid(comeBack(back));
  const late = await google().visit((await start()).authorization_url, 'allow');
  await query(database, 'update support.oauth_states set expires_at = now()');
  await invalid(comeBack(late));
  const forged = new URL(back);
  forged.searchParams.set('state', newId());
  await invalid(comeBack(forged));
  forged.searchParams.delete('state');
  await invalid(comeBack(forged));
});

test('a code that was modified or used before connects nothing', async () => {
  const { start, comeBack, finish, status } = await open();
  const receiptOf = async (url: URL) =>
    new URL((await comeBack(url)).headers.get('Location') ?? '').searchParams.get(
      'penguin_receipt',
    );
  const first = await start();
  const back = await google().visit(first.authorization_url, 'allow');
  back.searchParams.set('code', newId());
  const failed = await finish({ proof: first.proof, receipt: await receiptOf(back) });
  expect(await dataOf(failed, finishConnect.reply)).toEqual({ outcome: 'failed' });
  // The code of one flow with the verifier of another.
  const [one, other] = [await start(), await start()];
  const mixed = await google().visit(one.authorization_url, 'allow');
  const state = new URL(other.authorization_url).searchParams.get('state') ?? '';
  mixed.searchParams.set('state', state);
  const crossed = await finish({ proof: other.proof, receipt: await receiptOf(mixed) });
  expect(await dataOf(crossed, finishConnect.reply)).toEqual({ outcome: 'failed' });
  expect((await status()).connection.state).toBe('disconnected');
});

test('an integration of another tenant, a foreign page and an unknown provider are rejected', async () => {
  const mine = await open();
  const theirs = await open();
  const rejected = async (query: Record<string, string>, provider = 'google') => {
    const input = { params: { provider }, query: { return_to: returnTo, ...query } };
    return (await callFor(mine.app, mine.page, startConnect, input)).status;
  };
  expect(await rejected({ integration_id: theirs.id })).toBe(404);
  expect(await rejected({ return_to: 'https://evil.example/' })).toBe(422);
  expect(await rejected({ return_to: 'https://app.acme.example.evil.example/' })).toBe(422);
  expect(await rejected({}, 'hubspot')).toBe(404);
  expect(await rejected({}, 'stripe')).toBe(404);
});

test('by default only a verified visitor can connect and disconnect', async () => {
  const { publishableKey: key } = await createTenant(database.kysely);
  const app = createTestApp(database, { integrations: newIntegrations() });
  const params = { provider: 'google', id: newId() };
  const input = { params, query: { return_to: returnTo } };
  for (const endpoint of [startConnect, disconnectIntegration]) {
    const response = await callFor(app, { key, visitor: newId() }, endpoint, input);
    expect(await apiErrorOf(response)).toMatchObject({ code: 'IDENTITY_REQUIRED' });
  }
});
