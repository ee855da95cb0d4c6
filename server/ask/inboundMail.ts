import * as z from 'zod/mini';

/** Encoded headers can hold line breaks; names and subjects have none. */
const line = z.string().check(z.overwrite((text) => text.replaceAll(/[\r\n]+/g, ' ')));

/** A mail as it arrived. Addresses are bare: `ada@example.com`. */
export const InboundMail = z.object({
  to: z.readonly(z.array(z.string())),
  from: z.string(),
  /** The sender's name; empty if the mail has none. */
  fromName: z._default(line, ''),
  /** The envelope sender; empty for bounces and other automatic mail. */
  envelopeFrom: z.string(),
  messageId: z.string(),
  subject: z._default(line, ''),
  /** The plain text; empty for a mail of HTML alone. */
  text: z.string(),
  /** The HTML turned to text, as by `textOfHtml`; empty for a mail without. */
  htmlText: z._default(z.string(), ''),
  /** True for an invitation to a meeting, or an answer to one. */
  isInvitation: z._default(z.boolean(), false),
  /** True where nothing of its text can be read: it is encrypted, or formatted for Outlook alone. */
  isUnread: z._default(z.boolean(), false),
  /** Keyed by lower-case name. */
  headers: z.record(z.string(), z.string()),
});
/** As callers pass it: defaults may be omitted. */
export type InboundMail = z.input<typeof InboundMail>;
export type ReadMail = z.output<typeof InboundMail>;

/** A file of a mail, or a picture in its text. */
export interface MailFile {
  name: string;
  content: Uint8Array;
  isInline: boolean;
  /** It is the mail itself, as it came: kept whatever its type is. */
  isWhole?: boolean;
}

/** A mail with its files. */
export type MailWithFiles = InboundMail & { files?: readonly MailFile[] };
