import { sql, type Transaction } from 'kysely';
import { sendPipelined } from '../db/pipeline.ts';
import type { Schema } from '../db/schema.ts';
import { requestOf } from './deflections.ts';
import { deleteMailtoRecord } from './requestMetrics.ts';
import type { CreatedTicket } from './tickets.ts';

/**
 * Records a new ticket for the report, in one statement: as an event and as the request that ends a
 * deflection. It replaces a record of the same request by mail.
 */
export async function recordCreatedTicket(
  trx: Transaction<Schema>,
  ticket: CreatedTicket,
): Promise<void> {
  const { id, ticket_number, category, priority, customer_tier, created_at } = ticket;
  const { original_mailto_attempt } = ticket.metadata;
  const record = trx
    .with('requested', (db) => requestOf(db, created_at))
    .with('unmailed', (db) => deleteMailtoRecord(db, original_mailto_attempt ? created_at : null))
    .insertInto('events')
    .values({
      id,
      name: 'support_ticket_created',
      timestamp: created_at,
      properties: JSON.stringify({
        ticket_number,
        category,
        priority,
        customer_tier,
        original_mailto_attempt,
      }),
      // The page captures this event too, with the visitor's PostHog id, so the export waits for
      // it.
      mirror_at: sql<Date>`now() + interval '1 minute'`,
    });
  await sendPipelined(trx, record);
}
