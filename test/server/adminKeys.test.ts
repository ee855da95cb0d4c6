import { expect, test } from 'vitest';
import { newKey } from '../../server/base/newKey.ts';
import { accountOf } from '../../src/brand.ts';
import { checks } from '../../src/configChecks.ts';
import { createAccount, listAccounts } from '../../src/contract/adminAccount.ts';
import { rotateIdentity } from '../../src/contract/adminIdentity.ts';
import { createKey, listKeys, revokeKey, rotateKey } from '../../src/contract/adminKey.ts';
import { getReport } from '../../src/contract/report.ts';
import { getSettings } from '../../src/contract/settings.ts';
import { listTickets } from '../../src/contract/ticket.ts';
import { adminToken, openAdministration, operator } from './support/administration.ts';
import { call, callFor } from './support/agent.ts';
import { type App, get } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { signClaims } from './support/identity.ts';
import { newId } from './support/tenant.ts';

const database = openForFile();
const open = () => openAdministration(database);
const works = async (app: App, key: string) =>
  (await get(app, { key }, 'support/config')).status === 200;

test('an operator creates an account, whose keys work immediately and are shown once', async () => {
  const { app } = await open();
  const body = { name: 'New', email: 'new@acme.example', allowed_origins: ['https://new.example'] };
  const made = await call(app, operator, createAccount, { body });
  expect(await works(app, made.publishable_key)).toBe(true);
  expect((await callFor(app, { key: made.secret_key }, getSettings)).status).toBe(200);
  const { accounts } = await call(app, operator, listAccounts);
  expect(accounts.find(({ id }) => id === made.id)).toMatchObject({ name: 'New', plan: null });
  const stored = await asSuperuser(database.kysely, 'select * from support.api_keys');
  expect(JSON.stringify(stored)).not.toContain(made.secret_key);
});

test('a new key is listed with its properties and its last use', async () => {
  const { app, of } = await open();
  const body = { kind: 'secret', name: 'Reports', scopes: ['report'] };
  const { key, id, hint } = await call(app, operator, createKey, { ...of, body });
  const find = async () =>
    (await call(app, operator, listKeys, of)).keys.find((one) => one.id === id);
  expect(await find()).toMatchObject({ ...body, mode: 'live', last_used_at: null, hint });
  expect(hint).toBe(`sk_live_…${key.slice(-4)}`);
  expect((await callFor(app, { key }, getReport)).status).toBe(200);
  const used = (await find())?.last_used_at;
  expect(Date.parse(used ?? '')).toBeGreaterThan(Date.now() - 60_000);
  await callFor(app, { key }, getReport);
  expect((await find())?.last_used_at).toBe(used);
});

test('every new key works in the widget, and identifies its account', () => {
  const [one, other] = [newId(), newId()];
  const keysOf = (tenantId: string) =>
    Array.from({ length: 200 }, () => newKey('publishable', 'live', tenantId).key);
  expect(keysOf(one).filter((key) => !checks.apiKey(key))).toEqual([]);
  const names = new Set([...keysOf(one), ...keysOf(other)].map(accountOf));
  expect([...names].map((name) => /^pk_live_[0-9a-f]{12}$/.test(name))).toEqual([true, true]);
});

test('a rotated key and its successor both work during the overlap, then only the new one', async () => {
  const { app, of } = await open();
  const old = await call(app, operator, createKey, {
    ...of,
    body: { kind: 'publishable', name: 'Page' },
  });
  const params = { id: old.id };
  const next = await call(app, operator, rotateKey, { ...of, params, body: {} });
  expect(next).toMatchObject({ kind: 'publishable', name: 'Page', expires_at: null });
  expect(accountOf(next.key)).toBe(accountOf(old.key)); // the name of values in browser storage
  const { keys } = await call(app, operator, listKeys, of);
  const ends = Date.parse(keys.find(({ id }) => id === old.id)?.expires_at ?? '');
  expect(Math.round((ends - Date.now()) / 3_600_000)).toBe(24);
  expect([await works(app, old.key), await works(app, next.key)]).toEqual([true, true]);
  await asSuperuser(
    database.kysely,
    `update support.api_keys set expires_at = now() where id = '${old.id}'`,
  );
  expect([await works(app, old.key), await works(app, next.key)]).toEqual([false, true]);
  const again = await callFor(app, operator, rotateKey, { ...of, params, body: {} });
  expect(again.status).toBe(404);
});

test('requests do not fail while keys rotate under load', async () => {
  const { app, of, tenant } = await open();
  let current = tenant.publishableKey;
  let isDone = false;
  const statuses: number[] = [];
  const load = Array.from({ length: 4 }, async () => {
    while (!isDone) statuses.push((await get(app, { key: current }, 'support/config')).status);
  });
  for (let round = 0; round < 5 || statuses.length <= 20; round++) {
    const { keys } = await call(app, operator, listKeys, of);
    const id = keys.find(
      (one) => one.kind === 'publishable' && one.expires_at === null && one.revoked_at === null,
    )?.id;
    const rotated = await call(app, operator, rotateKey, {
      ...of,
      params: { id: id ?? '' },
      body: {},
    });
    current = rotated.key;
  }
  isDone = true;
  await Promise.all(load);
  expect(new Set(statuses)).toEqual(new Set([200]));
});

test('a revoked key is rejected, and stays in the list', async () => {
  const { app, of } = await open();
  const { key, id } = await call(app, operator, createKey, {
    ...of,
    body: { kind: 'publishable', name: 'Page' },
  });
  const revoked = await call(app, operator, revokeKey, { ...of, params: { id } });
  expect(revoked.revoked_at).not.toBeNull();
  expect(await works(app, key)).toBe(false);
  const { keys } = await call(app, operator, listKeys, of);
  expect(keys.map((one) => one.id)).toContain(id);
});

test('a key cannot be created with an expiry in the past', async () => {
  const { app, of } = await open();
  const body = { kind: 'secret', name: 'Old', expires_at: '2020-01-01T00:00:00Z' };
  expect((await callFor(app, operator, createKey, { ...of, body })).status).toBe(422);
});

test('tokens of the previous identity secret are accepted until its overlap ends', async () => {
  const { app, of, tenant } = await open();
  const statusFor = async (secret: string) =>
    (
      await callFor(app, { key: tenant.publishableKey }, listTickets, {
        headers: {
          'X-Visitor-Token': await signClaims(
            { sub: 'ada' },
            { key: new TextEncoder().encode(secret) },
          ),
        },
      })
    ).status;
  const rotate = (body = {}) => call(app, operator, rotateIdentity, { ...of, body });
  const first = await rotate();
  expect(first.old_valid_until).toBeNull();
  const second = await rotate();
  expect(second.old_valid_until).not.toBeNull();
  expect([await statusFor(first.secret), await statusFor(second.secret)]).toEqual([200, 200]);
  await asSuperuser(
    database.kysely,
    `update support.retired_identity_secrets set expires_at = now() where tenant_id = '${tenant.id}'`,
  );
  expect([await statusFor(first.secret), await statusFor(second.secret)]).toEqual([401, 200]);
  // Ending the old ones immediately also ends those with time left.
  await rotate();
  const last = await rotate({ overlap_hours: 0 });
  expect([await statusFor(second.secret), await statusFor(last.secret)]).toEqual([401, 200]);
});

test('an unknown field is rejected, so that no key lasts longer than intended', async () => {
  const { app, of } = await open();
  for (const wrong of [{ days: 1 }, { expires: '2030-01-01T00:00:00Z' }]) {
    const body = { kind: 'secret', name: 'Robot', ...wrong };
    expect((await callFor(app, operator, createKey, { ...of, body })).status).toBe(422);
  }
});

test('keys of another account are not found, even by an operator who names the wrong one', async () => {
  const mine = await open();
  const theirs = await open();
  const { id } = await call(theirs.app, operator, createKey, {
    ...theirs.of,
    body: { kind: 'secret', name: 'Theirs' },
  });
  for (const endpoint of [rotateKey, revokeKey]) {
    const input = { ...mine.of, params: { id }, body: {} };
    expect((await callFor(mine.app, operator, endpoint, input)).status).toBe(404);
  }
});

test('the operator’s token is rejected from a browser, if incomplete, and if none is set', async () => {
  const { app, of } = await open();
  const headers = { ...of.headers, Origin: 'https://app.acme.example' };
  expect((await callFor(app, operator, listKeys, { headers })).status).toBe(403);
  const half = { key: adminToken.slice(0, -1) };
  expect((await callFor(app, half, listKeys, of)).status).toBe(401);
  expect((await callFor(app, operator, listKeys)).status).toBe(400);
  const nowhere = { headers: { 'X-Account-Id': '00000000-0000-4000-8000-000000000000' } };
  expect((await callFor(app, operator, listKeys, nowhere)).status).toBe(404);
  expect((await callFor(app, { key: newId() }, listAccounts)).status).toBe(401);
});
