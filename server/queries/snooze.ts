import { type Kysely, sql, type Transaction } from 'kysely';
import type { TicketStatus } from '../../src/contract/ticket.ts';
import type { Schema } from '../db/schema.ts';
import { inScope, ofTenant } from '../db/scope.ts';
import { type ClaimedJob, queueJobs } from '../queue/jobs.ts';
import { notifyLive } from './live.ts';
import { changeTicketRow, changingTicket } from './ticketChange.ts';

/**
 * Snoozes a request until a time, and queues the job that wakes it, in place of that of an earlier
 * snooze. Null ends the snooze. Returns
 * false for a resolved request, which cannot be snoozed.
 */
export async function snoozeTicket(
  trx: Transaction<Schema>,
  ticketId: string,
  until: Date | null,
): Promise<boolean> {
  const change = { snoozed_until: until, updated_at: sql<Date>`now()` };
  const isMeant = until === null ? undefined : sql<boolean>`status <> 'resolved'`;
  const isChanged = await changeTicketRow(trx, ticketId, change, isMeant);
  if (!isChanged) return false;
  await trx
    .deleteFrom('jobs')
    .where('tenant_id', '=', ofTenant)
    .where('type', '=', 'wake_ticket')
    .where('claimed_at', 'is', null)
    .where(sql`payload->>'ticketId'`, '=', ticketId)
    .execute();
  if (until === null) return true;
  const delaySeconds = Math.max(0, (until.getTime() - Date.now()) / 1_000);
  const payload = { ticketId, until: until.toISOString() };
  await queueJobs(trx, [{ type: 'wake_ticket', payload, delaySeconds }]);
  return true;
}

/** Wakes a request, unless it was woken earlier or snoozed again. */
export async function wakeTicket(
  db: Kysely<Schema>,
  { tenantId, payload: { ticketId = '', until = '' } }: ClaimedJob,
): Promise<void> {
  const isMeant = sql<boolean>`snoozed_until = ${until}::timestamptz`;
  await inScope(db, { actor: 'worker', tenantId }, async (trx) => {
    const change = { snoozed_until: null, updated_at: sql<Date>`now()` };
    const { rows } = await sql<{ status: TicketStatus }>`
      with ${changingTicket(ticketId, change, isMeant)} select status from changed`.execute(trx);
    const [woken] = rows;
    if (woken === undefined) return;
    const event = { type: 'ticket', ticket_id: ticketId, status: woken.status } as const;
    await notifyLive(trx, ticketId, event, { agentsOnly: true });
  });
}
