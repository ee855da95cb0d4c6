import nodemailer from 'nodemailer';
import * as z from 'zod/mini';
import type { Mailbox } from './mailbox.ts';

const Answer = z.object({
  id: z.string(),
  text: z.string().check(z.trim(), z.minLength(1)),
  /** Default: the recipient of the mail. */
  from: z.optional(z.string()),
});

/** Replies to a mail of the mailbox like its reader's mail program would: by SMTP, with a quote. */
export async function answerMail(request: Request, mailbox: Mailbox): Promise<Response> {
  const { success, data } = Answer.safeParse(await request.json().catch(() => null));
  const mail = mailbox.mails().find(({ id }) => id === data?.id);
  if (!success || mail === undefined) {
    return new Response('There is no such mail, or nothing was written.', { status: 400 });
  }
  const quoted = mail.text.split('\n').map((line) => `> ${line}`);
  const transport = nodemailer.createTransport({ url: mailbox.smtpUrl });
  try {
    await transport.sendMail({
      from: data.from || mail.to,
      to: mail.replyTo,
      subject: mail.subject.startsWith('Re:') ? mail.subject : `Re: ${mail.subject}`,
      inReplyTo: mail.messageId,
      references: [mail.messageId],
      text: `${data.text}\n\nOn ${new Date(mail.receivedAt).toUTCString()}, ${mail.from} wrote:\n${quoted.join('\n')}\n`,
    });
    return new Response(null, { status: 204 });
  } catch (error) {
    return new Response(error instanceof Error ? error.message : 'Not sent.', { status: 502 });
  } finally {
    transport.close();
  }
}
