import * as z from 'zod/mini';
import { AllowedOrigins } from './adminSettings.ts';
import type { Endpoint } from './endpoint.ts';
import { limits } from './limits.ts';
import { email, requiredText, timestamp } from './text.ts';

/** Requests an hour: free 1,000, starter 10,000, professional 100,000, enterprise 1,000,000. */
export const Plan = z.enum(['free', 'starter', 'professional', 'enterprise']);
export type Plan = z.infer<typeof Plan>;

export const Account = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  /** Null: the limits of the server. */
  plan: z.nullable(Plan),
  /** Null for an account that is older than this field. */
  created_at: z.nullable(timestamp),
});
export type Account = z.infer<typeof Account>;

/** All accounts of the server, by name. */
export const listAccounts = {
  method: 'GET',
  path: 'admin/accounts',
  access: 'operator',
  reply: z.object({ accounts: z.array(Account) }),
} as const satisfies Endpoint;

/**
 * Creates an account with its first keys, which are shown only once. `email` is shown to visitors,
 * sends the mails and receives those for the team, until settings say otherwise.
 */
export const createAccount = {
  method: 'POST',
  path: 'admin/accounts',
  access: 'operator',
  body: z.object({
    name: requiredText(limits.name),
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
  body: z.object({ plan: z.optional(z.nullable(Plan)) }),
  reply: Account,
} as const satisfies Endpoint;
