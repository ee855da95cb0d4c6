import * as z from 'zod/mini';
import { bearer } from '../../ask/provider.ts';
import { requestJson } from '../../ask/requestJson.ts';
import { sendgridMailId } from '../../providers/sendgrid.ts';
import { oneLine, ownHeaders } from './headers.ts';
import type { Address, Mailer } from './mailer.ts';
import { createHttpMailer, type OverHttp } from './overHttp.ts';

export interface SendgridOptions extends OverHttp {
  /** An API key with the permission `mail.send`. */
  apiKey: string;
}

/**
 * Creates a mailer for SendGrid's HTTP API. EU subusers need the base URL
 * https://api.eu.sendgrid.com.
 * https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send
 */
export function createSendgridMailer({ apiKey, ...options }: SendgridOptions): Mailer {
  const { baseUrl = 'https://api.sendgrid.com' } = options;
  return createHttpMailer({ ...options, baseUrl }, (endpoint, mail) =>
    requestJson(endpoint, 'v3/mail/send', {
      method: 'POST',
      headers: bearer(apiKey),
      json: {
        personalizations: [{ to: [personOf(mail.to)] }],
        from: personOf(mail.from),
        reply_to: personOf(mail.replyTo),
        subject: oneLine(mail.subject),
        content: [{ type: 'text/plain', value: mail.text }],
        headers: ownHeaders(mail),
        custom_args: { [sendgridMailId]: mail.messageId },
        tracking_settings: {
          click_tracking: { enable: false, enable_text: false },
          open_tracking: { enable: false },
        },
      },
      // A success is 202 without a body. A body means that the response is not from this API.
      expects: z.literal(''),
    }),
  );
}

function personOf({ name, address: email }: Address) {
  const shown = oneLine(name);
  return shown === '' ? { email } : { email, name: shown };
}
