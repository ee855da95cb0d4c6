import { expect, test } from 'vitest';
import { inScope } from '../../server/db/scope.ts';
import { deleteOverdueAccounts } from '../../server/jobs/overdueAccounts.ts';
import { claimDue } from '../../server/queries/checks.ts';
import { findReceiver } from '../../server/queries/receivedEvents.ts';
import { listLateResponses } from '../../server/queries/responseClock.ts';
import { listSummaries } from '../../server/queries/summaries.ts';
import { claimJobs } from '../../server/queue/claim.ts';
import {
  closeAccount,
  deleteAccount,
  listAccounts,
  reopenAccount,
} from '../../src/contract/adminAccount.ts';
import { listAgentTickets } from '../../src/contract/agent.ts';
import { listOperatorLog } from '../../src/contract/audit.ts';
import { getConfig } from '../../src/contract/config.ts';
import { listTickets } from '../../src/contract/ticket.ts';
import { operator } from './support/administration.ts';
import { call, callFor } from './support/agent.ts';
import { apiErrorOf } from './support/api.ts';
import { openTestAttachments } from './support/attachments.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { openAccount } from './support/pairings.ts';
import { plantRows } from './support/plantRows.ts';
import { newId } from './support/tenant.ts';
import { upload } from './support/upload.ts';

const database = openForFile();
const open = () => openAccount(database, `word${newId()}`);

/** Rows of an account, by table. */
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

const inDays = (time: string | null) =>
  Math.round((new Date(time ?? 0).getTime() - Date.now()) / 86_400_000);

test('a closed account accepts no key and no session until it is reopened', async () => {
  const { app, tenant, holders } = await open();
  const params = { id: tenant.id };
  const closed = await call(app, operator, closeAccount, { params, body: {} });
  expect(inDays(closed.delete_at)).toBe(30);
  const page = { key: tenant.publishableKey, visitor: newId() };
  const admin = holders.find(({ name }) => name === 'an admin agent')?.caller ?? page;
  const uses = [
    [page, getConfig],
    [page, listTickets],
    [{ key: tenant.secretKey }, listAgentTickets],
    [admin, listAgentTickets],
  ] as const;
  for (const [caller, endpoint] of uses) {
    expect(await apiErrorOf(await callFor(app, caller, endpoint))).toMatchObject({
      status: 403,
      code: 'ACCOUNT_CLOSED',
      message: expect.stringContaining('can reopen it'),
    });
  }
  // Closing it again changes how long its data is kept.
  const later = await call(app, operator, closeAccount, { params, body: { keep_days: 90 } });
  expect([inDays(later.delete_at), later.closed_at]).toEqual([90, closed.closed_at]);
  const { accounts } = await call(app, operator, listAccounts);
  expect(accounts.find(({ id }) => id === tenant.id)).toEqual(later);

  const open_ = await call(app, operator, reopenAccount, { params });
  expect([open_.closed_at, open_.delete_at]).toEqual([null, null]);
  for (const [caller, endpoint] of uses) {
    expect((await callFor(app, caller, endpoint)).status).toBe(200);
  }
});

test('nothing is done in the name of a closed account', async () => {
  const { app, tenant, ids } = await open();
  const params = { id: tenant.id };
  const id = tenant.id;
  const [integration] = await asSuperuser<{ provider: string }>(
    database.kysely,
    `select provider from support.integrations where id = '${ids.integration}'`,
  );
  const provider = integration?.provider ?? '';
  await asSuperuser(
    database.kysely,
    `update support.integrations set next_check_at = '2000-01-01', lifecycle = 'active',
       checking_until = null where tenant_id = '${id}'`,
  );
  await asSuperuser(
    database.kysely,
    `update support.response_timers set due_at = now() - interval '1 hour'
     where tenant_id = '${id}'`,
  );
  await asSuperuser(
    database.kysely,
    `insert into support.daily_summaries (tenant_id, time_zone, hour) values ('${id}', 'UTC', 7)
     on conflict do nothing`,
  );
  await asSuperuser(
    database.kysely,
    `insert into support.jobs (tenant_id, id, type, payload) values ('${id}', gen_random_uuid(), 'of_closed', '{}')`,
  );
  const worker = { actor: 'worker' } as const;
  /** The kinds of work that processes find for the account. */
  const work = async () => {
    const { kysely } = database;
    const jobs = await claimJobs(kysely, { types: ['of_closed'], limit: 10, leaseMs: 0 });
    const checks = await claimDue(kysely, { limit: 1_000, leaseSeconds: 0 });
    const receiver = await inScope(kysely, worker, (trx) =>
      findReceiver(trx, { provider, id: ids.integration }),
    );
    const found = {
      jobs,
      checks,
      summaries: await listSummaries(kysely),
      late: await listLateResponses(kysely),
      receivers: receiver === undefined ? [] : [receiver],
    };
    return Object.entries(found)
      .filter(([, rows]) => rows.some(({ tenantId }) => tenantId === id))
      .map(([name]) => name);
  };
  const everything = ['jobs', 'checks', 'summaries', 'late', 'receivers'];
  expect(await work()).toEqual(everything);
  await call(app, operator, closeAccount, { params, body: {} });
  expect(await work()).toEqual([]);
  await call(app, operator, reopenAccount, { params });
  expect(await work()).toEqual(everything);
});

test('a deleted account leaves no row, no file and one entry in the log of the operator', async () => {
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

test('closed accounts are deleted when their time is over, and no others', async () => {
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
