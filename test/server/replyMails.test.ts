import { expect, test } from 'vitest';
import type { InboundMail } from '../../server/ask/inboundMail.ts';
import { receiveMail } from '../../server/mail/in/inbound.ts';
import {
  getAgentTicket,
  updateTicket,
  uploadAgentAttachment,
  writeAgentMessage,
} from '../../src/contract/agent.ts';
import { getTicket, markRead } from '../../src/contract/message.ts';
import { call, openSession } from './support/agent.ts';
import { created, createTestApp, draft, post } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { openMailing } from './support/mailing.ts';
import { createTenant, newId } from './support/tenant.ts';
import { until } from './support/until.ts';

const database = openForFile();
const mailing = openMailing(database);

async function newConversation(more: object = {}) {
  const settings = { inbound_domain: 'in.acme.example', reply_mail_delay: 0 };
  const tenant = await createTenant(database.kysely, settings);
  const app = createTestApp(database);
  const me = { key: tenant.publishableKey, visitor: newId() };
  const { id } = await created(post(app, me, { ...draft, ...more }));
  const agent = await openSession(app, tenant);
  const params = { id };
  const replies = () => mailing.smtp.mails.filter(({ email }) => email.subject?.startsWith('Re:'));
  return {
    app,
    me,
    agent,
    params,
    id,
    replies,
    answer: (body: string, internal = false) =>
      call(app, agent, writeAgentMessage, { params, body: { body, internal } }),
    read: async () => (await call(app, me, getTicket, { params })).messages,
    /** Returns the reply address of the confirmation. */
    async address() {
      mailing.deliver();
      const { customer } = await mailing.delivered();
      return customer.email.replyTo?.[0]?.address ?? '';
    },
  };
}

const mailTo = (to: string, part: Partial<InboundMail> = {}): InboundMail => ({
  to: [to],
  from: draft.email,
  envelopeFrom: draft.email,
  messageId: `<${newId()}@customer.example>`,
  text: 'Works now, thank you.\n\nOn Fri, Nov 20, 2026 at 10:00 AM Acme <a@b.example> wrote:\n> Hello\n',
  headers: {},
  ...part,
});

test('a reply is mailed to a visitor who left, in one thread with the confirmation', async () => {
  const { answer, replies, address, id } = await newConversation();
  const to = await address();
  expect(to).toMatch(/^reply\+[\da-f]{32}@in\.acme\.example$/);
  await answer('Between us', true);
  await answer('We look into it.');
  await until(() => replies().length === 1);
  await mailing.delivered(); // the thread is recorded only after this
  await answer('It is fixed. See [Set up SPF](article:set-up-spf#record).');
  await until(() => replies().length === 2);
  const [first, second] = replies();
  expect(first?.email).toMatchObject({
    subject: 'Re: [PM-1001] Your request to Acme',
    inReplyTo: `<${id}@acme.example>`,
    replyTo: [{ address: to }],
  });
  expect(first?.email.text).toContain('Marta Klein wrote:');
  expect(first?.email.text).toContain('We look into it.');
  expect(second?.email.text).not.toContain('We look into it.');
  expect(second?.email.text).toContain(
    'See Set up SPF: https://help.penguinmails.com/knowledge-base/set-up-spf.',
  );
  expect(second?.email.references).toContain(first?.email.messageId);
  expect(mailing.smtp.mails.map(({ raw }) => raw).join()).not.toContain('Between us');
});

test('a reply names its files, which the mail does not contain', async () => {
  const { answer, replies, app, agent, params } = await newConversation();
  const { id } = await call(app, agent, uploadAgentAttachment);
  const body = { body: 'See the file.', attachments: [id] };
  await call(app, agent, writeAgentMessage, { params, body });
  await answer('And no file here.');
  mailing.deliver();
  await mailing.delivered();
  expect(replies().map(({ email }) => email.text)).toEqual([
    expect.stringContaining('The reply has files: note.txt.'),
  ]);
});

test('replies that were read in the widget are not mailed, and several replies are one mail', async () => {
  const { answer, replies, app, me, params } = await newConversation();
  await answer('Read at once.');
  await call(app, me, markRead, { params, body: { position: 2 } });
  await answer('First');
  await answer('Second');
  mailing.deliver();
  await mailing.delivered();
  expect(replies()).toHaveLength(1);
  const text = replies()[0]?.email.text ?? '';
  expect(text).not.toContain('Read at once.');
  expect(text.indexOf('First')).toBeLessThan(text.indexOf('Second'));
});

test('a reply by mail is added to its conversation once, without quotes', async () => {
  const { address, read, app, agent, params, id } = await newConversation();
  const to = await address();
  await call(app, agent, updateTicket, { params, body: { status: 'pending' } });
  const mail = mailTo(to.toUpperCase(), { from: draft.email.toUpperCase() });
  expect(await receiveMail(database.kysely, mail)).toMatchObject({
    status: 'accepted',
    ticketId: id,
  });
  expect(await receiveMail(database.kysely, mail)).toEqual({ status: 'duplicate' });
  const { status, messages } = await call(app, agent, getAgentTicket, { params });
  expect(status).toBe('open');
  expect(messages.at(-1)).toMatchObject({
    author: 'visitor',
    channel: 'email',
    body: 'Works now, thank you.',
  });
  expect((await read()).filter(({ body }) => body.startsWith('Works'))).toHaveLength(1);
});

test('mails without a conversation, automatic mails and empty mails are rejected', async () => {
  const { address, read } = await newConversation();
  const to = await address();
  const result = (part: Partial<InboundMail>, address = to) =>
    receiveMail(database.kysely, mailTo(address, part));
  const rejected = (reason: string) => ({ status: 'rejected', reason });
  expect(await result({}, 'help@acme.example')).toEqual(rejected('unknown_address'));
  expect(await result({}, `reply+${'0'.repeat(32)}@in.acme.example`)).toEqual(
    rejected('unknown_address'),
  );
  expect(await result({ envelopeFrom: '' })).toEqual(rejected('bounce'));
  expect(await result({ headers: { 'auto-submitted': 'auto-replied' } })).toEqual(
    rejected('absence'),
  );
  expect(await result({ headers: { precedence: 'bulk' } })).toEqual(rejected('list'));
  expect(await result({ text: '> only a quote\n' })).toEqual(rejected('empty'));
  expect(await read()).toHaveLength(1);
  const hostile = await result({ text: `x\u0000\ud800${'y'.repeat(300_000)}`, messageId: '' });
  expect(hostile.status).toBe('accepted');
});
