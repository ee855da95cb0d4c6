import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { timestamp } from './text.ts';

/**
 * A rejected mail. `reason`: `unknown_address`: its address leads to no conversation · `closed`: it
 * would open a request, which the account does not allow by mail · `empty`: it only quotes ·
 * `too_many`: too many mails from one address within an hour · otherwise the kind of automatic
 * mail: an out-of-office note, a bounce, a receipt, an invitation, or a mailing list.
 */
export const RejectedMail = z.object({
  id: z.string(),
  /** The conversation that it was sent to, if known. */
  ticket_id: z.nullable(z.string()),
  from: z.string(),
  from_name: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  /** The first 2,000 characters. */
  text: z.string(),
  reason: z.enum([
    'unknown_address',
    'closed',
    'empty',
    'too_many',
    'absence',
    'bounce',
    'receipt',
    'invitation',
    'list',
  ]),
  received_at: timestamp,
});
export type RejectedMail = z.infer<typeof RejectedMail>;

/** Lists the newest 100 of the last 90 days, newest first. */
export const listRejectedMails = {
  method: 'GET',
  path: 'agent/mails/rejected',
  access: 'agent',
  reply: z.object({ mails: z.array(RejectedMail) }),
} as const satisfies Endpoint;
