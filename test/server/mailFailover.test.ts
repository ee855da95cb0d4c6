import { afterEach, beforeEach, expect, test } from 'vitest';
import { replyMails } from '../../server/jobs/replyMails.ts';
import { ticketMails } from '../../server/jobs/ticketMails.ts';
import { createFailover } from '../../server/mail/out/failover.ts';
import type { Mail } from '../../server/mail/out/mailer.ts';
import { createMailgunMailer } from '../../server/mail/out/mailgun.ts';
import { openMailer } from '../../server/mail/out/openMailer.ts';
import { createSendgridMailer } from '../../server/mail/out/sendgrid.ts';
import { PermanentFailure, startWorker } from '../../server/queue/worker.ts';
import { created, createTestApp, draft, post, silent } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { type MailProvider, startMailgun, startSendgrid } from './support/mailProviders.ts';
import { startSmtp } from './support/smtp.ts';
import { createTenant, newId } from './support/tenant.ts';
import { until } from './support/until.ts';

const database = openForFile();
const cleanUps: (() => unknown)[] = [];
let first: MailProvider;
let second: MailProvider;
beforeEach(async () => {
  first = await startMailgun('key-1', 'mg.acme.example');
  second = await startSendgrid('SG.1');
  cleanUps.push(first.close, second.close);
});
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
  await asSuperuser(database.kysely, 'delete from support.jobs');
});

const mailOf = (to: string): Mail => ({
  messageId: `<${newId()}@acme.example>`,
  from: { name: 'Acme', address: 'no-reply@acme.example' },
  to: { name: '', address: to },
  replyTo: { name: '', address: 'help@acme.example' },
  subject: 'Hello',
  text: 'Hello',
});
const mail = () => mailOf('ada@customer.example');

function newMailer(restMs?: number) {
  return createFailover(
    {
      mailgun: createMailgunMailer({
        apiKey: 'key-1',
        domain: 'mg.acme.example',
        baseUrl: first.url,
        timeoutMs: 300,
      }),
      sendgrid: createSendgridMailer({ apiKey: 'SG.1', baseUrl: second.url, timeoutMs: 5_000 }),
    },
    { logger: silent, restMs },
  );
}

const idsOf = ({ mails }: MailProvider) => mails.map(({ headers }) => headers['message-id']);

test('a mail that the first provider accepts is not sent through another', async () => {
  const one = mail();
  await newMailer().send(one);
  expect([idsOf(first), second.requests]).toEqual([[one.messageId], []]);
});

test.each([{ status: 401 }, { status: 403 }, { status: 400 }, { status: 429 }])(
  'a mail that the first provider rejects ($status) is sent through the next immediately, once',
  async (response) => {
    first.fail(response);
    const one = mail();
    await newMailer().send(one);
    expect([idsOf(first), idsOf(second)]).toEqual([[], [one.messageId]]);
  },
);

test('if a provider cannot be reached, the next one is used', async () => {
  await first.close();
  const one = mail();
  await newMailer().send(one);
  expect(idsOf(second)).toEqual([one.messageId]);
});

test('a mail that may have been accepted is sent through the next with the same id', async () => {
  first.fail('hang');
  const one = mail();
  await newMailer().send(one);
  expect([idsOf(first), idsOf(second)]).toEqual([[one.messageId], [one.messageId]]);
});

test('a provider that failed is tried last for a while, and then first again', async () => {
  first.fail({ status: 503 });
  const mailer = newMailer();
  await mailer.send(mail());
  await mailer.send(mail());
  expect([first.requests.length, second.mails.length]).toEqual([1, 2]);
  const impatient = newMailer(0);
  await impatient.send(mail());
  first.fail(undefined);
  await impatient.send(mail());
  expect(first.mails).toHaveLength(1);
});

test('a mail that one provider rejects permanently does not pause that provider for others', async () => {
  first.fail({ status: 400 });
  const mailer = newMailer();
  await mailer.send(mail());
  first.fail(undefined);
  await mailer.send(mail());
  expect([first.mails.length, second.mails.length]).toEqual([1, 1]);
});

test('a mail becomes dead only if all providers reject it permanently', async () => {
  const hopeless = newMailer().send(mailOf('not an address'));
  await expect(hopeless).rejects.toBeInstanceOf(PermanentFailure);
  second.fail({ status: 503 });
  const open = newMailer().send(mailOf('not an address'));
  await expect(open).rejects.toBeInstanceOf(AggregateError);
});

test('while all fail the job stays queued, and the mail arrives once when one of them is back', async () => {
  first.fail({ status: 401 });
  second.fail({ status: 429, headers: { 'Retry-After': '1' } });
  const mailer = newMailer(0);
  const worker = startWorker({
    db: database.kysely,
    handlers: {
      ...ticketMails(database.kysely, mailer),
      ...replyMails(database.kysely, mailer),
    },
    logger: silent,
    pollMs: 10,
    retryMs: 1,
  });
  cleanUps.push(() => worker.stop());
  const tenant = await createTenant(database.kysely);
  const me = { key: tenant.publishableKey, visitor: newId() };
  const { id } = await created(post(createTestApp(database), me, draft));
  const jobs = () =>
    asSuperuser<{ last_error: string }>(database.kysely, 'select * from support.jobs');
  await until(async () => (await jobs()).every(({ last_error }) => last_error !== null));
  expect((await jobs()).map(({ last_error }) => last_error)).toEqual(
    Array(2).fill('IntegrationError authentication_error; IntegrationError rate_limit_error'),
  );
  second.fail(undefined);
  await until(async () => (await jobs()).length === 0);
  expect(idsOf(first)).toEqual([]);
  expect(second.mails.map(({ to }) => to).sort()).toEqual([
    '"Acme Support" <team@acme.example>',
    'ada@customer.example',
  ]);
  expect(idsOf(second)).toContain(`<${id}@acme.example>`);
});

test('the order is that of the settings, and includes SMTP', async () => {
  const smtp = await startSmtp();
  cleanUps.push(() => smtp.close());
  const options = {
    smtpUrl: smtp.url,
    mailgun: { apiKey: 'key-1', domain: 'mg.acme.example', baseUrl: first.url },
    sendgrid: { apiKey: 'SG.1', baseUrl: second.url },
  };
  const send = async (more: Parameters<typeof openMailer>[0]) => {
    const mailer = openMailer({ ...options, ...more }, silent);
    cleanUps.push(() => mailer?.close());
    await mailer?.send(mail());
    return [first.mails.length, second.mails.length, smtp.mails.length];
  };
  expect(await send({})).toEqual([1, 0, 0]);
  expect(await send({ mailOrder: ['smtp', 'mailgun'] })).toEqual([1, 0, 1]);
  expect(await send({ mailOrder: ['sendgrid'] })).toEqual([1, 1, 1]);
  await smtp.close();
  expect(await send({ mailOrder: ['smtp', 'sendgrid'] })).toEqual([1, 2, 1]);
  expect(openMailer({}, silent)).toBeUndefined();
});
