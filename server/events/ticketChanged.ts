import type { Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { emitTicket, type TicketFacts } from '../queries/emitTicket.ts';
import { notifyLive } from '../queries/live.ts';

/** Everything that happens when status, priority or assignee change. `ticket`: as it is afterwards. */
export async function ticketChanged(
  trx: Transaction<Schema>,
  { ticket, wasResolved }: { ticket: TicketFacts; wasResolved: boolean },
): Promise<void> {
  const { id, status } = ticket;
  const isResolved = status === 'resolved' && !wasResolved;
  await emitTicket(trx, isResolved ? 'ticket.resolved' : 'ticket.updated', ticket);
  await notifyLive(trx, id, { type: 'ticket', ticket_id: id, status });
}
