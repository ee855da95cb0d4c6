import type { RawBuilder, Transaction } from 'kysely';
import type { WebhookType } from '../../src/contract/webhook.ts';
import type { Schema } from '../db/schema.ts';
import { queueSelectedJobs } from '../queue/jobs.ts';
import type { StoredTicket } from './tickets.ts';
import { eventJob } from './webhookEvents.ts';

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

type TicketEvent = Extract<WebhookType, `ticket.${string}`>;
type More = Readonly<Record<string, unknown>>;

/** Returns a query for the job of an event of a ticket. */
export function ticketEventJob(
  type: TicketEvent,
  { id: ticket_id, ...facts }: TicketFacts,
  more: More = {},
): RawBuilder<unknown> {
  const { ticket_number, mode, status, priority, category, queue, tags, created_at } = facts;
  const kinds = { mode, status, priority, category, queue, tags };
  const about = { ticket_id, ticket_number, ...kinds, created_at };
  return eventJob(type, { ...about, ...more });
}

export function emitTicket(
  trx: Transaction<Schema>,
  type: TicketEvent,
  ticket: TicketFacts,
  more: More = {},
): Promise<void> {
  return queueSelectedJobs(trx, [ticketEventJob(type, ticket, more)]);
}

/** Returns the query for `ticket.escalated`, if the ticket is escalated. */
export function escalationJobs(
  ticket: TicketFacts & Pick<StoredTicket, 'escalated_at'>,
): RawBuilder<unknown>[] {
  const { escalated_at } = ticket;
  return escalated_at === null
    ? []
    : [ticketEventJob('ticket.escalated', ticket, { escalated_at })];
}
