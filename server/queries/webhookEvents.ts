import { randomBytes, randomUUID } from 'node:crypto';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { KeyMode } from '../../src/contract/role.ts';
import type { WebhookType } from '../../src/contract/webhook.ts';
import type { Schema } from '../db/schema.ts';
import { queueSelectedJobs } from '../queue/jobs.ts';

type Data = Readonly<Record<string, unknown>> & { mode?: KeyMode };

/**
 * Returns a query for the job of an event, if any webhook of the account subscribes to it. Webhooks
 * of test keys only receive events of test data. The mode is that of the subject of the event, or
 * else that of the transaction.
 */
export function eventJob(type: WebhookType, data: Data): RawBuilder<unknown> {
  const id = `wh_${randomBytes(16).toString('base64url')}`;
  const event = { id, type, created: new Date().toISOString(), data };
  const payload = JSON.stringify({ event: JSON.stringify(event) });
  const mode = sql`coalesce(${data.mode ?? null}, support.mode(), 'live')`;
  return sql`select ${randomUUID()}::uuid, 'fan_out_event',
      ${payload}::jsonb || jsonb_build_object('mode', mode) from webhook_interests
    where tenant_id = support.tenant() and mode = ${mode} and type = ${type}`;
}

/** Queues an event for the account's webhooks. It must run in the transaction of the change. */
export function emitEvent(trx: Transaction<Schema>, type: WebhookType, data: Data): Promise<void> {
  return queueSelectedJobs(trx, [eventJob(type, data)]);
}

/** Like `emitEvent`; returns false if no webhook subscribes to it. */
export async function emitIfSubscribed(
  trx: Transaction<Schema>,
  type: WebhookType,
  data: Data,
): Promise<boolean> {
  const queue = sql`insert into jobs (id, type, payload) ${eventJob(type, data)}`;
  const { numAffectedRows = 0n } = await queue.execute(trx);
  return numAffectedRows > 0n;
}
