import nodemailer from 'nodemailer';
import type { Mailbox } from './mailbox.ts';

/** Answers a mail of the mailbox as its reader's mail program would: by SMTP, quoting it. */
export async function answerMail(request: Request, mailbox: Mailbox): Promise<Response> {
  const { id, text }: { id: unknown; text: unknown } = await request.json();
  const mail = mailbox.mails().find((one) => one.id === id);
  if (mail === undefined || typeof text !== 'string' || text.trim() === '') {
    return new Response('There is no such mail, or nothing was written.', { status: 400 });
  }
  const quoted = mail.text.split('\n').map((line) => `> ${line}`);
  const transport = nodemailer.createTransport({ url: mailbox.smtpUrl });
  try {
    await transport.sendMail({
      from: mail.to,
      to: mail.replyTo,
      subject: mail.subject.startsWith('Re:') ? mail.subject : `Re: ${mail.subject}`,
      inReplyTo: mail.messageId,
      references: [mail.messageId],
      text: `${text}\n\nOn ${new Date(mail.receivedAt).toUTCString()}, ${mail.from} wrote:\n${quoted.join('\n')}\n`,
    });
    return new Response(null, { status: 204 });
  } catch (error) {
    return new Response(error instanceof Error ? error.message : 'Not sent.', { status: 502 });
  } finally {
    transport.close();
  }
}
