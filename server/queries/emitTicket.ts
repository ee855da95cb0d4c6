import type { Transaction } from 'kysely';
import type { WebhookType } from '../../src/contract/webhook.ts';
import type { Schema } from '../db/schema.ts';
import type { StoredTicket } from './tickets.ts';
import { emitEvent } from './webhookEvents.ts';

/**
 * The fields of a ticket that webhooks receive. Texts and addresses must be read through the API.
 */
export type TicketFacts = Pick<
  StoredTicket,
  | 'id'
  | 'ticket_number'
  | 'mode'
  | 'status'
  | 'priority'
  | 'category'
  | 'queue'
  | 'tags'
  | 'created_at'
>;

export function emitTicket(
  trx: Transaction<Schema>,
  type: Extract<WebhookType, `ticket.${string}`>,
  { id: ticket_id, ...facts }: TicketFacts,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { ticket_number, mode, status, priority, category, queue, tags, created_at } = facts;
  const kinds = { mode, status, priority, category, queue, tags };
  const about = { ticket_id, ticket_number, ...kinds, created_at };
  return emitEvent(trx, type, { ...about, ...more });
}

/** Emits `ticket.escalated` if the ticket is escalated. */
export async function emitEscalation(
  trx: Transaction<Schema>,
  ticket: TicketFacts & Pick<StoredTicket, 'escalated_at'>,
): Promise<void> {
  const { escalated_at } = ticket;
  if (escalated_at !== null) await emitTicket(trx, 'ticket.escalated', ticket, { escalated_at });
}
