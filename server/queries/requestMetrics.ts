import { type QueryCreator, sql, type Transaction } from 'kysely';
import type { AcceptedEvent } from '../../src/contract/event.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant, ofVisitor } from '../db/scope.ts';

/** Counts a request by mail, unless the visitor opened a ticket for it within a day. */
export async function countMailto(
  trx: Transaction<Schema>,
  events: readonly Pick<AcceptedEvent, 'id' | 'timestamp' | 'properties'>[],
): Promise<void> {
  for (const { id, timestamp, properties } of events) {
    const { category } = properties;
    await sql`
      insert into request_metrics
        (id, visitor_hash, request_category, request_priority, routing_channel, timestamp)
      select ${id}::uuid, support.visitor(), ${typeof category === 'string' ? category : 'general'},
        'medium', 'mailto', least(${timestamp}::timestamptz, now())
      where not exists (
        select from tickets
        where tenant_id = support.tenant() and visitor_hash = support.visitor()
          and (metadata->>'original_mailto_attempt')::boolean
          and created_at between ${timestamp}::timestamptz
            and ${timestamp}::timestamptz + interval '24 hours')`.execute(trx);
  }
}

/**
 * Deletes the record of a request by mail that became a ticket, because the ticket is counted
 * instead. `createdAt` is null for a ticket without such a mail.
 */
export function deleteMailtoRecord(db: QueryCreator<Schema>, createdAt: Date | null) {
  return db
    .deleteFrom('request_metrics')
    .where('tenant_id', '=', ofTenant)
    .where('visitor_hash', '=', ofVisitor)
    .where('timestamp', '>=', sql<Date>`${createdAt}::timestamptz - interval '24 hours'`);
}
