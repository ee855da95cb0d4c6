import { expect, test } from 'vitest';
import { inScope } from '../../server/db/scope.ts';
import { claimDue } from '../../server/queries/checks.ts';
import { findReceiver } from '../../server/queries/receivedEvents.ts';
import { listLateResponses } from '../../server/queries/responseClock.ts';
import { listSummaries } from '../../server/queries/summaries.ts';
import { claimJobs } from '../../server/queue/claim.ts';
import { closeAccount, listAccounts, reopenAccount } from '../../src/contract/adminAccount.ts';
import { listAgentTickets } from '../../src/contract/agent.ts';
import { getConfig } from '../../src/contract/config.ts';
import { listTickets } from '../../src/contract/ticket.ts';
import { operator } from './support/administration.ts';
import { call, callFor } from './support/agent.ts';
import { apiErrorOf } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { openAccount } from './support/pairings.ts';
import { newId } from './support/tenant.ts';

const database = openForFile();
const open = () => openAccount(database, `word${newId()}`);

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

  const reopened = await call(app, operator, reopenAccount, { params });
  expect([reopened.closed_at, reopened.delete_at]).toEqual([null, null]);
  for (const [caller, endpoint] of uses) {
    expect((await callFor(app, caller, endpoint)).status).toBe(200);
  }
});

test('no work is done for a closed account', async () => {
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
