import { expect, test } from 'vitest';
import { ticketJobs } from '../../server/events/ticketCreated.ts';
import { rollUpChecks } from '../../server/queries/checkHistory.ts';
import { deleteStoredAccount } from '../../server/queries/closedAccounts.ts';
import { claimUnmirrored, markMirrored } from '../../server/queries/eventMirror.ts';
import { addUpCounts } from '../../server/queries/inboxCounts.ts';
import { deleteOldRows } from '../../server/queries/retention.ts';
import { endOverdueSyncs } from '../../server/queries/syncs.ts';
import { claimJobs } from '../../server/queue/claim.ts';
import { extendLeases, finishJob } from '../../server/queue/jobs.ts';
import { created, createTestApp, draft, post } from './support/api.ts';
import { asSuperuser, isNile, openForFile } from './support/database.ts';
import { eventOf, sendEvents } from './support/events.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();
const run = (query: string) => asSuperuser(database.kysely, query);

test.runIf(isNile)('work for all accounts runs account by account', async () => {
  const app = createTestApp(database);
  const tenants = [await createTenant(database.kysely), await createTenant(database.kysely)];
  for (const { publishableKey: key } of tenants) {
    const me = { key, visitor: newId() };
    await created(post(app, me, draft));
    await sendEvents(app, me, [eventOf('support_search')]);
  }
  const jobs = await claimJobs(database.kysely, {
    types: [...ticketJobs],
    limit: 9,
    leaseMs: 1_000,
  });
  expect(new Set(jobs.map(({ tenantId }) => tenantId)).size).toBe(2);
  await extendLeases(database.kysely, jobs, 1_000);
  for (const job of jobs) await finishJob(database.kysely, job);
  await addUpCounts(database.kysely);
  await endOverdueSyncs(database.kysely);
  for (const _ of tenants)
    await markMirrored(database.kysely, await claimUnmirrored(database.kysely));
  expect(await claimUnmirrored(database.kysely)).toEqual([]);
  await run(`update support.events set received_at = now() - interval '500 days'
    where tenant_id = '${tenants[0]?.id}'`);
  await deleteOldRows(database.kysely);
  expect(await run(`select 1 from support.events where tenant_id = '${tenants[0]?.id}'`)).toEqual(
    [],
  );
  await rollUpChecks(database.kysely);
  const entry = { action: 'delete', requestId: null };
  expect(await deleteStoredAccount(database.kysely, tenants[0]?.id ?? '', entry)).toBe(true);
  expect(await run(`select 1 from support.tickets where tenant_id = '${tenants[0]?.id}'`)).toEqual(
    [],
  );
  expect(
    await run(`select 1 from support.tickets where tenant_id = '${tenants[1]?.id}'`),
  ).toHaveLength(1);
});
