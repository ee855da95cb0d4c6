import * as z from 'zod/mini';
import { type StandIn, type StandInAnswer, type StandInRequest, startStandIn } from './standIn.ts';

/** A mail as a provider has accepted it. */
export interface TakenMail {
  from: string;
  to: string;
  replyTo: string;
  subject: string;
  text: string;
  /** Headers by lower-case name. */
  headers: Record<string, string>;
}

export interface MailProvider extends Pick<StandIn, 'url' | 'close' | 'requests'> {
  mails: TakenMail[];
  /** Replaces the next responses. `hang`: accepts the mail without a response. */
  fail(response: StandInAnswer | 'hang' | undefined): void;
}

const lowerCase = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** Accepts mails that `read` can parse, and responds as for an accepted or rejected mail. */
async function start(
  read: (request: StandInRequest) => { mail: TakenMail; response: StandInAnswer } | StandInAnswer,
): Promise<MailProvider> {
  const standIn = await startStandIn();
  const mails: TakenMail[] = [];
  let failing: StandInAnswer | 'hang' | undefined;
  standIn.respond((request) => {
    if (failing !== undefined && failing !== 'hang') return failing;
    const result = read(request);
    if (!('mail' in result)) return result;
    mails.push(result.mail);
    return failing ?? result.response;
  });
  const { url, requests, close } = standIn;
  return { url, requests, close, mails, fail: (response) => (failing = response) };
}

/** https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/messages */
export function startMailgun(apiKey: string, domain: string): Promise<MailProvider> {
  return start(({ method, path, headers, body }) => {
    const form = new URLSearchParams(body);
    if (headers.authorization !== `Basic ${btoa(`api:${apiKey}`)}`) {
      return { status: 401, body: 'Forbidden' };
    }
    if (method !== 'POST' || path !== `/v3/${domain}/messages`) return { status: 404, body: {} };
    if (!/^application\/x-www-form-urlencoded/.test(headers['content-type'] ?? '')) {
      return { status: 400, body: { message: 'Not a form' } };
    }
    const get = (name: string) => form.get(name) ?? '';
    for (const name of ['from', 'to', 'subject', 'text']) {
      if (get(name) === '') return { status: 400, body: { message: `${name} parameter missing` } };
    }
    if (!/^("([^"\\]|\\.)*" <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(get('to'))) {
      return { status: 400, body: { message: "'to' parameter is not a valid address." } };
    }
    const own = [...form].filter(([name]) => name.startsWith('h:'));
    const given = lowerCase(Object.fromEntries(own.map(([name, value]) => [name.slice(2), value])));
    const { 'reply-to': replyTo = '', ...rest } = given;
    return {
      mail: {
        from: get('from'),
        to: get('to'),
        replyTo,
        subject: get('subject'),
        text: get('text'),
        headers: rest,
      },
      response: { status: 200, body: { id: given['message-id'], message: 'Queued. Thank you.' } },
    };
  });
}

const Person = z.strictObject({ email: z.email(), name: z.optional(z.string()) });
/** The fields of SendGrid that these tests accept. */
const Send = z.strictObject({
  personalizations: z.array(z.strictObject({ to: z.array(Person) })),
  from: Person,
  reply_to: Person,
  subject: z.string().check(z.minLength(1)),
  content: z.array(
    z.strictObject({ type: z.literal('text/plain'), value: z.string().check(z.minLength(1)) }),
  ),
  headers: z.record(
    // Other names are reserved, and rejected.
    z
      .string()
      .check(
        z.refine(
          (name) =>
            !/^(x-sg-e?id|received|dkim-signature|content-type|content-transfer-encoding|to|from|subject|reply-to|cc|bcc)$/i.test(
              name,
            ),
        ),
      ),
    z.string(),
  ),
  custom_args: z.record(z.string(), z.string()),
  tracking_settings: z.object({}),
});

/** https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send */
export function startSendgrid(apiKey: string): Promise<MailProvider> {
  return start(({ method, path, headers, body }) => {
    if (headers.authorization !== `Bearer ${apiKey}`) {
      const message = 'The provided authorization grant is invalid, expired, or revoked';
      return { status: 401, body: { errors: [{ message, field: null }] } };
    }
    if (method !== 'POST' || path !== '/v3/mail/send') return { status: 404, body: {} };
    if (headers['content-type'] !== 'application/json') return { status: 415, body: {} };
    const sent = z.safeParse(Send, JSON.parse(body));
    if (!sent.success) {
      const errors = sent.error.issues.map(({ path, message }) => ({
        message,
        field: path.join('.'),
      }));
      return { status: 400, body: { errors } };
    }
    const { personalizations, from, reply_to, subject, content } = sent.data;
    const write = (person: z.infer<typeof Person> | undefined) =>
      person?.name === undefined
        ? (person?.email ?? '')
        : `${JSON.stringify(person.name)} <${person.email}>`;
    return {
      mail: {
        from: write(from),
        to: write(personalizations[0]?.to[0]),
        replyTo: write(reply_to),
        subject,
        text: content[0]?.value ?? '',
        headers: lowerCase(sent.data.headers),
      },
      response: { status: 202, headers: { 'X-Message-Id': 'sg-1' } },
    };
  });
}
