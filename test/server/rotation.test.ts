import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createVault } from '../../server/base/vault.ts';
import { rotateIdentity } from '../../src/contract/adminIdentity.ts';
import { listKeys, rotateKey } from '../../src/contract/adminKey.ts';
import { checkIntegration } from '../../src/contract/integration.ts';
import { upsertIntegration } from '../../src/contract/integrationAdmin.ts';
import { adminToken, openAdministration, operator } from './support/administration.ts';
import { call, callFor } from './support/agent.ts';
import { createTestApp, get } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { identitySecret, signClaims, signedHeaders } from './support/identity.ts';
import { createTestIntegrations } from './support/integrations.ts';
import { type StandIn, startStandIn } from './support/standIn.ts';

const database = openForFile();
let stripe: StandIn;
beforeAll(async () => {
  stripe = await startStandIn();
  stripe.respond(() => ({ status: 200, body: { object: 'balance' } }));
});
afterAll(() => stripe.close());

/** Processes that cache keys as long as real ones. */
const processes = () =>
  [1, 2].map(() => createTestApp(database, { adminTokens: [adminToken], keyCacheMs: 5_000 }));

const rounds = 40;
const senders = 8;

/** Runs `ask` repeatedly while `rotate` runs in the middle. Returns all statuses. */
async function underLoad(
  request: (n: number) => Promise<number>,
  rotate: () => Promise<void>,
): Promise<number[]> {
  let asked = 0;
  const send = async () => {
    const statuses: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const n = asked++;
      if (n === (rounds * senders) / 2) await rotate();
      statuses.push(await request(n));
    }
    return statuses;
  };
  return (await Promise.all(Array.from({ length: senders }, send))).flat();
}

const turnOf = <T>(all: readonly T[], n: number): T => {
  const one = all[n % all.length];
  if (one === undefined) throw new Error('There is one for each turn.');
  return one;
};

test('while a key rotates under load, the old and the new one work everywhere', async () => {
  const { tenant, of, app } = await openAdministration(database);
  const apps = processes();
  const keys = [tenant.publishableKey];
  const statuses = await underLoad(
    async (n) =>
      (await get(turnOf(apps, n), { key: turnOf(keys, n >> 1) }, 'support/config')).status,
    async () => {
      const all = (await call(app, operator, listKeys, of)).keys;
      const id = all.find(({ kind }) => kind === 'publishable')?.id ?? '';
      const made = await call(app, operator, rotateKey, { ...of, params: { id }, body: {} });
      keys.push(made.key);
    },
  );
  expect(keys).toHaveLength(2);
  expect(statuses.filter((status) => status !== 200)).toEqual([]);
  expect(statuses).toHaveLength(rounds * senders);
});

test('while the identity secret rotates under load, tokens of both work everywhere', async () => {
  const { tenant, of, app } = await openAdministration(database, {
    identity_secrets: [identitySecret],
    require_identity: true,
  });
  const apps = processes();
  const tokens = [await signClaims({ sub: 'ada' })];
  const statuses = await underLoad(
    async (n) => {
      const headers = {
        Authorization: `Bearer ${tenant.publishableKey}`,
        'X-Visitor-Token': turnOf(tokens, n >> 1),
      };
      return (await turnOf(apps, n).request('/v1/support/tickets', { headers })).status;
    },
    async () => {
      const { secret } = await call(app, operator, rotateIdentity, { ...of, body: {} });
      tokens.push(await signClaims({ sub: 'ada' }, { key: new TextEncoder().encode(secret) }));
    },
  );
  expect(tokens).toHaveLength(2);
  expect(statuses.filter((status) => status !== 200)).toEqual([]);
  const headers = {
    Authorization: `Bearer ${tenant.publishableKey}`,
    'X-Visitor-Token': await signClaims({ sub: 'ada' }, { key: randomBytes(32) }),
  };
  expect((await turnOf(apps, 0).request('/v1/support/tickets', { headers })).status).toBe(401);
});

test('while the sealing key rotates process by process, credentials open in each', async () => {
  const { tenant } = await openAdministration(database, { identity_secrets: [identitySecret] });
  const key = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
  const [old, next] = [key('k1'), key('k2')];
  const start = (keys: string) =>
    createTestApp(database, {
      integrations: createTestIntegrations(database, { vault: createVault(keys) }),
    });
  const host = { key: tenant.secretKey };
  const input = (name: string) => ({
    body: {
      provider: 'stripe',
      name,
      organization_id: 'northwind',
      credentials: { secret_key: 'sk_1' },
      base_url: stripe.url,
    },
  });
  const running = [start(old), start(old)];
  const page = { key: tenant.publishableKey };
  const headers = await signedHeaders({ org: { id: 'northwind' } });
  const added: string[] = [];
  // First every process gets the new key to open values, then to seal them. The old key is removed
  // when no value uses it.
  for (const keys of [`${old},${next}`, `${next},${old}`]) {
    for (const place of running.keys()) {
      running[place] = start(keys);
      for (const app of running) {
        const name = `Stripe ${added.length}`;
        added.push((await call(app, host, upsertIntegration, input(name))).id);
      }
      for (const app of running) {
        const statuses = await Promise.all(
          added.map(async (id) => {
            const checked = await callFor(app, page, checkIntegration, { params: { id }, headers });
            return [checked.status, (await checked.json()).data?.health?.state];
          }),
        );
        expect(statuses.filter(([status]) => status !== 200)).toEqual([]);
      }
    }
  }
  const used = stripe.requests.map(({ headers }) => headers.authorization);
  expect(used.length).toBeGreaterThan(added.length - 1);
  expect(new Set(used)).toEqual(new Set(['Bearer sk_1']));
});
