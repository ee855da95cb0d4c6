import type { Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { queueForChats } from '../queries/chatJobs.ts';
import { emitTicket } from '../queries/emitTicket.ts';
import { notifyLive } from '../queries/live.ts';
import { recordCreatedTicket } from '../queries/ticketAnalytics.ts';
import type { StoredTicket } from '../queries/tickets.ts';
import { queueJobs } from '../queue/jobs.ts';

/** Jobs that a new ticket queues: its mails. */
export const ticketJobs = ['send_ticket_confirmation', 'notify_support_team'] as const;

export type TicketJob = (typeof ticketJobs)[number];

/**
 * Everything that happens when a ticket is created, in the transaction that creates it. `isConfirmed`: a
 * mail confirms it to the customer.
 */
export async function ticketCreated(
  trx: Transaction<Schema>,
  ticket: StoredTicket,
  { isConfirmed }: { isConfirmed: boolean },
): Promise<void> {
  const { id: ticketId, status } = ticket;
  const wanted = ticketJobs.filter((type) => isConfirmed || type !== 'send_ticket_confirmation');
  await queueJobs(
    trx,
    wanted.map((type) => ({ type, payload: { ticketId } })),
  );
  await queueForChats(trx, 'chat_ticket', { ticketId });
  await recordCreatedTicket(trx, ticket);
  await emitTicket(trx, 'ticket.created', ticket);
  await notifyLive(trx, ticketId, { type: 'ticket', ticket_id: ticketId, status });
}
