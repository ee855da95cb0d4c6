import { expect, test } from 'vitest';
import { receiveMail } from '../../server/mail/in/inbound.ts';
import { getAgentTicket, listAgentTickets, writeAgentMessage } from '../../src/contract/agent.ts';
import { uploadAttachment } from '../../src/contract/attachment.ts';
import { mergeTicket } from '../../src/contract/merge.ts';
import { getTicket, replyToTicket } from '../../src/contract/message.ts';
import { erasePerson } from '../../src/contract/privacy.ts';
import { listTickets } from '../../src/contract/ticket.ts';
import { call, callFor, openSession } from './support/agent.ts';
import { apiErrorOf, created, createTestApp, draft, post } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();

async function open() {
  const tenant = await createTenant(database.kysely, { inbound_domain: `in.${newId()}.example` });
  const app = createTestApp(database);
  const visitor = { key: tenant.publishableKey, visitor: newId() };
  const agent = await openSession(app, tenant);
  const submit = (more: object = {}, who = visitor) =>
    created(post(app, who, { ...draft, ...more }));
  const write = (id: string, body: string, internal = false) =>
    call(app, agent, writeAgentMessage, { params: { id }, body: { body, internal } });
  const reply = (id: string, body: string, attachments: string[] = []) =>
    call(app, visitor, replyToTicket, { params: { id }, body: { body, attachments } });
  const merge = (id: string, into: string) =>
    callFor(app, agent, mergeTicket, { params: { id }, body: { into } });
  return { tenant, app, visitor, agent, submit, write, reply, merge };
}

test('all entries of a request move to the other in chronological order, for the team and the visitor', async () => {
  const { app, visitor, agent, submit, write, reply, merge } = await open();
  const one = await submit({ subject: 'One', description: 'first' });
  const two = await submit({ subject: 'Two', description: 'second' });
  await write(one.id, 'third');
  const file = await call(app, visitor, uploadAttachment, {
    file: { name: 'log.txt', content: 'A log.' },
  });
  await reply(two.id, 'fourth', [file.id]);
  await write(two.id, 'a note', true);
  await write(two.id, 'fifth');
  expect((await merge(two.id, one.ticket_number.toLowerCase())).status).toBe(200);

  const whole = await call(app, agent, getAgentTicket, { params: { id: one.id } });
  expect(whole.messages.map(({ body }) => body)).toEqual([
    ...['first', 'second', 'third', 'fourth', 'a note', 'fifth'],
    `${two.ticket_number} “Two” was merged into this request.`,
  ]);
  expect(whole.messages[3]?.attachments).toMatchObject([{ name: 'log.txt' }]);
  const { tickets, counts } = await call(app, agent, listAgentTickets);
  expect(tickets.map(({ id }) => id)).toEqual([one.id]);
  expect([counts.all, counts.by_status.open, counts.by_status.resolved]).toEqual([1, 1, 0]);
  const found = await call(app, agent, listAgentTickets, { query: { search: 'fourth' } });
  expect(found.tickets[0]?.passage?.text).toBe('fourth');

  const mine = await call(app, visitor, listTickets);
  expect(mine.tickets).toMatchObject([{ id: one.id, unread: 2, excerpt: 'fifth' }]);
  for (const id of [one.id, two.id]) {
    const { ticket, messages } = await call(app, visitor, getTicket, { params: { id } });
    expect([ticket.id, ticket.description]).toEqual([one.id, 'first']);
    expect(messages.map(({ position, body }) => [position, body])).toEqual([
      [1, 'first'],
      [2, 'second'],
      [3, 'third'],
      [4, 'fourth'],
      [5, 'fifth'],
    ]);
  }
  expect((await reply(two.id, 'To the old one')).position).toBe(6);
});

test('mail replies to the merged request and to its mails arrive in the other request', async () => {
  const { tenant, app, agent, submit, merge } = await open();
  const [one, two] = [await submit(), await submit({ subject: 'Two' })];
  const [row] = await asSuperuser<{ token: string; domain: string }>(
    database.kysely,
    `select reply_token as token, inbound_domain as domain from support.tickets
     join support.tenants on tenants.id = tenant_id where tickets.id = '${two.id}'`,
  );
  await merge(two.id, one.id);
  const mail = { from: draft.email, fromName: '', envelopeFrom: draft.email, subject: 'Re: Two' };
  const to = [`reply+${row?.token}@${row?.domain}`];
  const result = await receiveMail(database.kysely, {
    ...{ ...mail, to, text: 'By mail.', headers: {} },
    messageId: `<${newId()}@customer.example>`,
  });
  expect(result).toMatchObject({ status: 'accepted' });
  const whole = await call(app, agent, getAgentTicket, { params: { id: two.id } });
  expect([whole.id, whole.messages.at(-1)?.body]).toEqual([one.id, 'By mail.']);
  const body = { email: draft.email };
  const { deleted } = await call(app, { key: tenant.secretKey }, erasePerson, { body });
  expect(deleted.tickets).toBe(2);
  expect((await call(app, agent, listAgentTickets)).counts.all).toBe(0);
});

test('only requests of one person, organization and account can be merged', async () => {
  const { tenant, submit, merge } = await open();
  const one = await submit();
  const other = await submit({ email: 'grace@customer.example' });
  const device = await submit({}, { key: tenant.publishableKey, visitor: newId() });
  const theirs = await (await open()).submit();
  const messageOf = async (into: string) =>
    (await apiErrorOf(await merge(one.id, into))).details[0]?.message;
  expect(await messageOf(other.id)).toContain(
    'Has another customer address, grace@customer.example.',
  );
  expect(await messageOf(device.id)).toContain('Was sent from another device');
  expect(await messageOf(one.id)).toContain('Is this request itself');
  expect(await messageOf(theirs.id)).toContain('Is not a request of this account.');
  expect(await messageOf('PM-9999999')).toContain('Is not a request of this account.');
  await asSuperuser(
    database.kysely,
    `insert into support.organizations (tenant_id, id) values ('${tenant.id}', 'northwind')`,
  );
  const two = await submit();
  await asSuperuser(
    database.kysely,
    `update support.tickets set organization_id = 'northwind' where id = '${two.id}'`,
  );
  expect(await messageOf(two.id)).toContain('Belongs to another organization');
});
