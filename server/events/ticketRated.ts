import type { Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { emitTicket, type TicketFacts } from '../queries/emitTicket.ts';
import { notifyLive } from '../queries/live.ts';

/** Applies the effects of a visitor's rating of a resolved ticket. */
export async function ticketRated(
  trx: Transaction<Schema>,
  ticket: TicketFacts,
  score: number,
): Promise<void> {
  const { id, status } = ticket;
  await emitTicket(trx, 'ticket.rated', ticket, { score });
  await notifyLive(trx, id, { type: 'ticket', ticket_id: id, status });
}
