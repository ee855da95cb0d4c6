import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { limits } from './limits.ts';
import { requiredText, text, timestamp } from './text.ts';

export const WebhookType = z.enum([
  'ticket.created',
  'ticket.updated',
  'ticket.replied',
  'ticket.resolved',
  'ticket.rated',
  'ticket.response_late',
  'ticket.escalated',
  'integration.status_changed',
  'integration.alert_raised',
  'integration.alert_resolved',
  'integration.sync_requested',
  'article.feedback',
]);
export type WebhookType = z.infer<typeof WebhookType>;

/** The signed body of the request. `webhook.test` is sent only by `testWebhook`. */
export const WebhookPayload = z.object({
  id: z.string(),
  type: z.union([WebhookType, z.literal('webhook.test')]),
  created: timestamp,
  data: z.record(z.string(), z.unknown()),
});
export type WebhookPayload = z.infer<typeof WebhookPayload>;

const milliseconds = z.int().check(z.gte(1), z.lte(24 * 3_600_000));

/** Delays in milliseconds. */
export const RetryPolicy = z.object({
  maxAttempts: z.int().check(z.gte(1), z.lte(20)),
  backoffStrategy: z.enum(['linear', 'exponential']),
  baseDelay: milliseconds,
  maxDelay: milliseconds,
});
export type RetryPolicy = z.infer<typeof RetryPolicy>;

export const defaultRetryPolicy: RetryPolicy = {
  maxAttempts: 8,
  backoffStrategy: 'exponential',
  baseDelay: 5_000,
  maxDelay: 3_600_000,
};

/** Allowed values of fields in `data`. Events with other values are not sent. */
const Filters = z.record(
  text(limits.category),
  z.array(text(limits.name)).check(z.maxLength(50, { error: 'Must be at most 50.' })),
);

const url = text(limits.url).check(
  z.refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), {
    error: 'Must be an http or https address.',
  }),
);
/** Shared with the receiver; a Standard Webhooks secret begins with `whsec_`. */
const secret = text(256).check(z.minLength(24, { error: 'Must be at least 24 characters.' }));

export const Webhook = z.object({
  id: z.string(),
  url: z.string(),
  events: z.array(WebhookType),
  filters: Filters,
  retry: RetryPolicy,
  active: z.boolean(),
  created_at: timestamp,
});
export type Webhook = z.infer<typeof Webhook>;

/** `dead`: no more attempts are made, unless one is requested. */
export const WebhookDelivery = z.object({
  id: z.string(),
  webhook_id: z.string(),
  event_id: z.string(),
  type: z.string(),
  status: z.enum(['pending', 'delivered', 'dead']),
  attempts: z.int(),
  /** HTTP status of the last attempt. Null without a response. */
  response_status: z.nullable(z.int()),
  /** The beginning of the response. */
  response_body: z.nullable(z.string()),
  /** Duration of the last attempt in milliseconds. */
  duration: z.nullable(z.int()),
  error: z.nullable(z.string()),
  created_at: timestamp,
  last_attempt_at: z.nullable(timestamp),
  next_attempt_at: z.nullable(timestamp),
  payload: WebhookPayload,
});
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;

const settings = {
  url,
  events: z.array(WebhookType).check(z.minLength(1, { error: 'Must name an event.' })),
};

export const listWebhooks = {
  method: 'GET',
  path: 'agent/webhooks',
  access: 'agent',
  reply: z.object({ webhooks: z.array(Webhook) }),
} as const satisfies Endpoint;

/** Creates a webhook. Without `secret`, one is generated. It is shown only once. */
export const createWebhook = {
  method: 'POST',
  path: 'agent/webhooks',
  access: 'agent',
  role: 'admin',
  body: z.object({
    ...settings,
    secret: z.optional(secret),
    filters: z._default(Filters, {}),
    retry: z._default(RetryPolicy, defaultRetryPolicy),
  }),
  reply: z.extend(Webhook, { secret: z.string() }),
} as const satisfies Endpoint;

export const updateWebhook = {
  method: 'PATCH',
  path: 'agent/webhooks/{id}',
  access: 'agent',
  role: 'admin',
  body: z.object({
    url: z.optional(settings.url),
    events: z.optional(settings.events),
    secret: z.optional(secret),
    filters: z.optional(Filters),
    retry: z.optional(RetryPolicy),
    active: z.optional(z.boolean()),
  }),
  reply: Webhook,
} as const satisfies Endpoint;

export const deleteWebhook = {
  method: 'DELETE',
  path: 'agent/webhooks/{id}',
  access: 'agent',
  role: 'admin',
  reply: z.object({ removed: z.literal(true) }),
} as const satisfies Endpoint;

/** Lists the newest 100, newest first. */
export const listDeliveries = {
  method: 'GET',
  path: 'agent/webhooks/{id}/deliveries',
  access: 'agent',
  query: z.object({ status: z.optional(WebhookDelivery.shape.status) }),
  reply: z.object({ deliveries: z.array(WebhookDelivery) }),
} as const satisfies Endpoint;

export const retryDelivery = {
  method: 'POST',
  path: 'agent/deliveries/{id}/retry',
  access: 'agent',
  reply: WebhookDelivery,
} as const satisfies Endpoint;

/** Queues a `webhook.test` event. The delivery log shows the result. */
export const testWebhook = {
  method: 'POST',
  path: 'agent/webhooks/{id}/test',
  access: 'agent',
  body: z.object({ message: z._default(requiredText(limits.contextLine), 'Hello') }),
  reply: WebhookDelivery,
} as const satisfies Endpoint;
