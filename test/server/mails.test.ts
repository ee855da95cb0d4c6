import { createServer } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ticketMails } from '../../server/jobs/ticketMails.ts';
import { startWorker, type Worker } from '../../server/jobs/worker.ts';
import { createSmtpMailer } from '../../server/mail/smtp.ts';
import type { TicketDraft } from '../../src/contract/ticket.ts';
import { created, createTestApp, draft, post, silent } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { startSmtp, type TestSmtp } from './support/smtp.ts';
import { createTenant, newId } from './support/tenant.ts';
import { until } from './support/until.ts';

const database = openForFile();
let smtp: TestSmtp;
let worker: Worker | undefined;
beforeEach(async () => {
  smtp = await startSmtp();
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  await smtp.close();
  await asSuperuser(database.kysely, 'delete from support.jobs');
});

function deliver(url = smtp.url): void {
  const handlers = ticketMails(database.kysely, createSmtpMailer(url));
  worker = startWorker({
    db: database.kysely,
    handlers,
    logger: silent,
    pollMs: 10,
    retryMs: 1,
    graceMs: 50,
  });
}

async function send(
  more: Partial<TicketDraft> = {},
  settings?: Parameters<typeof createTenant>[1],
) {
  const tenant = await createTenant(database.kysely, settings);
  const app = createTestApp(database, { onWritten: () => worker?.wake() });
  const caller = { key: tenant.publishableKey, visitor: newId() };
  return created(post(app, caller, { ...draft, ...more }));
}

const jobs = () =>
  asSuperuser<{ attempts: number; last_error: string | null }>(
    database.kysely,
    'select * from support.jobs',
  );
async function delivered() {
  await until(async () => (await jobs()).length === 0);
  const find = (address: string) => smtp.mails.find(({ to }) => to.includes(address));
  const [customer, team] = [find(draft.email), find('team@acme.example')];
  if (customer === undefined || team === undefined) throw new Error('A mail is missing.');
  return { customer, team };
}

test('the customer reads their number, their words, and when to expect an answer', async () => {
  deliver();
  const ticket = await send();
  const { customer } = await delivered();
  const { email } = customer;
  expect(smtp.mails).toHaveLength(2);
  expect(email.subject).toBe(`[PM-1001] We have your request: ${draft.subject}`);
  expect(email.from).toMatchObject({ name: 'Acme', address: 'no-reply@acme.example' });
  expect(email.to).toMatchObject([{ name: draft.name, address: draft.email }]);
  expect(email.replyTo).toMatchObject([{ address: 'help@acme.example' }]);
  const due = new Intl.DateTimeFormat('en', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  for (const words of [
    'Hi Ada Lovelace,',
    'PM-1001',
    draft.description,
    due.format(new Date(ticket.estimated_first_response ?? '')),
  ]) {
    expect(email.text).toContain(words);
  }
  expect(customer.raw).toContain('Auto-Submitted: auto-generated');
  expect(customer.raw).toMatch(/^Content-Type: text\/plain; charset=utf-8\r?$/im);
});

test('the team reads everything, and its answer goes to the customer', async () => {
  deliver();
  const context = { url: 'https://app.acme.example/inbox', browser: 'Chromium 156', locale: 'en' };
  const fields = [{ id: 'area', label: 'Area', type: 'text', required: false }];
  await send(
    {
      priority: 'critical',
      customerTier: 'enterprise',
      userId: 'u7',
      context,
      customFields: { area: 'DNS' },
    },
    { fields: JSON.stringify(fields) },
  );
  const { email } = (await delivered()).team;
  expect(email.subject).toBe(`[PM-1001] critical: ${draft.subject}`);
  expect(email.replyTo).toMatchObject([{ name: draft.name, address: draft.email }]);
  for (const words of [
    draft.description,
    'enterprise',
    'u7',
    'Area: DNS',
    ...Object.values(context),
  ]) {
    expect(email.text).toContain(words);
  }
});

test('a Spanish page gets a Spanish confirmation', async () => {
  deliver();
  await send({ context: { locale: 'es-MX' } });
  const { email } = (await delivered()).customer;
  expect(email.subject).toContain('Hemos recibido tu solicitud');
  expect(email.text).toContain('Hola, Ada Lovelace:');
});

test.each([
  'x\r\nBcc: victim@evil.example',
  'x\nBcc: victim@evil.example\n\n<script>',
  'x\rBcc: victim@evil.example',
  'x\u2028Bcc: victim@evil.example',
  'x\u0085Bcc: victim@evil.example',
  '=?utf-8?q?x=0D=0ABcc:_victim@evil.example?=',
  '"x" <victim@evil.example>, y',
  `${'ü'.repeat(90)}\r\nBcc: victim@evil.example`,
])('no subject or name adds a header or a recipient: %j', async (text) => {
  deliver();
  await send({ subject: text, name: text }, { name: text });
  const mails = await delivered();
  for (const { email, to } of [mails.customer, mails.team]) {
    expect(to).toHaveLength(1);
    expect([...(email.bcc ?? []), ...(email.cc ?? [])]).toEqual([]);
    expect(email.to).toHaveLength(1);
    expect(email.headers.map(({ key }) => key)).not.toContain('bcc');
    const seen = text.replace('=?', '= ?').replaceAll(/\p{Cc}+/gu, ' ');
    expect(email.subject).toContain(seen);
  }
});

test('a mail server that is down gets the mails later, once', async () => {
  await smtp.close();
  deliver();
  const ticket = await send();
  expect(ticket.ticket_number).toBe('PM-1001');
  await until(async () => (await jobs()).every(({ attempts }) => attempts >= 3));
  expect((await jobs()).map(({ last_error }) => last_error)).toEqual(
    Array(2).fill(expect.stringContaining('ESOCKET')),
  );
  smtp = await startSmtp({ port: smtp.port });
  await delivered();
  expect(smtp.mails).toHaveLength(2);
});

test('a mail that is sent again has the same id', async () => {
  const ids: (string | undefined)[] = [];
  let refusals = 2;
  await smtp.close();
  smtp = await startSmtp({ refuse: () => (refusals-- > 0 ? 451 : undefined) });
  deliver();
  await send();
  const { customer, team } = await delivered();
  ids.push(customer.email.messageId, team.email.messageId);
  expect(new Set(ids).size).toBe(2);
  for (const id of ids) expect(id).toMatch(/^<[\da-f-]{36}@acme\.example>$/);
});

test('a recipient that is refused for good is not tried again; the team still hears of it', async () => {
  await smtp.close();
  smtp = await startSmtp({ refuse: (address) => (address === draft.email ? 550 : undefined) });
  deliver();
  await send();
  await until(() => smtp.mails.length === 1);
  const [kept] = await until(async () => {
    const rows = await asSuperuser<{
      failed_at: Date | null;
      attempts: number;
      last_error: string;
    }>(database.kysely, 'select * from support.jobs');
    return rows.length === 1 && rows[0]?.failed_at ? rows : undefined;
  });
  expect(kept?.attempts).toBe(1);
  expect(kept?.last_error).not.toContain(draft.email);
});

test('a mail server that hangs holds up neither the answer nor the stop', async () => {
  const hanging = createServer(() => {});
  await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve));
  const address = hanging.address();
  if (address === null || typeof address === 'string') throw new Error('Not a TCP port.');
  deliver(`smtp://127.0.0.1:${address.port}`);
  await send();
  await until(async () => (await jobs()).every(({ attempts }) => attempts === 1));
  await worker?.stop();
  // Given back: another process takes both at once.
  deliver();
  await delivered();
  expect(smtp.mails).toHaveLength(2);
  hanging.close();
});
