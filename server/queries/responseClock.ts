import { type Kysely, sql, type Transaction } from 'kysely';
import { firstResponseSeconds } from '../base/firstResponse.ts';
import { turnClock } from '../base/responseClock.ts';
import type { Schema } from '../db/schema.ts';
import { enter, inScope } from '../db/scope.ts';
import { queueJob } from '../queue/jobs.ts';
import { emitTicket } from './emitTicket.ts';
import { listChats } from './integrations.ts';
import { notifyLive } from './live.ts';
import { readTenant } from './tenants.ts';

/** Turns the clock of a ticket's first answer after its status or priority has changed, until that has come. */
export async function keepResponseClock(trx: Transaction<Schema>, ticketId: string): Promise<void> {
  const ticket = await trx
    .selectFrom('tickets')
    .select(['status', 'priority', 'customer_tier as customerTier'])
    .select(['response_due_at as dueAt', 'response_target as target', 'response_left as left'])
    .where('id', '=', ticketId)
    .where('first_response_at', 'is', null)
    .where('response_breached_at', 'is', null)
    .executeTakeFirst();
  if (ticket === undefined || ticket.target === null) return;
  const { first_response, business_hours: hours } = await readTenant(trx);
  const { status, dueAt, target, left } = ticket;
  const next = turnClock(
    { dueAt, target, left },
    { status, target: firstResponseSeconds(first_response, ticket) },
    hours,
    new Date(),
  );
  await trx
    .updateTable('tickets')
    .set({
      response_due_at: next.dueAt,
      response_target: next.target,
      response_left: next.left,
      ...(next.dueAt !== null && { estimated_first_response: next.dueAt }),
    })
    .where('id', '=', ticketId)
    .execute();
}

/** Tickets whose first answer is late, as far as nobody has noted it; the latest last. */
export function listLateResponses(db: Kysely<Schema>) {
  return inScope(db, { actor: 'worker' }, (trx) =>
    trx
      .selectFrom('response_timers')
      .select(['tenant_id as tenantId', 'ticket_id as ticketId'])
      .where('due_at', '<=', sql<Date>`now()`)
      .orderBy('due_at')
      .limit(100)
      .execute(),
  );
}

/**
 * Notes that a first answer is late, and queues the alarm: one job for each channel, and for where the team chats. Both or neither,
 * and once, however many processes notice at the same time. False when it was noted already.
 */
export function triggerSLAAlert(
  db: Kysely<Schema>,
  { tenantId, ticketId }: { tenantId: string; ticketId: string },
  channels: readonly string[],
): Promise<boolean> {
  return inScope(db, { actor: 'worker' }, async (trx) => {
    await enter(trx, { actor: 'worker', tenantId });
    const late = await trx
      .updateTable('tickets')
      .set({ response_breached_at: sql<Date>`now()` })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', ticketId)
      .where('response_breached_at', 'is', null)
      .where('response_due_at', '<=', sql<Date>`now()`)
      .where((where) =>
        where.or([
          where('first_response_at', 'is', null),
          where('first_response_at', '>', where.ref('response_due_at')),
        ]),
      )
      .returning(['id', 'ticket_number', 'status', 'priority', 'category', 'created_at'])
      .returning('response_due_at')
      .executeTakeFirst();
    if (late === undefined) return false;
    for (const channel of channels) {
      await queueJob(trx, { type: `sla_alert_${channel}`, payload: { ticketId } });
    }
    for (const chatId of await listChats(trx)) {
      await queueJob(trx, { type: 'chat_late', payload: { ticketId, chatId } });
    }
    const { response_due_at, created_at, ...ticket } = late;
    await emitTicket(
      trx,
      'ticket.response_late',
      { ...ticket, created_at: created_at.toISOString() },
      { response_due_at },
    );
    const event = { type: 'ticket', ticket_id: ticketId, status: late.status } as const;
    await notifyLive(trx, ticketId, event, { agentsOnly: true });
    return true;
  });
}
