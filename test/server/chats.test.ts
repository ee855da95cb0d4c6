import { expect, test } from 'vitest';
import { createKey } from '../../src/contract/adminKey.ts';
import { upsertIntegration } from '../../src/contract/integrationAdmin.ts';
import { openAdministration, operator } from './support/administration.ts';
import { call } from './support/agent.ts';
import { created, draft, post } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { identitySecret, signedHeaders } from './support/identity.ts';
import { newId } from './support/tenant.ts';

const database = openForFile();

async function open() {
  const { app, of, tenant } = await openAdministration(database, {
    identity_secrets: [identitySecret],
  });
  const host = { key: tenant.secretKey };
  const connect = async (more: object) => {
    const credentials = { bot_token: 'xoxb', channel: 'C1' };
    const body = { provider: 'slack', credentials, ...more };
    return (await call(app, host, upsertIntegration, { body })).id;
  };
  const chatsOf = async (key: string, headers = {}) => {
    const { id } = await created(post(app, { key, visitor: newId() }, draft, headers));
    const rows = await asSuperuser<{ chat: string }>(
      database.kysely,
      `select payload->>'chatId' as chat from support.jobs
       where type = 'chat_ticket' and payload->>'ticketId' = '${id}'`,
    );
    return rows.map(({ chat }) => chat);
  };
  return { app, of, tenant, connect, chatsOf };
}

test('a chat that only agents see is notified of a visitor’s request', async () => {
  const { tenant, connect, chatsOf } = await open();
  const hidden = await connect({ name: 'Team', visibility: 'agents' });
  const shown = await connect({ name: 'Everyone' });
  expect((await chatsOf(tenant.publishableKey)).sort()).toEqual([hidden, shown].sort());
});

test('the chat of a customer’s organization is not notified, even of its own requests', async () => {
  const { tenant, connect, chatsOf } = await open();
  await connect({ organization_id: 'northwind' });
  const org = { id: 'northwind', name: 'Northwind', plan: 'starter' };
  const headers = await signedHeaders({ sub: 'ada', org });
  expect(await chatsOf(tenant.publishableKey, headers)).toEqual([]);
});

test('no chat is notified of a test request', async () => {
  const { app, of, connect, chatsOf } = await open();
  await connect({});
  const body = { kind: 'publishable', mode: 'test', name: 'Test' };
  const { key } = await call(app, operator, createKey, { ...of, body });
  expect(await chatsOf(key)).toEqual([]);
});
