import { domainToASCII } from 'node:url';

/** Providers that ignore dots in the local part. */
const dotless = new Map([
  ['gmail.com', 'gmail.com'],
  ['googlemail.com', 'gmail.com'],
]);

/**
 * Returns the mailbox that an address most likely belongs to, for rate limits: many spellings reach
 * one mailbox. It ignores case, tags after `+`, dots at Gmail, a trailing dot of the domain and the
 * Unicode form. Never send mail to the result, because some servers treat such addresses as
 * different mailboxes.
 */
export function canonicalAddress(email: string): string {
  const address = email.trim().toLowerCase();
  const at = address.lastIndexOf('@');
  if (at < 0) return address;
  const domain = address.slice(at + 1).replace(/\.+$/, '');
  const ascii = domainToASCII(domain) || domain;
  const local = address.slice(0, at).replace(/(?<=.)\+.*$/, '');
  const provider = dotless.get(ascii);
  return provider ? `${local.replaceAll('.', '')}@${provider}` : `${local}@${ascii}`;
}
