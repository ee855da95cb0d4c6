import * as z from 'zod/mini';
import { basic } from '../../ask/provider.ts';
import { requestJson } from '../../ask/requestJson.ts';
import { mailboxOf, oneLine, ownHeaders } from './headers.ts';
import type { Mailer } from './mailer.ts';
import { createHttpMailer, type OverHttp } from './overHttp.ts';

export interface MailgunOptions extends OverHttp {
  apiKey: string;
  /** The sending domain, such as `mg.example.com`. */
  domain: string;
}

/**
 * Creates a mailer for Mailgun's HTTP API. Domains in the EU need the base URL
 * https://api.eu.mailgun.net.
 * https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/messages
 */
export function createMailgunMailer({ apiKey, domain, ...options }: MailgunOptions): Mailer {
  const { baseUrl = 'https://api.mailgun.net' } = options;
  return createHttpMailer({ ...options, baseUrl }, (endpoint, mail) =>
    requestJson(endpoint, `v3/${encodeURIComponent(domain)}/messages`, {
      method: 'POST',
      headers: basic('api', apiKey),
      form: {
        from: mailboxOf(mail.from),
        to: mailboxOf(mail.to),
        subject: oneLine(mail.subject),
        text: mail.text,
        'o:tracking': 'no',
        'h:Reply-To': mailboxOf(mail.replyTo),
        ...Object.fromEntries(
          Object.entries(ownHeaders(mail)).map(([name, value]) => [`h:${name}`, value]),
        ),
      },
      expects: z.object({ id: z.string() }),
    }),
  );
}
