import type { Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { queueForChats } from '../queries/chatJobs.ts';
import { emitEscalation } from '../queries/emitTicket.ts';
import type { StoredTicket } from '../queries/tickets.ts';
import { queueJobs } from '../queue/jobs.ts';

/**
 * Everything that happens when a ticket is escalated after it was created: the team is notified by mail, in
 * its chats and by webhook. The notices of a ticket that is escalated from the start say so themselves.
 */
export async function ticketEscalated(
  trx: Transaction<Schema>,
  ticket: StoredTicket,
): Promise<void> {
  const payload = { ticketId: ticket.id };
  await queueJobs(trx, [{ type: 'escalation_mail', payload }]);
  await queueForChats(trx, 'chat_escalated', payload);
  await emitEscalation(trx, ticket);
}
