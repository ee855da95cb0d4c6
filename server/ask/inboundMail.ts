import * as z from 'zod/mini';

/** A mail as it arrived. Addresses are bare: `ada@example.com`. */
export const InboundMail = z.object({
  to: z.readonly(z.array(z.string())),
  from: z.string(),
  /** Of the envelope; empty for what robots send about mails. */
  envelopeFrom: z.string(),
  messageId: z.string(),
  /** Plain text. */
  text: z.string(),
  /** By lower-case name. */
  headers: z.record(z.string(), z.string()),
});
export type InboundMail = z.infer<typeof InboundMail>;
