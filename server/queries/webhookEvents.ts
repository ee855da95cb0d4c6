import { randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { WebhookType } from '../../src/contract/webhook.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';
import { queueJobs } from '../queue/jobs.ts';

/**
 * Lets the tenant's webhooks hear of something, in the transaction that made it true. Costs one look
 * where no webhook wants it; false then.
 */
export async function emitEvent(
  trx: Transaction<Schema>,
  type: WebhookType,
  data: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const wanted = await trx
    .selectFrom('webhook_interests')
    .select('type')
    .where('tenant_id', '=', ofTenant)
    .where('type', '=', type)
    .executeTakeFirst();
  if (wanted === undefined) return false;
  const id = `wh_${randomBytes(16).toString('base64url')}`;
  const event = { id, type, created: new Date().toISOString(), data };
  await queueJobs(trx, [{ type: 'fan_out_event', payload: { event: JSON.stringify(event) } }]);
  return true;
}
