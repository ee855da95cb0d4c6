import type { Tenant } from '../queries/tenants.ts';
import type { StoredTicket } from '../queries/tickets.ts';
import { mailWords } from './words/index.ts';

/**
 * The line on top of a mail that may be answered, as paragraphs; none where mail cannot come in. What
 * stands below it in an answer is our own mail again. The signs around the words make it known in any
 * language.
 */
export function replyMarker({ reply_token, context }: StoredTicket, tenant: Tenant): string[] {
  if (reply_token === null || tenant.inbound_domain === null) return [];
  return [`##- ${mailWords(context.locale).words.marker} -##`];
}

/** True for a line that begins with the marker, however it is quoted or translated. */
export function hasReplyMarker(line: string): boolean {
  return /^[\s>|*_]*##- .* -##/.test(line.slice(0, 500));
}
