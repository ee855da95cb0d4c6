import { domainToASCII } from 'node:url';

/** Providers that ignore dots in the local part. */
const dotless = new Map([
  ['gmail.com', 'gmail.com'],
  ['googlemail.com', 'gmail.com'],
]);

/**
 * Names the mailbox that an address most likely leads to, to count by it: many spellings reach one
 * mailbox. Case, tags after `+`, dots at Gmail, a dot after the domain and the form of its letters make
 * no difference. Never write to it: at some servers such addresses lead to different mailboxes.
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
