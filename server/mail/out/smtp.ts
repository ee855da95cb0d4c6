import nodemailer from 'nodemailer';
import { PermanentFailure } from '../../queue/worker.ts';
import { oneLine } from './headers.ts';
import type { Mailer } from './mailer.ts';

/** Timeouts of each step. The lease of a job must be longer than all of them together. */
const timeouts = {
  dnsTimeout: 10_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
};

function connect(url: string) {
  const options = { url, ...timeouts, disableFileAccess: true, disableUrlAccess: true };
  return nodemailer.createTransport(options);
}

/** Connects and signs in, but sends nothing. @throws Error with the response of the server */
export async function checkSmtp(url: string): Promise<void> {
  const transport = connect(url);
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}

/** Creates a mailer for an SMTP server such as `smtp://user:password@host:587` or `smtps://…`. */
export function createSmtpMailer(url: string): Mailer {
  const transport = connect(url);
  return {
    async send({ messageId, from, to, replyTo, subject, text, references = [], headers }) {
      try {
        await transport.sendMail({
          messageId,
          from: { ...from, name: oneLine(from.name) },
          to: { ...to, name: oneLine(to.name) },
          replyTo: { ...replyTo, name: oneLine(replyTo.name) },
          envelope: { from: from.address, to: to.address },
          subject: oneLine(subject),
          text,
          textEncoding: 'quoted-printable',
          ...(references.length > 0 && {
            inReplyTo: references.at(-1),
            references: [...references],
          }),
          headers: headers ?? {},
        });
      } catch (error) {
        throw isRejectedForGood(error) ? new PermanentFailure(error) : error;
      }
    },
    close: () => transport.close(),
  };
}

/** True if the server rejected this mail or its recipient permanently, not just this attempt. */
function isRejectedForGood(error: unknown): boolean {
  if (!(error instanceof Error) || !('responseCode' in error) || !('code' in error)) return false;
  const isFinal = Number(error.responseCode) >= 500 && Number(error.responseCode) < 600;
  return isFinal && (error.code === 'EENVELOPE' || error.code === 'EMESSAGE');
}
