import { randomUUID } from 'node:crypto';
import {
  type Account,
  createAccount,
  listAccounts,
  updateAccount,
} from '../../src/contract/adminAccount.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { isUuid } from '../base/uuid.ts';
import { enter } from '../db/scope.ts';
import { asOneStatement, noInput, route } from '../http/route.ts';
import {
  changeAccount,
  findAccount,
  insertAccount,
  listStoredAccounts,
  type StoredAccount,
} from '../queries/accounts.ts';
import { insertKey } from '../queries/apiKeys.ts';

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

export const updateAccountRoute = route(
  { ...noInput, ...updateAccount },
  async ({ trx, param, body, note }) => {
    const tenantId = param('id');
    if (!isUuid(tenantId)) throw noSuchAccount();
    await enter(trx, { actor: 'operator', tenantId });
    const before = await findAccount(trx);
    const after = await changeAccount(trx, body);
    if (before === undefined || after === undefined) throw noSuchAccount();
    note({ before: { plan: before.plan }, after: { plan: after.plan } });
    return asAccount(after);
  },
);

const noSuchAccount = () => apiErrors.notFound('There is no such account.');

function asAccount({ created_at, ...account }: StoredAccount): Account {
  return { ...account, created_at: created_at?.toISOString() ?? null };
}
