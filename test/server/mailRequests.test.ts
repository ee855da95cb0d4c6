import { expect, test } from 'vitest';
import { getAgentTicket } from '../../src/contract/agent.ts';
import { call } from './support/agent.ts';
import { openForFile } from './support/database.ts';
import { mailOf, openMailIn } from './support/mailIn.ts';

const database = openForFile();
const open = () => openMailIn(database);

test('a mail of a stranger opens a request if the account allows it', async () => {
  const { send, rejected, requests, allow, domain, app, agent } = await open();
  const first = mailOf({ From: 'Bob <bob@new.example>', Subject: 'Cannot log in' }, 'Since today.');
  const to = `help@${domain}`;
  expect(await send(first, to, 'bob@new.example')).toMatchObject({ reason: 'closed' });
  expect(await rejected()).toMatchObject([{ reason: 'closed', ticket_id: null }]);
  await allow();
  const second = first.replace(/Message-ID: \S+/, 'Message-ID: <two@new.example>');
  const result = await send(second, to, 'bob@new.example');
  expect(result).toMatchObject({ status: 'accepted', position: 1 });
  const [ticket] = await requests();
  expect(ticket).toMatchObject({
    subject: 'Cannot log in',
    customerEmail: 'bob@new.example',
    customerName: 'Bob',
    verified: false,
  });
  // Later mails of the thread belong to it, including those to the team's address.
  const more = mailOf(
    {
      From: 'Bob <bob@new.example>',
      Subject: 'Re: Cannot log in',
      References: '<two@new.example>',
    },
    'It works now.',
  );
  expect(await send(more, to, 'bob@new.example')).toMatchObject({ position: 2 });
  const { messages } = await call(app, agent, getAgentTicket, { params: { id: ticket?.id ?? '' } });
  expect(messages.map(({ body, channel }) => [body, channel])).toEqual([
    ['Since today.', 'email'],
    ['It works now.', 'email'],
  ]);
  // The envelope counts if the header has no valid address.
  const odd = mailOf({ From: 'Bob <bob@intern>' }, 'From a printer.');
  expect(await send(odd, to, 'bob@new.example')).toMatchObject({ status: 'accepted' });
  expect((await requests())[0]).toMatchObject({ customerEmail: 'bob@new.example' });
});

test('mails of a list, of a robot or of our own open no request', async () => {
  const { send, allow, domain, requests } = await open();
  await allow();
  const to = `help@${domain}`;
  const reason = async (headers: Record<string, string>, from = 'a@news.example') => {
    const result = await send(mailOf({ From: from, ...headers }, 'Text'), to, from);
    return result.status === 'rejected' ? result.reason : result.status;
  };
  expect(await reason({ 'List-Id': '<news.example>' })).toBe('list');
  expect(await reason({ 'Auto-Submitted': 'auto-generated' })).toBe('absence');
  expect(await reason({}, 'no-reply@acme.example')).toBe('closed');
  expect(await requests()).toHaveLength(1);
});

test.each([
  { 'List-Id': '<support.acme.example>', Precedence: 'list' },
  {
    'List-Id': '<x.groups.example>',
    'List-Post': '<https://g.example>, <mailto:help@acme.example>',
  },
])('a mail to a group of the account, which forwards it, opens a request: %j', async (headers) => {
  const { send, allow, domain } = await open();
  await allow();
  const mail = mailOf({ From: 'bob@new.example', ...headers }, 'It stopped.');
  expect(await send(mail, `help@${domain}`, 'bob@new.example')).toMatchObject({
    status: 'accepted',
  });
});

test('an address that sends too many mails opens no more requests for an hour', async () => {
  const { send, allow, domain } = await open();
  await allow();
  const write = () =>
    send(mailOf({ From: 'a@loop.example', Subject: 'Hi' }, 'Hi'), `x@${domain}`, 'a@loop.example');
  for (let sent = 0; sent < 20; sent += 1) expect(await write()).toMatchObject({ position: 1 });
  expect(await write()).toEqual({ status: 'rejected', reason: 'too_many' });
});

test('a mail to an unknown account is rejected', async () => {
  const { send } = await open();
  expect(await send(mailOf({}, 'Hello'), 'help@nobody.example')).toEqual({
    status: 'rejected',
    reason: 'unknown_address',
  });
});
