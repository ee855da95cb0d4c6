import * as z from 'zod/mini';

/** Delivery state of a mail to a customer. `sent`: a provider accepted it. */
export type MailState = 'queued' | 'sent' | 'delivered' | 'bounced' | 'complained';

/** A provider's report about a mail. */
export const MailOutcome = z.object({
  /** Message-ID with angle brackets. */
  messageId: z.string(),
  state: z.enum(['delivered', 'bounced', 'complained']),
  /** The message of the receiving mail server, without addresses. */
  reason: z.string(),
});
export type MailOutcome = z.infer<typeof MailOutcome>;

/** Returns undefined if the report does not identify the mail. */
export function outcomeOf(
  messageId: string | undefined,
  state: MailOutcome['state'] | undefined,
  reason: string | undefined,
): MailOutcome | undefined {
  const id = messageId?.replaceAll(/[<>\s]/g, '') ?? '';
  if (id === '' || state === undefined) return undefined;
  return { messageId: `<${id.slice(0, 998)}>`, state, reason: withoutAddresses(reason ?? '') };
}

/**
 * Mail servers often quote the address. Agents know it already, and a copy would survive an erasure
 * of the person's data.
 */
function withoutAddresses(text: string): string {
  return text
    .slice(0, 2_000)
    .replaceAll(/[^\s<>"'(),:;]+@[^\s<>"'(),:;]+/g, '…')
    .replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim()
    .slice(0, 300);
}
