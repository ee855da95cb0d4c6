import { expect, test } from 'vitest';
import { requestRecords } from '../../server/queries/requestRecords.ts';
import { updateTicket, writeAgentMessage } from '../../src/contract/agent.ts';
import { rateTicket, reopenTicket } from '../../src/contract/message.ts';
import { call, openSession } from './support/agent.ts';
import { created, createTestApp, draft, post } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { identitySecret, signedHeaders } from './support/identity.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();

async function newRequest(more: object = {}, headers = {}) {
  const tenant = await createTenant(database.kysely, { identity_secrets: [identitySecret] });
  const app = createTestApp(database);
  const visitor = { key: tenant.publishableKey, visitor: newId() };
  const agent = await openSession(app, tenant);
  const { id } = await created(post(app, visitor, { ...draft, ...more }, headers));
  const params = { id };
  const record = async () => {
    const rows = await asSuperuser<Record<string, unknown>>(
      database.kysely,
      `select * from ${requestRecords} where tenant_id = '${tenant.id}'`,
    );
    expect(rows).toHaveLength(1);
    return rows[0];
  };
  const age = (seconds: number) =>
    asSuperuser(
      database.kysely,
      `update support.tickets set created_at = created_at - interval '${seconds} seconds'
       where id = '${id}'`,
    );
  return { app, visitor, agent, params, record, age };
}

test('a request has a record from the start', async () => {
  const { record } = await newRequest({ priority: 'high', customerTier: 'starter' });
  expect(await record()).toMatchObject({
    request_category: 'technical',
    request_priority: 'high',
    customer_tier: 'starter',
    routing_channel: 'ticket',
    resolution_time: null,
    customer_satisfaction: null,
    deflected_to_kb: false,
    escalated: false,
    timestamp: expect.any(Date),
    first_response_time: null,
    sla_breached: null,
  });
});

test('the record includes answer, resolution, rating and reopening', async () => {
  const { app, visitor, agent, params, record, age } = await newRequest();
  await age(600);
  const answer = { params, body: { body: 'Hello', internal: true } };
  await call(app, agent, writeAgentMessage, answer);
  expect(await record()).toMatchObject({ first_response_time: null });
  await call(app, agent, writeAgentMessage, { params, body: { body: 'Hello' } });
  await call(app, agent, updateTicket, { params, body: { status: 'resolved' } });
  const resolved = await record();
  expect(resolved).toMatchObject({ sla_breached: false, customer_satisfaction: null });
  for (const name of ['first_response_time', 'resolution_time']) {
    expect(resolved?.[name], name).toBeGreaterThanOrEqual(600);
    expect(resolved?.[name], name).toBeLessThan(660);
  }
  for (const score of [2, 5]) await call(app, visitor, rateTicket, { params, body: { score } });
  expect(await record()).toMatchObject({ customer_satisfaction: 5 });
  await call(app, visitor, reopenTicket, { params });
  expect(await record()).toMatchObject({ resolution_time: null, customer_satisfaction: 5 });
});

test('critical requests and those of signed enterprises are escalated, and stay escalated', async () => {
  const isEscalated = async (...request: Parameters<typeof newRequest>) =>
    (await (await newRequest(...request)).record())?.escalated;
  expect(await isEscalated({ priority: 'critical' })).toBe(true);
  expect(await isEscalated({}, await signedHeaders({ tier: 'Enterprise' }))).toBe(true);
  expect(await isEscalated({ customerTier: 'Enterprise' })).toBe(false);
  const { app, agent, params, record } = await newRequest();
  for (const priority of ['critical', 'low'] as const) {
    await call(app, agent, updateTicket, { params, body: { priority } });
    expect(await record()).toMatchObject({ escalated: true, request_priority: priority });
  }
});
