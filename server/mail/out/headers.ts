import type { Address, Mail } from './mailer.ts';

/**
 * Returns the text on one line. A value must not end its header and start another. It must not look
 * like an encoded word either, because that could decode to a line break.
 */
export function oneLine(value: string): string {
  return value
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll(/=\?(?=[^?\s]+\?[bq]\?)/gi, '= ?')
    .trim();
}

/** Returns a mailbox by RFC 5322, such as `"Ada \"the first\" Lovelace" <ada@example.com>`. */
export function mailboxOf({ name, address }: Address): string {
  const shown = oneLine(name);
  return shown === '' ? address : `"${shown.replaceAll(/["\\]/g, '\\$&')}" <${address}>`;
}

/** Returns the headers of a mail that providers take by name. */
export function ownHeaders({ messageId, references = [], headers }: Mail): Record<string, string> {
  const last = references.at(-1);
  return {
    ...headers,
    'Message-Id': messageId,
    ...(last !== undefined && { 'In-Reply-To': last, References: references.join(' ') }),
  };
}
