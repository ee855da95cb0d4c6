import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { limits } from './limits.ts';
import { requiredLine, requiredText, timestamp } from './text.ts';

/** Maximum number of canned replies per account. */
export const maxCannedReplies = 500;

const fields = {
  name: requiredLine(limits.name),
  /** Typed after `/`. Lowercase letters, digits, `-` and `_`. Unique in the account. */
  shortcut: z.string().check(
    z.refine((value) => /^[\p{L}\p{N}_-]{1,32}$/u.test(value) && value === value.toLowerCase(), {
      error: 'Must be 1 to 32 small letters, digits, hyphens or underscores.',
    }),
  ),
  /**
   * Markdown with variables such as `{{customer.first_name|there}}`. The text after `|` is the
   * fallback.
   */
  text: requiredText(limits.message),
};

/** A text that agents can insert into their replies. */
export const CannedReply = z.object({
  id: z.string(),
  ...fields,
  updated_at: timestamp,
  /** Grows with each change. */
  version: z.int(),
});
export type CannedReply = z.infer<typeof CannedReply>;

/** Lists canned replies by name. */
export const listCannedReplies = {
  method: 'GET',
  path: 'agent/canned-replies',
  access: 'agent',
  reply: z.object({ canned_replies: z.array(CannedReply) }),
} as const satisfies Endpoint;

export const createCannedReply = {
  method: 'POST',
  path: 'agent/canned-replies',
  access: 'agent',
  role: 'admin',
  body: z.object(fields),
  reply: CannedReply,
} as const satisfies Endpoint;

/** Changes only the given fields. */
export const updateCannedReply = {
  method: 'PATCH',
  path: 'agent/canned-replies/{id}',
  access: 'agent',
  role: 'admin',
  body: z.extend(z.partial(z.object(fields)), {
    /** The version that was edited. If the current one is another, the request fails with a conflict. */
    base_version: z.optional(z.int()),
  }),
  reply: CannedReply,
} as const satisfies Endpoint;

export const deleteCannedReply = {
  method: 'DELETE',
  path: 'agent/canned-replies/{id}',
  access: 'agent',
  role: 'admin',
  reply: z.object({ deleted: z.boolean() }),
} as const satisfies Endpoint;
