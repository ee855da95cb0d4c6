import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { bothTexts } from '../ask/bothTexts.ts';
import { textOfHtml } from '../ask/htmlText.ts';
import type { MailFile, MailWithFiles } from '../ask/inboundMail.ts';
import { withLongText } from '../ask/longText.ts';
import {
  decodeText,
  fileName,
  isSeen,
  type MailEnvelope,
  readMime,
  readSender,
} from '../ask/readMime.ts';
import { unwrapped } from '../ask/unwrap.ts';
import { asJson } from '../base/signatures.ts';
import type { PostedForm } from './form.ts';

type Headers = readonly (readonly [string, string])[];

const HeaderList = z.array(z.tuple([z.string(), z.string()]));
const Charsets = z.record(z.string(), z.string());
const NamedContents = z.record(z.string(), z.string());

/**
 * Reads a mail that a route of Mailgun forwards: in parts, or as a whole to addresses that end in
 * `mime`.
 * https://documentation.mailgun.com/docs/mailgun/user-manual/receive-forward-store/receive-http
 */
export async function mailOfMailgun(form: PostedForm): Promise<MailWithFiles> {
  const field = (name: string) => form.fields.get(name)?.toString('utf8') ?? '';
  const envelope = {
    from: addressOf(field('sender')),
    to: field('recipient').split(',').map(addressOf),
  };
  const raw = form.fields.get('body-mime');
  if (raw !== undefined) return readMime(raw, envelope);
  const list = z.safeParse(HeaderList, asJson(form.fields.get('message-headers') ?? empty)).data;
  const pictures = Object.values(namedContents(form, 'content-id-map'));
  return fromParts(form, envelope, {
    headers: list ?? [['message-id', field('Message-Id')]],
    from: field('from'),
    subject: field('subject'),
    text: field('body-plain'),
    html: field('body-html'),
    inline: new Set(pictures),
  });
}

const Envelope = z.object({ to: z.array(z.string()), from: z.string() });

/**
 * Reads a mail that SendGrid's Inbound Parse posts, in parts or as a whole. `charsets` names the
 * charsets of its texts.
 * https://www.twilio.com/docs/sendgrid/for-developers/parsing-email/setting-up-the-inbound-parse-webhook
 */
export async function mailOfSendgrid(form: PostedForm): Promise<MailWithFiles | undefined> {
  const { fields } = form;
  const json = (name: string) => asJson(fields.get(name) ?? empty);
  const envelope = z.safeParse(Envelope, json('envelope')).data;
  if (envelope === undefined) return undefined;
  const raw = fields.get('email');
  if (raw !== undefined) return readMime(raw, envelope);
  const charsets = z.safeParse(Charsets, json('charsets')).data ?? {};
  const text = (name: string) => decodeText(fields.get(name) ?? empty, charsets[name]);
  return fromParts(form, envelope, {
    headers: headerLines(await text('headers')),
    from: await text('from'),
    subject: await text('subject'),
    text: await text('text'),
    html: await text('html'),
    inline: new Set(Object.values(namedContents(form, 'content-ids'))),
  });
}

const empty = Buffer.alloc(0);

/** Returns the fields of inline files, by their Content-ID. */
function namedContents({ fields }: PostedForm, name: string): Record<string, string> {
  return z.safeParse(NamedContents, asJson(fields.get(name) ?? empty)).data ?? {};
}

async function fromParts(
  { files }: PostedForm,
  envelope: MailEnvelope,
  parts: {
    headers: Headers;
    from: string;
    subject: string;
    text: string;
    html: string;
    inline: ReadonlySet<string>;
  },
): Promise<MailWithFiles> {
  const { subject, text } = parts;
  const headers = headersOf(parts.headers);
  const html = textOfHtml(parts.html);
  const sent = files
    .filter(({ type }) => isSeen(type))
    .map(({ field, name, type, content }, index): MailFile => {
      const isInline = parts.inline.has(field);
      return { name: name || fileName(index + 1, type), content, isInline };
    });
  const sender = await readSender(parts.from);
  const mail: MailWithFiles = {
    to: envelope.to,
    from: sender.from || envelope.from,
    fromName: sender.fromName,
    envelopeFrom: envelope.from,
    messageId: headers['message-id'] ?? '',
    subject,
    ...bothTexts({ text, htmlText: html.text }),
    isInvitation: files.some((file) => isInvitation(file, headers['content-type'] ?? '')),
    headers,
    files: [...sent, ...html.pictures],
  };
  return withLongText(await unwrapped(mail, (inner) => readMime(inner, envelope, 1)));
}

/**
 * True for an invitation: a calendar that names an action. It has no name, or is an alternative of
 * the text. A calendar that a person attached has a name.
 */
function isInvitation({ name, type, content }: PostedForm['files'][number], mailType: string) {
  const isPart = name === '' || /^multipart\/alternative/i.test(mailType);
  return (
    isPart &&
    /^text\/calendar/i.test(type) &&
    /^METHOD:(REQUEST|REPLY|CANCEL|COUNTER)/im.test(content.toString('utf8', 0, 4_096))
  );
}

/** Returns the id by which a duplicate delivery of a mail is recognized. */
export function eventIdOf({ messageId, from, to, text, htmlText }: MailWithFiles): string {
  const parts = messageId ? [messageId, to] : [from, to, text, htmlText];
  return `mail_${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}`;
}

function headerLines(text: string): Headers {
  const unfolded = text.replaceAll(/\r?\n[ \t]+/g, ' ');
  return unfolded.split(/\r?\n/).flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    return colon > 0 ? [[line.slice(0, colon), line.slice(colon + 1).trim()]] : [];
  });
}

/** Returns headers by lower-case name. The first of several values counts. */
function headersOf(list: Headers): Record<string, string> {
  return Object.fromEntries(
    [...list].reverse().map(([name, value]) => [name.toLowerCase(), value]),
  );
}

/** Turns `Ada <ada@example.com>` into `ada@example.com`. */
function addressOf(text: string): string {
  const short = text.slice(0, 1_000).trim();
  return short.endsWith('>') ? short.slice(short.lastIndexOf('<') + 1, -1).trim() : short;
}
