import { type Selectable, sql, type Transaction, type UpdateObject } from 'kysely';
import type { ExternalTicketsTable } from '../db/helpDeskTables.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

type Trx = Transaction<Schema>;
export type ExternalTicket = Selectable<ExternalTicketsTable>;
const now = sql<Date>`now()`;

/** Time after which a job that sends or receives counts as lost. Longer than a job can run. */
const leaseMinutes = 6;

/** Returns the ticket in a help desk in which a request lives. */
export function findExternal(trx: Trx, ticketId: string): Promise<ExternalTicket | undefined> {
  return trx
    .selectFrom('external_tickets')
    .selectAll()
    .where('tenant_id', '=', ofTenant)
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst();
}

/** Returns what agents see of the ticket in the help desk. */
export function readExternalTicket(trx: Trx, ticketId: string) {
  return trx
    .selectFrom('external_tickets')
    .innerJoin('integrations', (join) =>
      join
        .onRef('integrations.tenant_id', '=', 'external_tickets.tenant_id')
        .onRef('integrations.id', '=', 'external_tickets.integration_id'),
    )
    .select(['name', 'number', 'url', 'problem'])
    .where('external_tickets.tenant_id', '=', ofTenant)
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst();
}

export async function insertExternal(
  trx: Trx,
  made: { ticket_id: string; integration_id: string },
): Promise<void> {
  await trx
    .insertInto('external_tickets')
    .values(made)
    .onConflict((same) => same.doNothing())
    .execute();
}

/**
 * Claims a ticket for a job, so that no other job sends or receives at the same time. A job that is
 * run again after a crash keeps its claim. Returns undefined if another job has it.
 */
export function claimExternal(
  trx: Trx,
  ticketId: string,
  job: string,
): Promise<ExternalTicket | undefined> {
  return trx
    .updateTable('external_tickets')
    .set({ busy_job: job, busy_until: sql<Date>`now() + ${leaseMinutes} * interval '1 minute'` })
    .where('tenant_id', '=', ofTenant)
    .where('ticket_id', '=', ticketId)
    .where((where) =>
      where.or([
        where('busy_until', 'is', null),
        where('busy_until', '<', now),
        where('busy_job', '=', job),
      ]),
    )
    .returningAll()
    .executeTakeFirst();
}

export async function releaseExternal(trx: Trx, ticketId: string, job: string): Promise<void> {
  await trx
    .updateTable('external_tickets')
    .set({ busy_job: null, busy_until: null })
    .where('tenant_id', '=', ofTenant)
    .where('ticket_id', '=', ticketId)
    .where('busy_job', '=', job)
    .execute();
}

export async function changeExternal(
  trx: Trx,
  ticketId: string,
  change: UpdateObject<Schema, 'external_tickets'>,
): Promise<void> {
  await trx
    .updateTable('external_tickets')
    .set(change)
    .where('tenant_id', '=', ofTenant)
    .where('ticket_id', '=', ticketId)
    .execute();
}

/**
 * Lets a request live in the ticket of the one that is merged into it, unless it has one itself.
 */
export async function moveExternal(trx: Trx, from: string, into: string): Promise<void> {
  await sql`update external_tickets set ticket_id = ${into}::uuid
    where tenant_id = ${ofTenant} and ticket_id = ${from} and not exists (
      select from external_tickets as other
      where other.tenant_id = ${ofTenant} and other.ticket_id = ${into})`.execute(trx);
}

/** Queues jobs that read changed tickets of a help desk. Tickets that are not ours are skipped. */
export async function queueForReading(
  trx: Trx,
  integrationId: string,
  externalIds: readonly string[],
): Promise<void> {
  if (externalIds.length === 0) return;
  await sql`insert into jobs (id, type, payload)
    select gen_random_uuid(), 'desk_receive', jsonb_build_object('ticketId', ticket_id)
    from external_tickets
    where tenant_id = ${ofTenant} and integration_id = ${integrationId}
      and external_id = any(${[...externalIds]}::text[])`.execute(trx);
}

/** Queues the jobs again that failed for requests in a help desk, for example with a wrong token. */
export async function retryDeskJobs(trx: Trx): Promise<void> {
  await sql`update jobs set failed_at = null, attempts = 0, losses = 0, claimed_at = null, run_at = now()
    where tenant_id = ${ofTenant} and failed_at is not null
      and type in ('desk_send', 'desk_receive', 'desk_catch_up')`.execute(trx);
}
