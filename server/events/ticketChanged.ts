import type { Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { emitTicket } from '../queries/emitTicket.ts';
import { queueForDesk } from '../queries/helpDesks.ts';
import { notifyLive } from '../queries/live.ts';
import { findTicket, type StoredTicket } from '../queries/tickets.ts';
import { routeEscalated } from './routeEscalated.ts';
import { ticketEscalated } from './ticketEscalated.ts';

/**
 * Applies the effects of a change of status, priority, assignee, queue or tags. `ticket`: the
 * ticket after the change.
 */
export async function ticketChanged(
  trx: Transaction<Schema>,
  { before, ticket }: { before: StoredTicket; ticket: StoredTicket },
): Promise<void> {
  const { id, status } = ticket;
  const isEscalated = ticket.escalated_at !== null && before.escalated_at === null;
  if (isEscalated) await routeEscalated(trx, { before, ticket });
  const routed = (isEscalated ? await findTicket(trx, id) : undefined) ?? ticket;
  const isResolved = status === 'resolved' && before.status !== 'resolved';
  await emitTicket(trx, isResolved ? 'ticket.resolved' : 'ticket.updated', routed);
  await notifyLive(trx, id, { type: 'ticket', ticket_id: id, status });
  if (status !== before.status) await queueForDesk(trx, id);
  if (isEscalated) await ticketEscalated(trx, routed);
}
