import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { getAgentTicket } from '../../src/contract/agent.ts';
import { getTicket } from '../../src/contract/message.ts';
import { listTickets } from '../../src/contract/ticket.ts';
import { claimRequests } from '../../src/contract/visitor.ts';
import { call, callFor } from './support/agent.ts';
import { apiErrorOf, created, createTestApp, draft, post } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { identityKey, identitySecret, signClaims } from './support/identity.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();

const tokenFor = (sub: string, signing?: Parameters<typeof signClaims>[1]) =>
  signClaims({ sub }, signing);

async function newTenant(settings: Parameters<typeof createTenant>[1] = {}) {
  const tenant = await createTenant(database.kysely, {
    identity_secrets: [identitySecret],
    ...settings,
  });
  const app = createTestApp(database);
  const key = tenant.publishableKey;
  const withToken = (token: string) => ({ headers: { 'X-Visitor-Token': token } });
  return {
    app,
    tenant,
    key,
    withToken,
    submit: (token: string, body: object = draft) =>
      created(post(app, { key }, body, { 'X-Visitor-Token': token })),
    list: async (token: string) =>
      (await call(app, { key }, listTickets, withToken(token))).tickets.map(({ id }) => id),
  };
}

test('a verified visitor sees their requests on every device, and agents see the mark', async () => {
  const { submit, list, app, tenant } = await newTenant();
  const { id, metadata } = await submit(await tokenFor('ada'), {
    ...draft,
    userId: 'another user',
  });
  expect(metadata.user_id).toBe('ada');
  expect(await list(await tokenFor('ada'))).toEqual([id]);
  expect(await list(await tokenFor('grace'))).toEqual([]);
  const seen = await call(app, { key: tenant.secretKey }, getAgentTicket, { params: { id } });
  expect(seen.verified).toBe(true);
});

test('an invalid token gives no access', async () => {
  const { app, key, withToken } = await newTenant();
  const foreign = new TextEncoder().encode('another secret that is long enough to sign with');
  const bad = [
    '',
    'a.b.c',
    await tokenFor('ada', { key: foreign }),
    await tokenFor('ada', { alg: 'HS512' }),
    await tokenFor('ada', { life: '3 days' }),
    await tokenFor(''),
    `${btoa('{"alg":"none"}')}.${btoa('{"sub":"ada","exp":9999999999}')}.`,
    await new SignJWT({ sub: 'ada' }).setProtectedHeader({ alg: 'HS256' }).sign(identityKey),
  ];
  for (const token of bad) {
    const response = await callFor(app, { key }, listTickets, withToken(token));
    expect(await apiErrorOf(response), token).toMatchObject({
      status: 401,
      code: 'IDENTITY_INVALID',
    });
  }
  const over = await tokenFor('ada', { life: '-2m' });
  const ended = await callFor(app, { key }, listTickets, withToken(over));
  expect(await apiErrorOf(ended)).toMatchObject({ status: 401, code: 'IDENTITY_EXPIRED' });
});

test('a tenant can sign with a key pair, and rotate its secrets', async () => {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), alg: 'EdDSA' };
  const { list } = await newTenant({
    identity_secrets: ['the new secret, which nobody uses yet', identitySecret],
    identity_keys: JSON.stringify([jwk]),
  });
  expect(await list(await tokenFor('ada'))).toEqual([]);
  const signed = new SignJWT({ sub: 'ada' })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setIssuedAt()
    .setExpirationTime('5m');
  expect(await list(await signed.sign(privateKey))).toEqual([]);
  // The public key used as a secret, which is a known attack.
  const trick = new TextEncoder().encode(JSON.stringify(jwk));
  await expect(tokenFor('ada', { key: trick }).then(list)).rejects.toThrow();
});

test('a tenant can require verified visitors', async () => {
  const { app, key, list } = await newTenant({ require_identity: true });
  const anonymous = await callFor(app, { key, visitor: newId() }, listTickets);
  expect(await apiErrorOf(anonymous)).toMatchObject({ status: 401, code: 'IDENTITY_REQUIRED' });
  expect(await list(await tokenFor('ada'))).toEqual([]);
});

test('requests from before the sign-in are moved once, and no others', async () => {
  const { app, key, list, withToken } = await newTenant();
  const [mine, others] = [newId(), newId()];
  const { id } = await created(post(app, { key, visitor: mine }, draft));
  await created(post(app, { key, visitor: others }, draft));
  const ada = await tokenFor('ada');
  const claim = (visitor_id: string) =>
    call(app, { key }, claimRequests, { ...withToken(ada), body: { visitor_id } });
  const moved = await Promise.all([claim(mine), claim(mine), claim(newId())]);
  expect(moved.reduce((sum, one) => sum + one.moved, 0)).toBe(1);
  expect(await list(ada)).toEqual([id]);
  expect(
    (await call(app, { key }, getTicket, { ...withToken(ada), params: { id } })).messages,
  ).toHaveLength(1);
  const before = { key, visitor: mine };
  expect((await call(app, before, listTickets)).tickets).toEqual([]);
  expect((await callFor(app, before, getTicket, { params: { id } })).status).toBe(404);
  expect((await call(app, { key, visitor: others }, listTickets)).tickets).toHaveLength(1);
});

test('one random id can claim the requests of another, but not across tenants', async () => {
  const [here, there] = [await newTenant(), await newTenant()];
  const [old, fresh] = [newId(), newId()];
  await created(post(here.app, { key: here.key, visitor: old }, draft));
  const claim = (key: string, visitor: string) =>
    call(here.app, { key, visitor }, claimRequests, { body: { visitor_id: old } });
  expect(await claim(there.key, fresh)).toEqual({ moved: 0 });
  expect(await claim(here.key, old)).toEqual({ moved: 0 });
  expect(await claim(here.key, fresh)).toEqual({ moved: 1 });
  const bad = await callFor(here.app, { key: here.key, visitor: fresh }, claimRequests, {
    body: { visitor_id: 'short' },
  });
  expect(bad.status).toBe(422);
});
