import type { Tenant } from '../queries/tenants.ts';
import type { StoredTicket } from '../queries/tickets.ts';
import { mailWords } from './words/index.ts';

/**
 * Returns the first line of mails that can be replied to, as paragraphs. It is empty if mail cannot
 * be received. Everything below it in a reply is our own mail. The symbols around the text identify
 * it in any language.
 */
export function replyMarker({ reply_token, context }: StoredTicket, tenant: Tenant): string[] {
  if (reply_token === null || tenant.inbound_domain === null) return [];
  return [`##- ${mailWords(context.locale).words.marker} -##`];
}

/** True for a line that begins with the marker, even if it is quoted or translated. */
export function hasReplyMarker(line: string): boolean {
  return /^[\s>|*_]*##- .* -##/.test(line.slice(0, 500));
}
