import { afterEach, expect, test } from 'vitest';
import type { Mail } from '../../server/mail/out/mailer.ts';
import { createMailgunMailer } from '../../server/mail/out/mailgun.ts';
import { createSendgridMailer } from '../../server/mail/out/sendgrid.ts';
import { PermanentFailure } from '../../server/queue/worker.ts';
import { type MailProvider, startMailgun, startSendgrid } from './support/mailProviders.ts';

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

const providers = {
  mailgun: {
    start: () => startMailgun('key-1', 'mg.acme.example'),
    mailer: ({ url: baseUrl }: MailProvider, apiKey = 'key-1', timeoutMs = 20_000) =>
      createMailgunMailer({ apiKey, domain: 'mg.acme.example', baseUrl, timeoutMs }),
  },
  sendgrid: {
    start: () => startSendgrid('SG.1'),
    mailer: ({ url: baseUrl }: MailProvider, apiKey = 'SG.1', timeoutMs = 20_000) =>
      createSendgridMailer({ apiKey, baseUrl, timeoutMs }),
  },
};
const names = ['mailgun', 'sendgrid'] as const;

const mail: Mail = {
  messageId: '<m3@acme.example>',
  from: { name: 'Acme', address: 'no-reply@acme.example' },
  to: { name: 'Ada "the first" Lovelace', address: 'ada@customer.example' },
  replyTo: { name: '', address: 'reply+1@in.acme.example' },
  subject: 'Re: [PM-1001] Ünsent',
  text: 'Hello,\n\nit is fixed. ✓\n',
  references: ['<m1@acme.example>', '<m2@acme.example>'],
  headers: { 'Auto-Submitted': 'auto-generated' },
};

async function open(name: (typeof names)[number]) {
  const provider = await providers[name].start();
  cleanUps.push(() => provider.close());
  const { mailer } = providers[name];
  return { provider, mailer: (...how: [string?, number?]) => mailer(provider, ...how) };
}

const sendingError = (sent: Promise<void>) => sent.then(() => undefined).catch((error) => error);

test.each(names)('%s receives a mail unchanged, with its id and its thread', async (name) => {
  const { provider, mailer } = await open(name);
  await mailer().send(mail);
  expect(provider.mails).toEqual([
    {
      from: '"Acme" <no-reply@acme.example>',
      to: '"Ada \\"the first\\" Lovelace" <ada@customer.example>',
      replyTo: 'reply+1@in.acme.example',
      subject: mail.subject,
      text: mail.text,
      headers: {
        'message-id': '<m3@acme.example>',
        'in-reply-to': '<m2@acme.example>',
        references: '<m1@acme.example> <m2@acme.example>',
        'auto-submitted': 'auto-generated',
      },
    },
  ]);
});

test.each(names)('no name or subject can add a header at %s', async (name) => {
  const { provider, mailer } = await open(name);
  const evil = 'x"\r\nBcc: victim@evil.example\n\n<script>';
  await mailer().send({ ...mail, subject: evil, to: { name: evil, address: mail.to.address } });
  const [taken] = provider.mails;
  expect(taken?.subject).toBe('x" Bcc: victim@evil.example <script>');
  expect(taken?.to).toBe('"x\\" Bcc: victim@evil.example <script>" <ada@customer.example>');
  expect(Object.keys(taken?.headers ?? {})).not.toContain('bcc');
});

test.each(names)('an invalid key of %s can be fixed, and the mail is retried', async (name) => {
  const { provider, mailer } = await open(name);
  const error = await sendingError(mailer('other').send(mail));
  expect(error).toMatchObject({ type: 'authentication_error' });
  expect(error).not.toBeInstanceOf(PermanentFailure);
  expect(provider.mails).toEqual([]);
});

test.each(
  names.flatMap((name) =>
    (
      [
        [{ status: 403, body: '{"message": "x"}' }, { type: 'authorization_error' }],
        [
          { status: 429, headers: { 'Retry-After': '7' } },
          { type: 'rate_limit_error', retryAfter: 7 },
        ],
        [{ status: 500 }, { type: 'api_error' }],
        [{ status: 503, body: '<html>' }, { type: 'api_error' }],
        [{ status: 200, body: '<html>Welcome to the hotel</html>' }, { type: 'data_error' }],
        [{ status: 302, headers: { Location: 'https://x.example' } }, {}],
      ] as const
    ).map(([response, expected]) => ({ name, response, expected })),
  ),
)('after $response it is not certain that $name has accepted the mail', async (one) => {
  const { provider, mailer } = await open(one.name);
  provider.fail(one.response);
  const error = await sendingError(mailer().send(mail));
  expect(error).toMatchObject({ name: 'IntegrationError', ...one.expected });
});

test.each(names)('a request to %s that is slow is aborted', async (name) => {
  const { provider, mailer } = await open(name);
  provider.fail('hang');
  expect(await sendingError(mailer(undefined, 100).send(mail))).toMatchObject({
    type: 'network_error',
  });
});

test.each(names)('a mail that %s calls invalid is not retried', async (name) => {
  const { provider, mailer } = await open(name);
  const to = { name: '', address: 'not an address' };
  expect(await sendingError(mailer().send({ ...mail, to }))).toBeInstanceOf(PermanentFailure);
  expect(provider.mails).toEqual([]);
});
