import * as z from 'zod/mini';
import { AllowedOrigins } from './adminSettings.ts';
import type { Endpoint } from './endpoint.ts';
import { limits } from './limits.ts';
import { email, requiredLine, timestamp } from './text.ts';

/** Requests per hour: free 1,000, starter 10,000, professional 100,000, enterprise 1,000,000. */
export const Plan = z.enum(['free', 'starter', 'professional', 'enterprise']);
export type Plan = z.infer<typeof Plan>;

export const Account = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  /** Null: the default limits of the server apply. */
  plan: z.nullable(Plan),
  /** Null for an account that is older than this field. */
  created_at: z.nullable(timestamp),
  /** When it was closed, and when its data is deleted. Null if it is open. */
  closed_at: z.nullable(timestamp),
  delete_at: z.nullable(timestamp),
});
export type Account = z.infer<typeof Account>;

/** Lists all accounts of the server by name. */
export const listAccounts = {
  method: 'GET',
  path: 'admin/accounts',
  access: 'operator',
  reply: z.object({ accounts: z.array(Account) }),
} as const satisfies Endpoint;

/**
 * Creates an account with its first keys, which are shown only once. Visitors see `email`. It also
 * sends the mails and receives those for the team, until the settings change that.
 */
export const createAccount = {
  method: 'POST',
  path: 'admin/accounts',
  access: 'operator',
  body: z.object({
    name: requiredLine(limits.name),
    email,
    allowed_origins: z._default(AllowedOrigins, []),
    plan: z._default(z.nullable(Plan), null),
  }),
  reply: z.extend(Account, { publishable_key: z.string(), secret_key: z.string() }),
} as const satisfies Endpoint;

/** Changes only the given fields. */
export const updateAccount = {
  method: 'PATCH',
  path: 'admin/accounts/{id}',
  access: 'operator',
  body: z.strictObject({ plan: z.optional(z.nullable(Plan)) }),
  reply: Account,
} as const satisfies Endpoint;

/**
 * Closes an account. Requests with its keys and sessions fail with `ACCOUNT_CLOSED`, and no mails
 * or webhooks are sent in its name. All of its data is deleted after `keep_days`, unless it is
 * reopened. Closing it again changes that time.
 */
export const closeAccount = {
  method: 'POST',
  path: 'admin/accounts/{id}/close',
  access: 'operator',
  body: z.object({ keep_days: z._default(z.int().check(z.gte(1), z.lte(3_650)), 30) }),
  reply: Account,
} as const satisfies Endpoint;

/**
 * Reopens a closed account. Its keys are accepted again, and queued mails and webhooks are sent.
 */
export const reopenAccount = {
  method: 'POST',
  path: 'admin/accounts/{id}/reopen',
  access: 'operator',
  reply: Account,
} as const satisfies Endpoint;

/** Deletes an account with all of its data and files, immediately and permanently. */
export const deleteAccount = {
  method: 'DELETE',
  path: 'admin/accounts/{id}',
  access: 'operator',
  reply: z.object({ id: z.string() }),
} as const satisfies Endpoint;
