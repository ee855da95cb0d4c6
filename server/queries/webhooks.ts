import { randomUUID } from 'node:crypto';
import { type Insertable, type Selectable, sql, type Transaction, type UpdateObject } from 'kysely';
import type { WebhookDelivery, WebhookPayload } from '../../src/contract/webhook.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';
import type { WebhookDeliveriesTable, WebhooksTable } from '../db/webhookTables.ts';
import { queueJobs } from '../queue/jobs.ts';

type Trx = Transaction<Schema>;
export type StoredWebhook = Selectable<WebhooksTable>;
export type StoredDelivery = Selectable<WebhookDeliveriesTable>;

export function listStoredWebhooks(trx: Trx): Promise<StoredWebhook[]> {
  return trx
    .selectFrom('webhooks')
    .selectAll()
    .where('tenant_id', '=', ofTenant)
    .orderBy('created_at')
    .execute();
}

export function findWebhook(trx: Trx, id: string): Promise<StoredWebhook | undefined> {
  return trx
    .selectFrom('webhooks')
    .selectAll()
    .where('tenant_id', '=', ofTenant)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function insertWebhook(
  trx: Trx,
  webhook: Insertable<WebhooksTable>,
): Promise<StoredWebhook> {
  const stored = await trx
    .insertInto('webhooks')
    .values(webhook)
    .returningAll()
    .executeTakeFirstOrThrow();
  await noteInterests(trx);
  return stored;
}

export async function changeWebhook(
  trx: Trx,
  id: string,
  change: UpdateObject<Schema, 'webhooks'>,
): Promise<void> {
  if (Object.values(change).some((value) => value !== undefined)) {
    await trx
      .updateTable('webhooks')
      .set(change)
      .where('tenant_id', '=', ofTenant)
      .where('id', '=', id)
      .execute();
  }
  await noteInterests(trx);
}

export async function removeWebhook(trx: Trx, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('webhooks')
    .where('tenant_id', '=', ofTenant)
    .where('id', '=', id)
    .executeTakeFirst();
  await noteInterests(trx);
  return numDeletedRows > 0n;
}

/** Stores the events that any webhook subscribes to, so that other events cause no work. */
async function noteInterests(trx: Trx): Promise<void> {
  await trx.deleteFrom('webhook_interests').where('tenant_id', '=', ofTenant).execute();
  await sql`insert into webhook_interests (mode, type)
    select distinct mode, unnest(events) from webhooks where tenant_id = support.tenant() and active
    on conflict do nothing`.execute(trx);
}

/** Queues an event for a webhook. A duplicate call has no effect. */
export async function insertDelivery(
  trx: Trx,
  webhook: Pick<StoredWebhook, 'id' | 'retry'>,
  event: WebhookPayload,
): Promise<StoredDelivery | undefined> {
  const stored = await trx
    .insertInto('webhook_deliveries')
    .values({
      id: randomUUID(),
      webhook_id: webhook.id,
      event_id: event.id,
      type: event.type,
      payload: JSON.stringify(event),
      budget: webhook.retry.maxAttempts,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (stored !== undefined) await queueDelivery(trx, stored.id, 0);
  return stored;
}

export function queueDelivery(trx: Trx, id: string, delaySeconds: number): Promise<void> {
  return queueJobs(trx, [{ type: 'deliver_event', payload: { deliveryId: id }, delaySeconds }]);
}

export function findDelivery(trx: Trx, id: string): Promise<StoredDelivery | undefined> {
  return trx
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('tenant_id', '=', ofTenant)
    .where('id', '=', id)
    .executeTakeFirst();
}

export function listStoredDeliveries(
  trx: Trx,
  { webhookId, status }: { webhookId: string; status: WebhookDelivery['status'] | undefined },
): Promise<StoredDelivery[]> {
  return trx
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('tenant_id', '=', ofTenant)
    .where('webhook_id', '=', webhookId)
    .$if(status !== undefined, (query) => query.where('status', '=', status ?? 'pending'))
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute();
}

export async function changeDelivery(
  trx: Trx,
  id: string,
  change: UpdateObject<Schema, 'webhook_deliveries'>,
): Promise<void> {
  await trx
    .updateTable('webhook_deliveries')
    .set(change)
    .where('tenant_id', '=', ofTenant)
    .where('id', '=', id)
    .execute();
}
