import * as z from 'zod/mini';
import { bearer } from '../../ask/provider.ts';
import { requestJson } from '../../ask/requestJson.ts';
import { mailboxOf, oneLine, ownHeaders } from './headers.ts';
import type { Mailer } from './mailer.ts';
import { createHttpMailer, type OverHttp } from './overHttp.ts';

export interface AcmeMailOptions extends OverHttp {
  apiToken: string;
}

export function createAcmeMailer({ apiToken, ...options }: AcmeMailOptions): Mailer {
  const { baseUrl = 'https://mail.acme.example' } = options;
  return createHttpMailer({ ...options, baseUrl }, (endpoint, mail) =>
    requestJson(endpoint, 'v1/mails', {
      method: 'POST',
      headers: bearer(apiToken),
      json: {
        from: mailboxOf(mail.from),
        to: mailboxOf(mail.to),
        reply_to: mailboxOf(mail.replyTo),
        subject: oneLine(mail.subject),
        text: mail.text,
        headers: ownHeaders(mail),
      },
      expects: z.object({ id: z.string() }),
    }),
  );
}
