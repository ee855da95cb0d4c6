import type { Transaction } from 'kysely';
import type { WebhookType } from '../../src/contract/webhook.ts';
import type { Schema } from '../db/schema.ts';
import type { StoredTicket } from './tickets.ts';
import { emitEvent } from './webhookEvents.ts';

/** What webhooks hear of a ticket. Its words and addresses are read by the API, not sent around. */
export type TicketFacts = Pick<
  StoredTicket,
  'id' | 'ticket_number' | 'mode' | 'status' | 'priority' | 'category' | 'created_at'
>;

export function emitTicket(
  trx: Transaction<Schema>,
  type: Extract<WebhookType, `ticket.${string}`>,
  { id: ticket_id, ticket_number, mode, status, priority, category, created_at }: TicketFacts,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const about = { ticket_id, ticket_number, mode, status, priority, category, created_at };
  return emitEvent(trx, type, { ...about, ...more });
}
