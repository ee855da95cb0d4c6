import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { opaqueId } from './endpoint.ts';
import { limits } from './limits.ts';
import { email, requiredText, timestamp } from './text.ts';

/**
 * Identifies a person by one of these: the user id of the host, the random id of a visitor (stored
 * in their browser), or the e-mail address of their requests.
 */
export const PersonKey = z
  .object({
    user_id: z.optional(requiredText(limits.id)),
    visitor_id: z.optional(z.string().check(z.regex(opaqueId, { error: 'Must be a visitor id.' }))),
    email: z.optional(email),
  })
  .check(
    z.refine((query) => Object.values(query).filter((one) => one !== undefined).length === 1, {
      error: 'Must have one of user_id, visitor_id and email.',
    }),
  );
export type PersonKey = z.infer<typeof PersonKey>;

const rows = z.array(z.record(z.string(), z.unknown()));

/** All stored data of a person, in its stored form. */
export const PersonData = z.object({
  generated_at: timestamp,
  tickets: rows,
  /** Includes internal notes. */
  messages: rows,
  /** `url`: address of a file, relative to the base URL. It is valid for an hour. */
  attachments: rows,
  /** Mails as they arrived, including rejected ones. */
  received_mails: rows,
  events: rows,
  article_feedback: rows,
  deflections: rows,
  request_metrics: rows,
  /** Queued mails and other jobs. */
  jobs: rows,
  /** Responses that are kept for a day, for repeated requests. */
  idempotency_keys: rows,
  /** Webhook events about their requests. */
  webhook_deliveries: rows,
  /** Pending connections of accounts. */
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
 * Permanently deletes a person's requests with messages and files, events, and queued mails.
 * Statistics remain without anything that identifies the person.
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
    /** Ids under which PostHog knows them. You must delete them there yourself. */
    distinct_ids: z.array(z.string()),
  }),
} as const satisfies Endpoint;
