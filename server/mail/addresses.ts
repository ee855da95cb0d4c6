import type { Tenant } from '../queries/tenants.ts';
import type { StoredTicket } from '../queries/tickets.ts';
import type { Address } from './out/mailer.ts';
import { mailWords } from './words/index.ts';

/** A Message-ID of the tenant's domain; the same for every attempt to send one mail. */
export function mailIdOf(id: string, { mail_from }: Tenant): string {
  return `<${id}@${mail_from.slice(mail_from.lastIndexOf('@') + 1)}>`;
}

/** The mail that a conversation by mail begins with: the confirmation. */
export function firstMailId({ id }: StoredTicket, tenant: Tenant): string {
  return mailIdOf(id, tenant);
}

/** The host's backend signed the customer's address. Any other address may be that of a stranger. */
export function isVouched({ signed }: StoredTicket): boolean {
  return signed.includes('email');
}

/**
 * The subject of every mail of a conversation, but for the `Re: ` of answers: mail programs show those of
 * one subject together. A request that came by mail keeps the subject of its sender. To an address that
 * nothing vouches for it repeats no word of the request: anyone can name any address.
 */
export function threadSubject(ticket: StoredTicket, { name }: Tenant): string {
  const { ticket_number: number, subject, metadata, context } = ticket;
  if (metadata.source === 'email') return subject;
  if (isVouched(ticket)) return `[${number}] ${subject}`;
  return `[${number}] ${mailWords(context.locale).words.yourRequest(name)}`;
}

/** Returns the Reply-To of the customer: the conversation, if mail can be received. */
export function replyAddress({ reply_token }: StoredTicket, tenant: Tenant): Address {
  const { name, email, inbound_domain } = tenant;
  const takesMail = reply_token !== null && inbound_domain !== null;
  return { name, address: takesMail ? `reply+${reply_token}@${inbound_domain}` : email };
}

/** The token of a `reply+…@` address; undefined for any other. */
export function replyTokenOf(address: string): string | undefined {
  return /^<?reply\+([\da-f]{32})@/i.exec(address.trim())?.[1]?.toLowerCase();
}
