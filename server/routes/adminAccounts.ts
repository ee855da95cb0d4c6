import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type * as z from 'zod/mini';
import {
  type Account,
  closeAccount,
  createAccount,
  deleteAccount,
  listAccounts,
  reopenAccount,
  updateAccount,
} from '../../src/contract/adminAccount.ts';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { isUuid } from '../base/uuid.ts';
import type { Schema } from '../db/schema.ts';
import { enter } from '../db/scope.ts';
import { externalRoute } from '../http/externalRoute.ts';
import { asOneStatement, noInput, type Route, route } from '../http/route.ts';
import {
  changeAccount,
  findAccount,
  insertAccount,
  listStoredAccounts,
  type StoredAccount,
} from '../queries/accounts.ts';
import { insertKey } from '../queries/apiKeys.ts';
import { closeStoredAccount, reopenStoredAccount } from '../queries/closedAccounts.ts';

export const listAccountsRoute = asOneStatement(
  route({ ...noInput, ...listAccounts }, async ({ trx }) => ({
    accounts: (await listStoredAccounts(trx)).map(asAccount),
  })),
);

export const createAccountRoute = route(
  { ...noInput, ...createAccount },
  async ({ trx, body: { allowed_origins: origins, ...body }, note }) => {
    const id = randomUUID();
    await enter(trx, { actor: 'operator', tenantId: id });
    const account = await insertAccount(trx, { id, origins, ...body });
    const first = { mode: 'live', name: 'First key', scopes: [], expiresAt: null } as const;
    const publishable = await insertKey(trx, id, { ...first, kind: 'publishable' });
    const secret = await insertKey(trx, id, { ...first, kind: 'secret' });
    note({ target: id, after: { name: body.name, email: body.email, plan: body.plan } });
    return {
      ...asAccount(account),
      publishable_key: publishable.key,
      secret_key: secret.key,
    };
  },
);

export const updateAccountRoute = changing(updateAccount, async (trx, { plan }) => {
  await changeAccount(trx, { plan });
});

export const closeAccountRoute = changing(closeAccount, (trx, { keep_days }) =>
  closeStoredAccount(trx, keep_days),
);

export const reopenAccountRoute = changing({ ...noInput, ...reopenAccount }, (trx) =>
  reopenStoredAccount(trx),
);

export const deleteAccountRoute = externalRoute(
  { ...noInput, ...deleteAccount },
  async ({ param, deleteAccount: removeAll }) => {
    const id = param('id');
    if (!isUuid(id) || !(await removeAll(id))) throw noSuchAccount();
    return { id };
  },
);

/**
 * Returns the route of an endpoint that changes one account and returns it. The audit log names the
 * changed fields.
 */
function changing<Body>(
  endpoint: Endpoint & { body: z.ZodMiniType<Body>; reply: typeof Account },
  change: (trx: Transaction<Schema>, body: Body) => Promise<void>,
): Route {
  return route({ ...noInput, ...endpoint }, async ({ trx, param, body, note }) => {
    const tenantId = param('id');
    if (!isUuid(tenantId)) throw noSuchAccount();
    await enter(trx, { actor: 'operator', tenantId });
    const before = await findAccount(trx);
    if (before === undefined) throw noSuchAccount();
    await change(trx, body);
    const after = await findAccount(trx);
    if (after === undefined) throw noSuchAccount();
    note({ before: factsOf(before), after: factsOf(after) });
    return asAccount(after);
  });
}

const noSuchAccount = () => apiErrors.notFound('There is no such account. Check the id.');

function factsOf({ plan, delete_at }: StoredAccount) {
  return { plan, delete_at: delete_at?.toISOString() ?? null };
}

function asAccount({ created_at, closed_at, delete_at, ...account }: StoredAccount): Account {
  return {
    ...account,
    created_at: created_at?.toISOString() ?? null,
    closed_at: closed_at?.toISOString() ?? null,
    delete_at: delete_at?.toISOString() ?? null,
  };
}
