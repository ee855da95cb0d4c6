import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { timestamp } from './text.ts';

/** A mail about test data, which was not sent. */
export const SandboxMail = z.object({
  id: z.string(),
  ticket_id: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  created_at: timestamp,
});
export type SandboxMail = z.infer<typeof SandboxMail>;

/** Lists the newest 100 of the last 30 days, newest first. */
export const listSandboxMails = {
  method: 'GET',
  path: 'admin/sandbox/mails',
  access: 'admin',
  reply: z.object({ mails: z.array(SandboxMail) }),
} as const satisfies Endpoint;
