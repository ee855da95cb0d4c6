import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { opaqueId } from './endpoint.ts';
import { limits } from './limits.ts';
import { email, requiredText, timestamp } from './text.ts';

/**
 * Identifies a person by one of: the user id of the host, the random id of a visitor (it is in
 * their browser), or the e-mail address of their requests.
 */
export const PersonKey = z
  .object({
    user_id: z.optional(requiredText(limits.id)),
    visitor_id: z.optional(z.string().check(z.regex(opaqueId, { error: 'Must be a visitor id.' }))),
    email: z.optional(email),
  })
  .check(
    z.refine((given) => Object.values(given).filter((one) => one !== undefined).length === 1, {
      error: 'Must have one of user_id, visitor_id and email.',
    }),
  );
export type PersonKey = z.infer<typeof PersonKey>;

const rows = z.array(z.record(z.string(), z.unknown()));

/** Everything that is stored of a person, as it is stored. */
export const PersonData = z.object({
  generated_at: timestamp,
  tickets: rows,
  /** Internal notes among them. */
  messages: rows,
  /** `url`: where a file is read, relative to the base URL, for an hour. */
  attachments: rows,
  /** Mails as they arrived, including rejected ones. */
  received_mails: rows,
  events: rows,
  article_feedback: rows,
  deflections: rows,
  request_metrics: rows,
  /** Mails and other work that waits. */
  jobs: rows,
  /** Answers that are kept for a day, for requests that are repeated. */
  idempotency_keys: rows,
  /** Webhook events about their requests. */
  webhook_deliveries: rows,
  /** Accounts that are about to be connected. */
  oauth_states: rows,
});
export type PersonData = z.infer<typeof PersonData>;

export const exportPerson = {
  method: 'POST',
  path: 'agent/visitors/export',
  access: 'secret',
  body: PersonKey,
  reply: PersonData,
} as const satisfies Endpoint;

const count = z.int();

/**
 * Deletes a person's requests with messages and files, events, and waiting mails. What was counted of
 * them stays without anything that leads to them. For good.
 */
export const erasePerson = {
  method: 'POST',
  path: 'agent/visitors/erase',
  access: 'secret',
  body: PersonKey,
  reply: z.object({
    deleted: z.object({
      tickets: count,
      messages: count,
      attachments: count,
      received_mails: count,
      events: count,
      jobs: count,
      idempotency_keys: count,
      webhook_deliveries: count,
      oauth_states: count,
    }),
    anonymised: z.object({ article_feedback: count, deflections: count, request_metrics: count }),
    /** Under which PostHog knows them; it has to be asked by you. */
    distinct_ids: z.array(z.string()),
  }),
} as const satisfies Endpoint;
