import * as z from 'zod/mini';
import { ConfigurationError } from '../../src/errors.ts';
import { type MailOptions, type MailProvider, mailProviders } from '../mail/out/openMailer.ts';

const text = z.optional(z.string());
const http = z.optional(
  z.string().check(
    z.refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), {
      error: 'must begin with http:// or https://',
    }),
  ),
);

/** Variables of Mailgun and SendGrid. SMTP uses `SMTP_URL`. */
export const mailVariables = {
  MAILGUN_API_KEY: text,
  MAILGUN_DOMAIN: text,
  MAILGUN_BASE_URL: http,
  SENDGRID_API_KEY: text,
  SENDGRID_BASE_URL: http,
  MAIL_ORDER: text,
};

const Variables = z.object({ ...mailVariables, SMTP_URL: text });

/**
 * @throws ConfigurationError for incomplete variables of a provider, and for an order that names an
 * unset provider
 */
export function mailOf(variables: z.infer<typeof Variables>): MailOptions {
  const { SMTP_URL: smtpUrl, MAILGUN_API_KEY: apiKey, MAILGUN_DOMAIN: domain } = variables;
  const { SENDGRID_API_KEY: sendgridKey } = variables;
  if (apiKey !== undefined && domain === undefined)
    throw needed('MAILGUN_DOMAIN', 'MAILGUN_API_KEY');
  if (domain !== undefined && apiKey === undefined)
    throw needed('MAILGUN_API_KEY', 'MAILGUN_DOMAIN');
  if (variables.MAILGUN_BASE_URL !== undefined && apiKey === undefined)
    throw needed('MAILGUN_API_KEY', 'MAILGUN_BASE_URL');
  if (variables.SENDGRID_BASE_URL !== undefined && sendgridKey === undefined)
    throw needed('SENDGRID_API_KEY', 'SENDGRID_BASE_URL');
  const options: MailOptions = {
    smtpUrl,
    ...(apiKey !== undefined &&
      domain !== undefined && {
        mailgun: { apiKey, domain, baseUrl: variables.MAILGUN_BASE_URL },
      }),
    ...(sendgridKey !== undefined && {
      sendgrid: { apiKey: sendgridKey, baseUrl: variables.SENDGRID_BASE_URL },
    }),
  };
  if (variables.MAIL_ORDER === undefined) return options;
  const names = variables.MAIL_ORDER.split(',').map((name) => name.trim());
  const isSet = { mailgun: options.mailgun, sendgrid: options.sendgrid, smtp: smtpUrl };
  return {
    ...options,
    mailOrder: names.map((name): MailProvider => {
      const known = mailProviders.find((one) => one === name);
      if (known !== undefined && isSet[known] !== undefined) return known;
      const sentence =
        'The variable MAIL_ORDER must list configured services only: mailgun, sendgrid or smtp.';
      throw new ConfigurationError(sentence, 'MAIL_ORDER');
    }),
  };
}

function needed(name: string, other: string): ConfigurationError {
  return new ConfigurationError(`The variable ${name} must be set together with ${other}.`, name);
}
