import type { Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { chatJobs } from '../queries/chatJobs.ts';
import { escalationJobs, ticketEventJob } from '../queries/emitTicket.ts';
import { deskJob } from '../queries/helpDesks.ts';
import { notifyLive } from '../queries/live.ts';
import { recordCreatedTicket } from '../queries/ticketAnalytics.ts';
import type { TicketNotices } from '../queries/ticketNotices.ts';
import type { CreatedTicket } from '../queries/tickets.ts';
import { jobIf, queueSelectedJobs } from '../queue/jobs.ts';

/** Jobs that a new ticket queues: its mails. */
export const ticketJobs = ['send_ticket_confirmation', 'notify_support_team'] as const;

export type TicketJob = (typeof ticketJobs)[number];

/** Applies the effects of a new ticket, in the transaction that creates it. */
export async function ticketCreated(
  trx: Transaction<Schema>,
  ticket: CreatedTicket,
  { isConfirmed, isNoticed, counting }: TicketNotices,
): Promise<void> {
  const { id: ticketId, status } = ticket;
  const payload = { ticketId };
  const isWanted = { send_ticket_confirmation: isConfirmed, notify_support_team: isNoticed };
  const jobs = [
    ...ticketJobs.map((type) => jobIf(isWanted[type], { type, payload })),
    chatJobs('chat_ticket', payload, isNoticed),
    deskJob(ticketId),
    ticketEventJob('ticket.created', ticket),
    ...escalationJobs(ticket),
  ];
  await queueSelectedJobs(trx, jobs, counting);
  await recordCreatedTicket(trx, ticket);
  await notifyLive(trx, ticketId, { type: 'ticket', ticket_id: ticketId, status });
}
