import type { Address, Mail } from './mailer.ts';

/**
 * A value must not end its header and begin another, nor look like an encoded word, which could
 * decode to one.
 */
export function oneLine(value: string): string {
  return value
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll(/=\?(?=[^?\s]+\?[bq]\?)/gi, '= ?')
    .trim();
}

/** `"Ada \"the first\" Lovelace" <ada@example.com>`, RFC 5322. */
export function mailboxOf({ name, address }: Address): string {
  const shown = oneLine(name);
  return shown === '' ? address : `"${shown.replaceAll(/["\\]/g, '\\$&')}" <${address}>`;
}

/** Headers of a mail that providers take by name. */
export function ownHeaders({ messageId, references = [], headers }: Mail): Record<string, string> {
  const last = references.at(-1);
  return {
    ...headers,
    'Message-Id': messageId,
    ...(last !== undefined && { 'In-Reply-To': last, References: references.join(' ') }),
  };
}
