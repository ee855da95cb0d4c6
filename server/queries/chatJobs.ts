import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';
import { queueSelectedJobs } from '../queue/jobs.ts';

type Payload = Readonly<Record<string, string>>;

/** Providers that can post notifications. */
const chatProviders: readonly string[] = ['slack', 'teams'];

/** Lets a live integration of the account post notifications, if its provider can. */
export async function registerChat(
  trx: Transaction<Schema>,
  integrationId: string,
  provider: string,
): Promise<void> {
  if (!chatProviders.includes(provider)) return;
  await sql`insert into chats (integration_id)
    select id from integrations where tenant_id = ${ofTenant} and id = ${integrationId}
      and mode = 'live' and organization_id is null
    on conflict do nothing`.execute(trx);
}

/**
 * Returns a query for a job for each integration that posts notifications to a chat of the team.
 * `chatId` in its payload names the integration. It can be in every scope, also in one that cannot
 * read the integration.
 */
export function chatJobs(
  type: string,
  payload: Payload,
  isWanted: RawBuilder<boolean> = sql`true`,
): RawBuilder<unknown> {
  return sql`select gen_random_uuid(), ${type}::text,
      ${JSON.stringify(payload)}::jsonb || jsonb_build_object('chatId', integration_id)
    from chats where tenant_id = ${ofTenant} and ${isWanted}`;
}

/** Queues the `chatJobs`. */
export function queueForChats(
  trx: Transaction<Schema>,
  type: string,
  payload: Payload,
): Promise<void> {
  return queueSelectedJobs(trx, [chatJobs(type, payload)]);
}
