import { type Kysely, sql, type Transaction } from 'kysely';
import type { TicketCounts } from '../../src/contract/agent.ts';
import type { TicketStatus } from '../../src/contract/ticket.ts';
import type { Schema } from '../db/schema.ts';
import { inScope, ofTenant } from '../db/scope.ts';
import { workerScopes } from '../db/workerScopes.ts';

/**
 * Returns the number of tickets in each filter of the inbox. `me` is undefined for a secret key.
 */
export async function countInbox(
  trx: Transaction<Schema>,
  me: string | undefined,
): Promise<Omit<TicketCounts, 'mentions'>> {
  const rows = await trx
    .selectFrom('ticket_counts')
    .select(['status', 'assignee_id as assignee', 'snoozed'])
    .select(sql<number>`sum(tickets)::integer`.as('tickets'))
    .where('tenant_id', '=', ofTenant)
    .groupBy(['status', 'assignee_id', 'snoozed'])
    .execute();
  const sum = (counts: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(counts).reduce((total, { tickets }) => total + tickets, 0);
  const here = (counts: (row: (typeof rows)[number]) => boolean) =>
    sum((row) => !row.snoozed && counts(row));
  const of = (status: TicketStatus) => here((row) => row.status === status);
  return {
    all: sum(() => true),
    snoozed: sum(({ snoozed }) => snoozed),
    unassigned: here(({ assignee, status }) => assignee === null && status !== 'resolved'),
    mine: here(
      ({ assignee, status }) => assignee !== null && assignee === me && status !== 'resolved',
    ),
    by_status: {
      new: of('new'),
      open: of('open'),
      pending: of('pending'),
      on_hold: of('on_hold'),
      resolved: of('resolved'),
    },
  };
}

/** Adds the differences that were recorded since the last run to the counts. */
export async function addUpCounts(db: Kysely<Schema>): Promise<void> {
  for (const scope of await workerScopes(db)) {
    await inScope(db, scope, (trx) =>
      sql`with noted as (delete from ticket_counts returning *)
      insert into ticket_counts (tenant_id, status, assignee_id, mode, snoozed, tickets)
      select tenant_id, status, assignee_id, mode, snoozed, sum(tickets) from noted
      group by 1, 2, 3, 4, 5 having sum(tickets) <> 0`.execute(trx),
    );
  }
}
