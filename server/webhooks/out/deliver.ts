import { type Kysely, sql } from 'kysely';
import * as z from 'zod/mini';
import { KeyMode } from '../../../src/contract/role.ts';
import { type RetryPolicy, WebhookPayload } from '../../../src/contract/webhook.ts';
import { retryAfterOf } from '../../ask/requestJson.ts';
import { codeOf } from '../../base/errorCode.ts';
import type { Post, Posted } from '../../base/post.ts';
import { ClosedTarget } from '../../base/publicInternet.ts';
import type { Vault } from '../../base/vault.ts';
import type { Schema } from '../../db/schema.ts';
import { inScope } from '../../db/scope.ts';
import {
  changeDelivery,
  changeWebhook,
  findDelivery,
  findWebhook,
  insertDelivery,
  listStoredWebhooks,
  queueDelivery,
  type StoredWebhook,
} from '../../queries/webhooks.ts';
import type { JobHandler } from '../../queue/worker.ts';
import { signedHeaders } from './sign.ts';

/** Identifies the row of a webhook's secret for the vault. */
export const secretPlace = (tenantId: string, id: string) => `${tenantId}/webhook/${id}`;

interface DeliverDeps {
  vault: Vault | undefined;
  post: Post;
}

/** Delivers events to the webhooks that subscribe to them. */
export function webhookDeliveries(
  db: Kysely<Schema>,
  { vault, post }: DeliverDeps,
): Record<'fan_out_event' | 'deliver_event', JobHandler> {
  return {
    async fan_out_event({ tenantId, payload }) {
      const event = z.parse(WebhookPayload, JSON.parse(payload.event ?? ''));
      // An event that an older version queued has no mode. Then the ticket has it, or the data is
      // live.
      const mode = KeyMode.parse(payload.mode ?? event.data.mode ?? 'live');
      await inScope(db, { actor: 'worker', tenantId, mode }, async (trx) => {
        for (const webhook of await listStoredWebhooks(trx)) {
          if (isSubscribed(webhook, event)) await insertDelivery(trx, webhook, event);
        }
      });
    },
    async deliver_event({ tenantId, payload }) {
      const scope = { actor: 'worker', tenantId } as const;
      const { delivery, webhook } = await inScope(db, scope, async (trx) => {
        const delivery = await findDelivery(trx, payload.deliveryId ?? '');
        return { delivery, webhook: delivery && (await findWebhook(trx, delivery.webhook_id)) };
      });
      if (delivery?.status !== 'pending' || webhook === undefined || vault === undefined) return;
      const secret = vault.open(webhook.sealed_secret, secretPlace(tenantId, webhook.id));
      const { event_id: id, payload: body } = delivery;
      const headers = signedHeaders(secret, { id, body, now: new Date() });
      const began = performance.now();
      const result = await attempt(post, webhook.url, { headers, body });
      const attempts = delivery.attempts + 1;
      const isDelivered = result.status !== null && result.status >= 200 && result.status < 300;
      const isOver = result.status === 410 || attempts >= delivery.budget;
      const wait = waitFor(webhook.retry, attempts, result.retryAfter);
      await inScope(db, scope, async (trx) => {
        await changeDelivery(trx, delivery.id, {
          attempts,
          status: isDelivered ? 'delivered' : isOver ? 'dead' : 'pending',
          response_status: result.status,
          response_body: result.body,
          error: result.error,
          duration: Math.round(performance.now() - began),
          last_attempt_at: sql<Date>`now()`,
          next_attempt_at:
            isDelivered || isOver ? null : sql<Date>`now() + ${wait} * interval '1 millisecond'`,
        });
        if (!isDelivered && !isOver) await queueDelivery(trx, delivery.id, wait / 1_000);
        // The endpoint asked to receive no more deliveries.
        if (result.status === 410) await changeWebhook(trx, webhook.id, { active: false });
      });
    },
  };
}

function isSubscribed(webhook: StoredWebhook, { type, data }: WebhookPayload): boolean {
  if (!webhook.active || !webhook.events.some((subscribed) => subscribed === type)) return false;
  return Object.entries(webhook.filters).every(
    ([field, values]) => Object.hasOwn(data, field) && values.includes(String(data[field])),
  );
}

interface Attempt {
  status: number | null;
  body: string | null;
  error: string | null;
  retryAfter?: number | undefined;
}

async function attempt(post: Post, url: string, request: Parameters<Post>[1]): Promise<Attempt> {
  try {
    const { status, body, retryAfter } = await post(url, request);
    return { status, body, error: sentenceFor(status), retryAfter: secondsOf(retryAfter) };
  } catch (error) {
    return { status: null, body: null, error: explain(error) };
  }
}

function sentenceFor(status: Posted['status']): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return 'The address redirects. Set the target address.';
  return status === 410 ? 'The address is gone (410).' : `The address answered ${status}.`;
}

function secondsOf(retryAfter: string | undefined): number | undefined {
  return retryAfter === undefined
    ? undefined
    : retryAfterOf(new Headers({ 'Retry-After': retryAfter }));
}

function explain(error: unknown): string {
  if (error instanceof ClosedTarget) return error.message;
  if (error instanceof Error && error.name === 'AbortError')
    return 'The address did not respond in time.';
  const code = codeOf(error);
  return `The address could not be reached${typeof code === 'string' ? ` (${code})` : ''}.`;
}

/**
 * Returns the delay before the next attempt in milliseconds. It has jitter, so that receivers do
 * not get all retries at the same time.
 */
function waitFor(policy: RetryPolicy, attempts: number, retryAfter: number | undefined): number {
  const { backoffStrategy, baseDelay, maxDelay } = policy;
  const factor = backoffStrategy === 'linear' ? attempts : 2 ** (attempts - 1);
  const backoff = Math.min(maxDelay, baseDelay * factor);
  const requestedDelay = Math.min(maxDelay, (retryAfter ?? 0) * 1_000);
  return Math.round(Math.max(requestedDelay, backoff * (0.9 + Math.random() / 10)));
}
