import { expect, test } from 'vitest';
import { deleteOverdueAccounts } from '../../server/jobs/overdueAccounts.ts';
import {
  closeAccount,
  deleteAccount,
  listAccounts,
  reopenAccount,
} from '../../src/contract/adminAccount.ts';
import { createAgentSession, listAgentTickets } from '../../src/contract/agent.ts';
import { listOperatorLog } from '../../src/contract/audit.ts';
import { getConfig } from '../../src/contract/config.ts';
import { operator } from './support/administration.ts';
import { call, callFor } from './support/agent.ts';
import { apiErrorOf, createTestApp, draft, post } from './support/api.ts';
import { openTestAttachments } from './support/attachments.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { openAccount } from './support/pairings.ts';
import { plantRows } from './support/plantRows.ts';
import { newId } from './support/tenant.ts';
import { upload } from './support/upload.ts';

const database = openForFile();
const open = () => openAccount(database, `word${newId()}`);

/** Returns the rows of an account by table. */
async function rowsOf(tenantId: string): Promise<Record<string, number>> {
  const tables = await asSuperuser<{ name: string }>(
    database.kysely,
    `select table_name as name from information_schema.columns
     where table_schema = 'support' and column_name = 'tenant_id' order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of [...tables, { name: 'tenants' }]) {
    const column = name === 'tenants' ? 'id' : 'tenant_id';
    const found = await asSuperuser(
      database.kysely,
      `select 1 from support.${name} where ${column} = '${tenantId}'`,
    );
    if (found.length > 0) counts[name] = found.length;
  }
  return counts;
}

test('a deleted account leaves no row, no file and one entry in the operator’s log', async () => {
  const [mine, other] = [await open(), await open()];
  const { app, tenant } = mine;
  const { store } = openTestAttachments();
  const page = { key: tenant.publishableKey, visitor: newId() };
  expect((await upload(app, page)).status).toBe(201);
  const email = 'ada@customer.example';
  const { visitor } = page;
  await plantRows(database.kysely, { tenant, ticketId: mine.ids.ticket, visitor, email });
  const keys = await asSuperuser<{ key: string }>(
    database.kysely,
    `select storage_key as key from support.attachments where tenant_id = '${tenant.id}'`,
  );
  const stored = async () => {
    const found = await Promise.all(keys.map(({ key }) => store.open(key)));
    await Promise.all(found.map((file) => file?.cancel()));
    return found.map((file) => file !== undefined);
  };
  expect(await stored()).toContain(true);
  const before = await rowsOf(other.tenant.id);
  const params = { id: tenant.id };
  expect(await call(app, operator, deleteAccount, { params })).toEqual(params);
  expect(await rowsOf(tenant.id)).toEqual({});
  expect(await stored()).not.toContain(true);
  expect(await rowsOf(other.tenant.id)).toEqual(before);
  const { entries } = await call(app, operator, listOperatorLog, { query: { target: tenant.id } });
  expect(entries).toMatchObject([{ action: 'DELETE admin/accounts/{id}', target: tenant.id }]);
  const gone = await callFor(app, { key: tenant.secretKey }, listAgentTickets);
  expect(await apiErrorOf(gone)).toMatchObject({ status: 401, code: 'INVALID_KEY' });
  const again = await callFor(app, operator, deleteAccount, { params });
  expect(await apiErrorOf(again)).toMatchObject({ status: 404 });
});

test('only closed accounts whose retention period is over are deleted', async () => {
  const [over, waiting, reopened] = [await open(), await open(), await open()];
  const { app } = over;
  for (const { tenant } of [over, waiting, reopened]) {
    await call(app, operator, closeAccount, { params: { id: tenant.id }, body: {} });
  }
  await asSuperuser(
    database.kysely,
    `update support.closed_accounts set delete_at = now() - interval '1 second'
     where tenant_id in ('${over.tenant.id}', '${reopened.tenant.id}')`,
  );
  await call(app, operator, reopenAccount, { params: { id: reopened.tenant.id } });
  await deleteOverdueAccounts(database.kysely, openTestAttachments());
  expect(await rowsOf(over.tenant.id)).toEqual({});
  const { accounts } = await call(app, operator, listAccounts);
  const left = accounts.map(({ id }) => id);
  expect(left).toEqual(expect.arrayContaining([waiting.tenant.id, reopened.tenant.id]));
  const query = { action: 'DELETE admin/accounts', target: over.tenant.id };
  const { entries } = await call(app, operator, listOperatorLog, { query });
  expect(entries).toMatchObject([{ after: { is_overdue: true }, request_id: null }]);
});

test('a request with a cached key finds that the account was deleted', async () => {
  const { app, tenant } = await open();
  const remembering = createTestApp(database, { keyCacheMs: 60_000 });
  const page = { key: tenant.publishableKey, visitor: newId() };
  const host = { key: tenant.secretKey };
  for (const caller of [page, host]) await call(remembering, caller, getConfig);
  await call(app, operator, deleteAccount, { params: { id: tenant.id } });
  const body = { name: 'Bo', email: 'bo@acme.example' };
  for (const response of [
    await post(remembering, page, draft),
    await upload(remembering, page),
    await callFor(remembering, host, createAgentSession, { body }),
  ]) {
    expect(await apiErrorOf(response)).toMatchObject({ status: 401, code: 'INVALID_KEY' });
  }
});
