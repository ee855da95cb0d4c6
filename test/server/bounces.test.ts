import { afterEach, expect, test } from 'vitest';
import { startEventWorker } from '../../server/webhooks/in/processEvents.ts';
import { getAgentTicket, writeAgentMessage } from '../../src/contract/agent.ts';
import { upsertIntegration } from '../../src/contract/integrationAdmin.ts';
import { getIntegration } from '../../src/contract/integrationDetail.ts';
import { getTicket } from '../../src/contract/message.ts';
import { call, openSession } from './support/agent.ts';
import { created, createTestApp, draft, post, silent } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { credentials, mailgun, sendgrid } from './support/mailEvents.ts';
import { openMailing } from './support/mailing.ts';
import { createTenant, newId } from './support/tenant.ts';
import { until } from './support/until.ts';

const database = openForFile();
const mailing = openMailing(database);
const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

type Provider = keyof typeof credentials;

/** A request whose confirmation and one reply were mailed, and the webhook of a mail provider. */
async function open(provider: Provider) {
  const tenant = await createTenant(database.kysely, { reply_mail_delay: 0 });
  const app = createTestApp(database);
  const me = { key: tenant.publishableKey, visitor: newId() };
  const { id } = await created(post(app, me, draft));
  const agent = await openSession(app, tenant);
  const params = { id };
  await call(app, agent, writeAgentMessage, { params, body: { body: 'We look into it.' } });
  mailing.deliver();
  await mailing.delivered();
  const integration = await call(app, { key: tenant.secretKey }, upsertIntegration, {
    body: { provider, credentials: credentials[provider] },
  });
  const worker = startEventWorker({ db: database.kysely, logger: silent, pollMs: 10 });
  cleanUps.push(() => worker.stop());

  const log = async () =>
    (await call(app, me, getIntegration, { params: { id: integration.id } })).webhook_log;
  /** Sends an event like the provider would, and waits until it is processed. */
  async function receive(body: string, headers: Record<string, string> = {}) {
    const path = `/v1/webhooks/${provider}/${integration.id}`;
    const response = await app.request(path, { method: 'POST', body, headers });
    await until(async () => (await log()).every(({ status }) => status === 'processed'));
    return response.status;
  }
  const states = async () => {
    const rows = await asSuperuser<{ message_id: string; state: string }>(
      database.kysely,
      `select message_id, state from support.mails where ticket_id = '${id}'`,
    );
    return Object.fromEntries(rows.map(({ message_id, state }) => [message_id, state]));
  };
  const notes = async () =>
    (await call(app, agent, getAgentTicket, { params })).messages
      .filter(({ internal }) => internal)
      .map(({ message_type, body }) => ({ message_type, body }));
  const reply = mailing.smtp.mails.find(({ email }) => email.subject?.startsWith('Re:'));
  const ids = { confirmation: `<${id}@acme.example>`, reply: reply?.email.messageId ?? '' };
  const seen = () => call(app, me, getTicket, { params });
  return { tenant, ids, receive: receive, states, notes, seen, log };
}

test('a bounced reply adds one note for the team, and the visitor sees nothing', async () => {
  const { ids, receive, states, notes, seen } = await open('mailgun');
  expect(await states()).toEqual({ [ids.confirmation]: 'sent', [ids.reply]: 'sent' });
  await receive(mailgun(ids.confirmation, 'delivered'));
  const bounce = {
    severity: 'permanent',
    reason: 'bounce',
    'delivery-status': {
      code: 550,
      message: '',
      description: `5.1.1 <${draft.email}>: no such user\u0000\r\nhere`,
    },
  };
  expect(await receive(mailgun(ids.reply, 'failed', bounce))).toBe(200);
  await receive(mailgun(ids.reply, 'failed', bounce));
  expect(await states()).toEqual({ [ids.confirmation]: 'delivered', [ids.reply]: 'bounced' });
  const [note, ...others] = await notes();
  expect(others).toEqual([]);
  expect(note?.message_type).toBe('mail_bounced');
  expect(note?.body).toMatch(/^An e-mail to the customer was not delivered\./);
  expect(note?.body).toContain('550 5.1.1 <…>: no such user here');
  const { ticket, messages } = await seen();
  expect(messages.map(({ body }) => body)).toEqual([draft.description, 'We look into it.']);
  expect(JSON.stringify([ticket, messages])).not.toContain('bounced');
});

test('a late or repeated report has no effect', async () => {
  const { ids, receive, states, notes } = await open('mailgun');
  await receive(mailgun(ids.reply, 'complained'));
  await receive(mailgun(ids.reply, 'failed', { severity: 'permanent' }));
  await receive(mailgun(ids.reply, 'delivered'));
  expect((await states())[ids.reply]).toBe('complained');
  expect(await notes()).toEqual([
    {
      message_type: 'mail_complained',
      body: 'The customer has marked an e-mail of this conversation as spam.',
    },
  ]);
});

test('a temporary failure, an opened mail and a stranger’s mail add no note', async () => {
  const { ids, receive, states, notes } = await open('mailgun');
  await receive(mailgun(ids.reply, 'failed', { severity: 'temporary' }));
  await receive(mailgun(ids.reply, 'opened'));
  await receive(mailgun(`<${newId()}@acme.example>`, 'failed', { severity: 'permanent' }));
  await receive(mailgun('', 'failed', { severity: 'permanent', message: {} }));
  expect((await states())[ids.reply]).toBe('sent');
  expect(await notes()).toEqual([]);
});

test('SendGrid’s events are matched by our id, or by the id in the header', async () => {
  const { ids, receive, states, notes } = await open('sendgrid');
  const [body, headers] = sendgrid(
    { event: 'processed', 'smtp-id': ids.confirmation },
    { event: 'spamreport', penguin_mail_id: ids.confirmation },
    { event: 'bounce', type: 'bounce', 'smtp-id': ids.reply, reason: '550 Unknown user' },
  );
  expect(await receive(body, headers)).toBe(200);
  expect(await states()).toEqual({ [ids.confirmation]: 'complained', [ids.reply]: 'bounced' });
  expect((await notes()).map(({ message_type }) => message_type).sort()).toEqual([
    'mail_bounced',
    'mail_complained',
  ]);
});

test('a dropped mail counts as undelivered, and another tenant cannot report it for ours', async () => {
  const mine = await open('sendgrid');
  const theirs = await open('sendgrid');
  const drop = () => sendgrid({ event: 'dropped', penguin_mail_id: mine.ids.reply });
  await theirs.receive(...drop());
  expect((await mine.states())[mine.ids.reply]).toBe('sent');
  await mine.receive(...drop());
  expect((await mine.states())[mine.ids.reply]).toBe('bounced');
});

test('a processed event contains neither the address nor the id of the mail', async () => {
  const { ids, receive } = await open('mailgun');
  await receive(mailgun(ids.confirmation, 'delivered'));
  const rows = await asSuperuser(database.kysely, 'select * from support.received_events');
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(draft.email);
  expect(JSON.stringify(rows)).not.toContain(ids.confirmation);
});

test('an address that the provider rejects immediately is reported the same way', async () => {
  await mailing.restart({ reject: (address) => (address === draft.email ? 550 : undefined) });
  const tenant = await createTenant(database.kysely);
  const app = createTestApp(database);
  const me = { key: tenant.publishableKey, visitor: newId() };
  const { id } = await created(post(app, me, draft));
  mailing.deliver();
  const agent = await openSession(app, tenant);
  const read = () => call(app, agent, getAgentTicket, { params: { id } });
  const note = await until(async () =>
    (await read()).messages.find(({ message_type }) => message_type === 'mail_bounced'),
  );
  expect(note).toMatchObject({ internal: true, author: 'system' });
});
