import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { InboundMail } from '../ask/inboundMail.ts';
import { asJson } from '../base/signatures.ts';

type Fields = ReadonlyMap<string, string>;

/** Characters of a text that are kept until it is read. */
const longest = 100_000;

const HeaderList = z.array(z.tuple([z.string(), z.string()]));

/**
 * A mail as a route of Mailgun forwards it.
 * https://documentation.mailgun.com/docs/mailgun/user-manual/receive-forward-store/receive-http
 */
export function mailOfMailgun(fields: Fields): InboundMail {
  const list = z.safeParse(HeaderList, parsed(fields.get('message-headers'))).data ?? [];
  const headers = headersOf(list);
  return {
    to: addressesOf(fields.get('recipient')),
    from: addressOf(fields.get('from')),
    envelopeFrom: addressOf(fields.get('sender')),
    messageId: headers['message-id'] ?? fields.get('Message-Id') ?? '',
    text: (fields.get('body-plain') ?? '').slice(0, longest),
    headers,
  };
}

const Envelope = z.object({ to: z.array(z.string()), from: z.string() });

/**
 * A mail as SendGrid's Inbound Parse posts it.
 * https://www.twilio.com/docs/sendgrid/for-developers/parsing-email/setting-up-the-inbound-parse-webhook
 */
export function mailOfSendgrid(fields: Fields): InboundMail | undefined {
  const envelope = z.safeParse(Envelope, parsed(fields.get('envelope'))).data;
  if (envelope === undefined) return undefined;
  const unfolded = (fields.get('headers') ?? '').replaceAll(/\r?\n[ \t]+/g, ' ');
  const headers = headersOf(
    unfolded.split(/\r?\n/).flatMap((line): [string, string][] => {
      const colon = line.indexOf(':');
      return colon > 0 ? [[line.slice(0, colon), line.slice(colon + 1).trim()]] : [];
    }),
  );
  return {
    to: envelope.to,
    from: addressOf(fields.get('from')),
    envelopeFrom: envelope.from,
    messageId: headers['message-id'] ?? '',
    text: (fields.get('text') ?? '').slice(0, longest),
    headers,
  };
}

/** By which a second delivery of the same mail is known. */
export function eventIdOf({ messageId, from, to, text }: InboundMail): string {
  const parts = messageId ? [messageId, to] : [from, to, text];
  return `mail_${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}`;
}

function parsed(text: string | undefined): unknown {
  return asJson(Buffer.from(text ?? ''));
}

/** By lower-case name; the first of several counts. */
function headersOf(list: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries(
    [...list].reverse().map(([name, value]) => [name.toLowerCase(), value]),
  );
}

/** `Ada <ada@example.com>` is `ada@example.com`. */
function addressOf(text = ''): string {
  return (/<([^<>\s]+)>\s*$/.exec(text)?.[1] ?? text).trim();
}

function addressesOf(text = ''): string[] {
  return text.split(',').map(addressOf);
}
