import { randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import {
  createWebhook,
  deleteWebhook,
  listDeliveries,
  listWebhooks,
  retryDelivery,
  testWebhook,
  updateWebhook,
  type Webhook,
  type WebhookDelivery,
  WebhookPayload,
} from '../../src/contract/webhook.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { isClosedUrl } from '../base/publicInternet.ts';
import { isUuid } from '../base/uuid.ts';
import { type Call, noInput, route } from '../http/route.ts';
import {
  changeDelivery,
  changeWebhook,
  findDelivery,
  findWebhook,
  insertDelivery,
  insertWebhook,
  listStoredDeliveries,
  listStoredWebhooks,
  queueDelivery,
  removeWebhook,
  type StoredDelivery,
  type StoredWebhook,
} from '../queries/webhooks.ts';
import { secretPlace } from '../webhooks/out/deliver.ts';

type CallContext = Pick<Call<unknown, unknown>, 'caller' | 'integrations'>;

async function readWebhook({ trx, param }: Call<unknown, unknown>): Promise<StoredWebhook> {
  const id = param('id');
  const stored = isUuid(id) ? await findWebhook(trx, id) : undefined;
  if (stored === undefined) throw apiErrors.notFound('There is no such webhook. Check the id.');
  return stored;
}

function asWebhook(stored: StoredWebhook): Webhook {
  const { id, url, events, filters, retry, active, created_at } = stored;
  return { id, url, events, filters, retry, active, created_at: created_at.toISOString() };
}

/** Fields for the audit log. They omit the path, because it may be the secret of a receiver. */
function factsOf({ url, events, active }: StoredWebhook) {
  return { host: new URL(url).host, events, active };
}

function asDelivery(stored: StoredDelivery): WebhookDelivery {
  const { tenant_id: _, budget: __, ...shown } = stored;
  return {
    ...shown,
    created_at: stored.created_at.toISOString(),
    last_attempt_at: stored.last_attempt_at?.toISOString() ?? null,
    next_attempt_at: stored.next_attempt_at?.toISOString() ?? null,
    payload: z.parse(WebhookPayload, JSON.parse(stored.payload)),
  };
}

/** Checks a URL before it is used. The addresses of its host name are checked on every request. */
function checkUrl(url: string, { integrations }: CallContext): void {
  const target = new URL(url);
  if (target.username !== '') throw invalid('url', 'Must not contain a user name.');
  if (isClosedUrl(target) && !integrations.allowPrivateWebhooks) {
    throw invalid('url', 'Must be an address on the public internet.');
  }
}

function invalid(field: string, message: string): Error {
  return apiErrors.invalid([{ field, message }]);
}

function sealSecret(secret: string, id: string, { caller, integrations }: CallContext): string {
  const { vault } = integrations;
  if (vault === undefined) throw invalid('secret', 'Cannot be stored: ENCRYPTION_KEYS is not set.');
  const isWhole = !secret.startsWith('whsec_') || /^whsec_[A-Za-z0-9+/]{32,}={0,2}$/.test(secret);
  if (!isWhole) throw invalid('secret', 'After whsec_ it must be base64 of 24 bytes or more.');
  return vault.seal(secret, secretPlace(caller.tenantId, id));
}

export const listWebhooksRoute = route({ ...noInput, ...listWebhooks }, async ({ trx }) => ({
  webhooks: (await listStoredWebhooks(trx)).map(asWebhook),
}));

export const createWebhookRoute = route({ ...noInput, ...createWebhook }, async (call) => {
  const { secret = `whsec_${randomBytes(32).toString('base64')}`, ...body } = call.body;
  checkUrl(body.url, call);
  const id = randomUUID();
  const stored = await insertWebhook(call.trx, {
    id,
    url: body.url,
    events: [...new Set(body.events)],
    sealed_secret: sealSecret(secret, id, call),
    filters: JSON.stringify(body.filters),
    retry: JSON.stringify(body.retry),
  });
  call.note({ target: id, after: factsOf(stored) });
  return { ...asWebhook(stored), secret };
});

export const updateWebhookRoute = route({ ...noInput, ...updateWebhook }, async (call) => {
  const before = await readWebhook(call);
  const { id } = before;
  const { secret, filters, retry, url, events, active } = call.body;
  if (url !== undefined) checkUrl(url, call);
  await changeWebhook(call.trx, id, {
    url,
    events,
    active,
    filters: filters && JSON.stringify(filters),
    retry: retry && JSON.stringify(retry),
    sealed_secret: secret === undefined ? undefined : sealSecret(secret, id, call),
  });
  const after = await readWebhook(call);
  call.note({ before: factsOf(before), after: factsOf(after) });
  return asWebhook(after);
});

export const deleteWebhookRoute = route({ ...noInput, ...deleteWebhook }, async (call) => {
  const before = await readWebhook(call);
  await removeWebhook(call.trx, before.id);
  call.note({ before: factsOf(before) });
  return { removed: true as const };
});

export const listDeliveriesRoute = route({ ...noInput, ...listDeliveries }, async (call) => {
  const { id: webhookId } = await readWebhook(call);
  const { status } = call.query;
  const found = await listStoredDeliveries(call.trx, { webhookId, status });
  return { deliveries: found.map(asDelivery) };
});

/** Makes one more attempt, even if the delivery is dead or was delivered. */
export const retryDeliveryRoute = route(
  { ...noInput, ...retryDelivery },
  async ({ trx, param }) => {
    const id = param('id');
    const stored = isUuid(id) ? await findDelivery(trx, id) : undefined;
    if (stored === undefined) throw apiErrors.notFound('There is no such delivery. Check the id.');
    const budget = Math.max(stored.budget, stored.attempts + 1);
    await changeDelivery(trx, id, { status: 'pending', budget, next_attempt_at: new Date() });
    if (stored.status !== 'pending') await queueDelivery(trx, id, 0);
    return asDelivery((await findDelivery(trx, id)) ?? stored);
  },
);

export const testWebhookRoute = route({ ...noInput, ...testWebhook }, async (call) => {
  const webhook = await readWebhook(call);
  const { message } = call.body;
  const stored = await insertDelivery(call.trx, webhook, {
    id: `wh_${randomBytes(16).toString('base64url')}`,
    type: 'webhook.test',
    created: new Date().toISOString(),
    data: { message },
  });
  if (stored === undefined) throw new Error('An event with this id exists already.');
  return asDelivery(stored);
});
