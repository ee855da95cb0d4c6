import type { Tenant } from '../queries/tenants.ts';
import type { StoredTicket } from '../queries/tickets.ts';
import type { Address } from './out/mailer.ts';
import { mailWords } from './words/index.ts';

/**
 * Returns a Message-ID in the tenant's domain. It is the same for every attempt to send the mail.
 */
export function mailIdOf(id: string, { mail_from }: Tenant): string {
  return `<${id}@${mail_from.slice(mail_from.lastIndexOf('@') + 1)}>`;
}

/** Returns the Message-ID of the first mail of a conversation: the confirmation. */
export function firstMailId({ id }: StoredTicket, tenant: Tenant): string {
  return mailIdOf(id, tenant);
}

/**
 * True if the host's backend signed the customer's address. Any other address may belong to a
 * stranger.
 */
export function isVouched({ signed }: StoredTicket): boolean {
  return signed.includes('email');
}

/**
 * Returns the subject of all mails of a conversation, without the `Re: ` of replies, because mail
 * programs group mails by subject. A request that came by mail keeps the subject of its sender. For
 * an unverified address, the subject contains no text of the request, because anyone can enter any
 * address.
 */
export function threadSubject(ticket: StoredTicket, { name }: Tenant): string {
  const { ticket_number: number, subject, metadata, context } = ticket;
  if (metadata.source === 'email') return subject;
  if (isVouched(ticket)) return `[${number}] ${subject}`;
  return `[${number}] ${mailWords(context.locale).words.yourRequest(name)}`;
}

/**
 * Returns the Reply-To address for the customer. It leads to the conversation, if mail can be
 * received.
 */
export function replyAddress({ reply_token }: StoredTicket, tenant: Tenant): Address {
  const { name, email, inbound_domain } = tenant;
  const takesMail = reply_token !== null && inbound_domain !== null;
  return { name, address: takesMail ? `reply+${reply_token}@${inbound_domain}` : email };
}

/** Returns the token of a `reply+…@` address, or undefined for other addresses. */
export function replyTokenOf(address: string): string | undefined {
  return /^<?reply\+([\da-f]{32})@/i.exec(address.trim())?.[1]?.toLowerCase();
}
