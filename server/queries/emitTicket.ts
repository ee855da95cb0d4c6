import type { Transaction } from 'kysely';
import type { Ticket } from '../../src/contract/ticket.ts';
import type { WebhookType } from '../../src/contract/webhook.ts';
import type { Schema } from '../db/schema.ts';
import { emitEvent } from './webhookEvents.ts';

/** What webhooks hear of a request. Its words and addresses are read by the API, not sent around. */
export function emitTicket(
  trx: Transaction<Schema>,
  type: Extract<WebhookType, `ticket.${string}`>,
  ticket: Pick<Ticket, 'id' | 'ticket_number' | 'status' | 'priority' | 'category' | 'created_at'>,
  more: Readonly<Record<string, unknown>> = {},
): Promise<boolean> {
  const { id, ticket_number, status, priority, category, created_at } = ticket;
  const about = { ticket_id: id, ticket_number, status, priority, category, created_at };
  return emitEvent(trx, type, { ...about, ...more });
}
