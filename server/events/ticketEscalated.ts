import type { Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { chatJobs } from '../queries/chatJobs.ts';
import { escalationJobs } from '../queries/emitTicket.ts';
import type { StoredTicket } from '../queries/tickets.ts';
import { queueJobs, queueSelectedJobs } from '../queue/jobs.ts';

/**
 * Applies the effects of an escalation after the creation: notifies the team by mail, in its chats
 * and by webhook. A ticket that is escalated from the start has the escalation in its first
 * notifications.
 */
export async function ticketEscalated(
  trx: Transaction<Schema>,
  ticket: StoredTicket,
): Promise<void> {
  const payload = { ticketId: ticket.id };
  await queueJobs(trx, [{ type: 'escalation_mail', payload }]);
  await queueSelectedJobs(trx, [chatJobs('chat_escalated', payload), ...escalationJobs(ticket)]);
}
