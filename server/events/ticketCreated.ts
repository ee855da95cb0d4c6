import type { Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { queueForChats } from '../queries/chatJobs.ts';
import { emitEscalation, emitTicket } from '../queries/emitTicket.ts';
import { queueForDesk } from '../queries/helpDesks.ts';
import { notifyLive } from '../queries/live.ts';
import { recordCreatedTicket } from '../queries/ticketAnalytics.ts';
import type { TicketNotices } from '../queries/ticketNotices.ts';
import type { StoredTicket } from '../queries/tickets.ts';
import { queueJobs } from '../queue/jobs.ts';

/** Jobs that a new ticket queues: its mails. */
export const ticketJobs = ['send_ticket_confirmation', 'notify_support_team'] as const;

export type TicketJob = (typeof ticketJobs)[number];

/** Applies the effects of a new ticket, in the transaction that creates it. */
export async function ticketCreated(
  trx: Transaction<Schema>,
  ticket: StoredTicket,
  { isConfirmed, isNoticed }: TicketNotices,
): Promise<void> {
  const { id: ticketId, status } = ticket;
  const isWanted = { send_ticket_confirmation: isConfirmed, notify_support_team: isNoticed };
  const wanted = ticketJobs.filter((type) => isWanted[type]);
  await queueJobs(
    trx,
    wanted.map((type) => ({ type, payload: { ticketId } })),
  );
  if (isNoticed) await queueForChats(trx, 'chat_ticket', { ticketId });
  await queueForDesk(trx, ticketId);
  await recordCreatedTicket(trx, ticket);
  await emitTicket(trx, 'ticket.created', ticket);
  await emitEscalation(trx, ticket);
  await notifyLive(trx, ticketId, { type: 'ticket', ticket_id: ticketId, status });
}
