import type { Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { emitTicket, type TicketFacts } from '../queries/emitTicket.ts';
import { queueForDesk } from '../queries/helpDesks.ts';
import { notifyLive } from '../queries/live.ts';
import { readTenant } from '../queries/tenants.ts';
import { queueJobs } from '../queue/jobs.ts';

export interface Reply {
  /** The ticket after the reply. */
  ticket: TicketFacts;
  position: number;
  author: 'visitor' | 'agent';
}

/** Applies the effects of a reply, in the transaction that stores the reply. */
export async function ticketReplied(
  trx: Transaction<Schema>,
  { ticket, position, author }: Reply,
): Promise<void> {
  if (author === 'agent') await queueReplyMail(trx, ticket.id, position);
  await queueForDesk(trx, ticket.id);
  await emitTicket(trx, 'ticket.replied', ticket, { author });
  await notifyLive(trx, ticket.id, { type: 'message', ticket_id: ticket.id, position, author });
}

/** Delays the mail, because the visitor may see the reply in the widget before. */
async function queueReplyMail(
  trx: Transaction<Schema>,
  ticketId: string,
  position: number,
): Promise<void> {
  const { reply_mail_delay: delaySeconds } = await readTenant(trx);
  const payload = { ticketId, position: String(position) };
  await queueJobs(trx, [{ type: 'send_reply_mail', payload, delaySeconds }]);
}
