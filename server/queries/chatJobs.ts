import { sql, type Transaction } from 'kysely';
import { sendPipelined } from '../db/pipeline.ts';
import type { Schema } from '../db/schema.ts';

/**
 * Queues a job for each live integration that posts notifications to a chat of the team. `chatId`
 * in its payload names the integration. An integration whose last check failed is included.
 */
export async function queueForChats(
  trx: Transaction<Schema>,
  type: string,
  payload: Readonly<Record<string, string>>,
): Promise<void> {
  await sendPipelined(
    trx,
    sql`insert into jobs (id, type, payload)
      select gen_random_uuid(), ${type},
        ${JSON.stringify(payload)}::jsonb || jsonb_build_object('chatId', id)
      from integrations
      where tenant_id = support.tenant() and mode = 'live' and provider in ('slack', 'teams')
        and lifecycle in ('active', 'error') and next_check_at is not null`,
  );
}
