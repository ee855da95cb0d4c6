import { expect, test } from 'vitest';
import { seedConversations } from '../../demo/server/conversations.ts';
import { demo, glacier, seedDemo } from '../../server/start/seed.ts';
import { type AgentTicketSummary, listAgentTickets } from '../../src/contract/agent.ts';
import { TicketStatus } from '../../src/contract/ticket.ts';
import { call } from './support/agent.ts';
import { createTestApp } from './support/api.ts';
import { openForFile } from './support/database.ts';

const database = openForFile();

test('the demo has requests of four organizations in two accounts, created once', async () => {
  await seedDemo(database.kysely);
  const app = createTestApp(database);
  const fill = () => seedConversations(async (request) => app.request(request));
  await fill();
  await fill();
  const read = async ({ secretKey: key }: { secretKey: string }) =>
    (await call(app, { key }, listAgentTickets)).tickets;
  const columnsOf = ({ customerName, organization, queue, escalated_at }: AgentTicketSummary) => [
    customerName,
    organization?.name ?? null,
    queue,
    escalated_at !== null,
  ];
  const tickets = await read(demo);
  expect(tickets).toHaveLength(12);
  expect(tickets.map(columnsOf)).toEqual(
    expect.arrayContaining([
      ['Ada Lovelace', 'Northwind', 'priority', true],
      ['Ada Lovelace', 'Northwind', null, false],
      ['Sam', null, 'deliverability', false],
      ['Omar Haddad', 'Contoso', 'billing', false],
    ]),
  );
  expect(new Set(tickets.map(({ status }) => status))).toEqual(new Set(TicketStatus.options));
  expect((await read(glacier)).map(columnsOf)).toEqual([
    ['Yuki Tanaka', 'Fabrikam', null, true],
    ['Lena Fischer', 'Initech', null, false],
  ]);
});
