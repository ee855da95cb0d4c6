import { expect, test } from 'vitest';
import { seedConversations } from '../../demo/server/conversations.ts';
import { demo, glacier, seedDemo } from '../../server/start/seed.ts';
import { listAgentTickets } from '../../src/contract/agent.ts';
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
    (await call(app, { key }, listAgentTickets)).tickets.map((ticket) => [
      ticket.customerName,
      ticket.organization?.name ?? null,
      ticket.queue,
      ticket.escalated_at !== null,
    ]);
  expect(await read(demo)).toEqual([
    ['Ada Lovelace', 'Northwind', 'priority', true],
    ['Ada Lovelace', 'Northwind', null, false],
    ['Sam', null, 'deliverability', false],
    ['Omar Haddad', 'Contoso', 'billing', false],
  ]);
  expect(await read(glacier)).toEqual([
    ['Yuki Tanaka', 'Fabrikam', null, true],
    ['Lena Fischer', 'Initech', null, false],
  ]);
});
