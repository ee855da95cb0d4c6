import type { Logger } from '../../base/logger.ts';
import { createFailover } from './failover.ts';
import type { Mailer } from './mailer.ts';
import { createMailgunMailer, type MailgunOptions } from './mailgun.ts';
import { createSendgridMailer, type SendgridOptions } from './sendgrid.ts';
import { createSmtpMailer } from './smtp.ts';

/** The providers in the default order. */
export const mailProviders = ['mailgun', 'sendgrid', 'smtp'] as const;
export type MailProvider = (typeof mailProviders)[number];

export interface MailOptions {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  smtpUrl?: string | undefined;
  mailgun?: MailgunOptions | undefined;
  sendgrid?: SendgridOptions | undefined;
  /** The providers to use, in order. Default: Mailgun, SendGrid and SMTP, if they are set. */
  mailOrder?: readonly MailProvider[] | undefined;
}

/** Returns undefined if no provider is set. */
export function openMailer(options: MailOptions, logger: Logger): Mailer | undefined {
  const { smtpUrl, mailgun, sendgrid, mailOrder = mailProviders } = options;
  const open: Record<MailProvider, () => Mailer | undefined> = {
    mailgun: () => mailgun && createMailgunMailer(mailgun),
    sendgrid: () => sendgrid && createSendgridMailer(sendgrid),
    smtp: () => (smtpUrl === undefined ? undefined : createSmtpMailer(smtpUrl)),
  };
  const mailers: Record<string, Mailer> = {};
  for (const name of mailOrder) {
    const mailer = open[name]();
    if (mailer !== undefined) mailers[name] = mailer;
  }
  const [only, ...others] = Object.values(mailers);
  return others.length === 0 ? only : createFailover(mailers, { logger });
}
