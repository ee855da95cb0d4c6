import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { queueSelectedJobs } from '../queue/jobs.ts';

type Payload = Readonly<Record<string, string>>;

/**
 * Returns a query for a job for each live integration that posts notifications to a chat of the
 * team. `chatId` in its payload names the integration. An integration whose last check failed is
 * included.
 */
export function chatJobs(
  type: string,
  payload: Payload,
  isWanted: RawBuilder<boolean> = sql`true`,
): RawBuilder<unknown> {
  return sql`select gen_random_uuid(), ${type}::text,
      ${JSON.stringify(payload)}::jsonb || jsonb_build_object('chatId', id)
    from integrations
    where tenant_id = support.tenant() and mode = 'live' and provider in ('slack', 'teams')
      and lifecycle in ('active', 'error') and next_check_at is not null and ${isWanted}`;
}

/** Queues the `chatJobs`. */
export function queueForChats(
  trx: Transaction<Schema>,
  type: string,
  payload: Payload,
): Promise<void> {
  return queueSelectedJobs(trx, [chatJobs(type, payload)]);
}
