import type { Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { queueForChats } from '../queries/chatJobs.ts';
import { emitTicket } from '../queries/emitTicket.ts';
import { notifyLive } from '../queries/live.ts';
import type { LateTicket } from '../queries/responseClock.ts';
import { type NewJob, queueJobs } from '../queue/jobs.ts';

/**
 * Applies the effects of a late first response: alerts the team by mail, by each channel and in its
 * chats.
 */
export async function responseLate(
  trx: Transaction<Schema>,
  late: LateTicket,
  channels: readonly string[],
): Promise<void> {
  const { id: ticketId, status, response_due_at } = late;
  const alert = (channel: string): NewJob => ({
    type: `sla_alert_${channel}`,
    payload: { ticketId },
  });
  await queueJobs(trx, [alert('mail'), ...channels.map(alert)]);
  await queueForChats(trx, 'chat_late', { ticketId });
  await emitTicket(trx, 'ticket.response_late', late, { response_due_at });
  const event = { type: 'ticket', ticket_id: ticketId, status } as const;
  await notifyLive(trx, ticketId, event, { agentsOnly: true });
}
