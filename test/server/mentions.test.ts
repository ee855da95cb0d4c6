import { expect, test } from 'vitest';
import { mentionMails } from '../../server/jobs/mentionMails.ts';
import type { Mail } from '../../server/mail/out/mailer.ts';
import { startWorker } from '../../server/queue/worker.ts';
import { listAgentTickets, updateTicket, writeAgentMessage } from '../../src/contract/agent.ts';
import { getTicket } from '../../src/contract/message.ts';
import { call, openSession } from './support/agent.ts';
import { created, createTestApp, draft, post, silent } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();

test('an agent who is mentioned in a note finds it in a list and gets a mail, and the visitor sees nothing', async () => {
  const tenant = await createTenant(database.kysely);
  const app = createTestApp(database);
  const visitor = { key: tenant.publishableKey, visitor: newId() };
  const { id, ticket_number } = await created(post(app, visitor, draft));
  const params = { id };
  const [marta, ines] = [
    await openSession(app, tenant),
    await openSession(app, tenant, 'Ines Ruiz'),
  ];
  const note = (body: string, internal = true) =>
    call(app, marta, writeAgentMessage, { params, body: { body, internal } });
  const mentionsOf = async (agent: typeof marta) => {
    const query = { mentioned: 'me', status: 'unresolved' };
    const { tickets, counts } = await call(app, agent, listAgentTickets, { query });
    return [tickets.length, counts.mentions];
  };
  await note('Hi @Ines Ruiz, in a reply', false);
  await note('No one, and me: @Marta Klein');
  expect(await mentionsOf(ines)).toEqual([0, 0]);
  await note('@ines ruiz: can you look?');
  expect(await mentionsOf(ines)).toEqual([1, 1]);
  expect(await mentionsOf(marta)).toEqual([0, 0]);

  const sent: Mail[] = [];
  const mailer = { send: async (mail: Mail) => void sent.push(mail), close: () => {} };
  const worker = startWorker({
    ...{ db: database.kysely, name: 'test', logger: silent },
    handlers: mentionMails(database.kysely, mailer),
  });
  await worker.idle();
  await worker.stop();
  expect(sent).toMatchObject([
    {
      to: { name: 'Ines Ruiz', address: 'ines.ruiz@acme.example' },
      subject: `[${ticket_number}] Marta Klein mentioned you: ${draft.subject}`,
      text: expect.stringContaining('can you look?'),
    },
  ]);
  const { messages } = await call(app, visitor, getTicket, { params });
  expect(JSON.stringify(messages)).not.toContain('can you look?');
  await call(app, marta, updateTicket, { params, body: { status: 'resolved' } });
  expect(await mentionsOf(ines)).toEqual([0, 0]);
});
