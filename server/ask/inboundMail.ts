import * as z from 'zod/mini';

/** Encoded headers can contain line breaks, but names and subjects must not. */
const line = z.string().check(z.overwrite((text) => text.replaceAll(/[\r\n]+/g, ' ')));

/** Maximum number of characters of a mail that are stored as text. */
export const maxMailLength = 500_000;

/** A mail as it arrived. Addresses have no display name, such as `ada@example.com`. */
export const InboundMail = z.object({
  to: z.readonly(z.array(z.string())),
  from: z.string(),
  /** The sender's name; empty if the mail has none. */
  fromName: z._default(line, ''),
  /** The envelope sender; empty for bounces and other automatic mail. */
  envelopeFrom: z.string(),
  messageId: z.string(),
  subject: z._default(line, ''),
  /** The plain text; empty for a mail that only has HTML. */
  text: z.string(),
  /** The HTML converted to text, as by `textOfHtml`; empty for a mail without HTML. */
  htmlText: z._default(z.string(), ''),
  /** True for an invitation to a meeting, or a reply to one. */
  isInvitation: z._default(z.boolean(), false),
  /** True if no text could be read, because it is encrypted or only formatted for Outlook. */
  isUnread: z._default(z.boolean(), false),
  /** Headers by lower-case name. */
  headers: z.record(z.string(), z.string()),
});
/** The input type, in which defaults can be omitted. */
export type InboundMail = z.input<typeof InboundMail>;
export type ReadMail = z.output<typeof InboundMail>;

/** A file of a mail, or an inline picture. */
export interface MailFile {
  name: string;
  content: Uint8Array;
  isInline: boolean;
  /** It contains the mail itself as it arrived, so it is stored whatever its type is. */
  isWhole?: boolean;
}

/** A mail with its files. */
export type MailWithFiles = InboundMail & { files?: readonly MailFile[] };
