import { expect, test } from 'vitest';
import { receiveMail } from '../../server/mail/in/inbound.ts';
import { updateManagedAgent } from '../../src/contract/adminAgent.ts';
import { getAccountSettings, updateAccountSettings } from '../../src/contract/adminSettings.ts';
import { getAgentTicket, listAgentTickets, updateTicket } from '../../src/contract/agent.ts';
import { listQueues, type RoutingRule } from '../../src/contract/routing.ts';
import type { TicketDraft } from '../../src/contract/ticket.ts';
import { openAdministration, operator } from './support/administration.ts';
import { call, callFor } from './support/agent.ts';
import { apiErrorOf, created, draft, post } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { identitySecret, signedHeaders } from './support/identity.ts';
import { newId } from './support/tenant.ts';

const database = openForFile();

const aMinuteADay = {
  time_zone: 'UTC',
  week: Array.from({ length: 7 }, () => [[0, 1]]),
  holidays: [],
};
const queues = [
  { id: 'billing', name: 'Billing' },
  { id: 'night', name: 'Night shift', business_hours: null },
];
const domain = `in-${newId()
  .toLowerCase()
  .replaceAll(/[^a-z0-9]/g, '')}.example`;

/** An account with these rules, which works one minute per day except for its night shift. */
async function open(rulesOf: (marta: string) => RoutingRule[]) {
  const account = await openAdministration(database, {
    identity_secrets: [identitySecret],
    business_hours: JSON.stringify(aMinuteADay),
    fields: JSON.stringify([{ id: 'area', label: 'Area', type: 'text', required: false }]),
  });
  const { app, of, tenant, invite } = account;
  const marta = await invite('agent', 'Marta Klein');
  const set = (body: object) => call(app, operator, updateAccountSettings, { ...of, body });
  await set({ routing: { queues, rules: rulesOf(marta.id) } });
  const visitor = { key: tenant.publishableKey, visitor: newId() };
  return {
    ...account,
    marta,
    set,
    async send(more: Partial<TicketDraft> = {}, headers: Record<string, string> = {}) {
      const { id } = await created(post(app, visitor, { ...draft, ...more }, headers));
      return call(app, marta, getAgentTicket, { params: { id } });
    },
    change: (id: string, body: object) =>
      callFor(app, marta, updateTicket, { params: { id }, body }),
    read: (id: string) => call(app, marta, getAgentTicket, { params: { id } }),
    list: async (query: Record<string, string>) =>
      (await call(app, marta, listAgentTickets, { query })).tickets.map(({ id }) => id),
  };
}

const hoursUntil = ({
  estimated_first_response: due,
}: {
  estimated_first_response: string | null;
}) => (Date.parse(due ?? '') - Date.now()) / 3_600_000;

test('the first matching rule sets a request’s queue, agent and tags', async () => {
  const { send, marta, list } = await open((assignee) => [
    { category: ['billing'], queue: 'billing', assignee, tags: ['money', 'money'] },
    { fields: { area: ['north'] }, language: ['es'], queue: 'night' },
  ]);
  const paid = await send({ category: 'billing' });
  expect(paid).toMatchObject({ queue: 'billing', assignee: { id: marta.id }, tags: ['money'] });
  const north = await send({ customFields: { area: 'north' }, context: { locale: 'es-MX' } });
  expect(north).toMatchObject({ queue: 'night', assignee: null, tags: [] });
  const other = await send();
  expect(other).toMatchObject({ queue: null, assignee: null, tags: [] });
  expect(await list({ queue: 'billing' })).toEqual([paid.id]);
  expect(await list({ queue: 'night' })).toEqual([north.id]);
  expect(await list({ queue: 'none' })).toEqual([other.id]);
  expect(await list({ queue: 'unknown' })).toEqual([]);
});

test('a tier and an organization only count if they are signed', async () => {
  const { send } = await open(() => [
    { tier: ['Gold'], queue: 'night' },
    { organization: ['northwind'], queue: 'billing' },
  ]);
  expect(await send({ customerTier: 'gold', tenantId: 'northwind' })).toMatchObject({
    queue: null,
  });
  const gold = await send({}, await signedHeaders({ tier: 'gold' }));
  expect(gold.queue).toBe('night');
  const theirs = await send({}, await signedHeaders({ org: { id: 'northwind' } }));
  expect(theirs.queue).toBe('billing');
});

test('an agent who was disabled later gets no request', async () => {
  const { app, of, invite, send, set } = await open(() => []);
  const { id } = await invite('agent', 'Bo Berg');
  await set({ routing: { queues, rules: [{ assignee: id }] } });
  const input = { ...of, params: { id }, body: { disabled: true } };
  await call(app, operator, updateManagedAgent, input);
  expect((await send()).assignee).toBeNull();
  const body = { routing: { queues, rules: [{ assignee: id }] } };
  const rejected = await callFor(app, operator, updateAccountSettings, { ...of, body });
  expect(await apiErrorOf(rejected)).toMatchObject({
    status: 422,
    details: [{ field: 'routing.rules.0.assignee' }],
  });
  expect((await call(app, operator, getAccountSettings, of)).routing.rules).toHaveLength(1);
});

test('the hours of a queue apply to its requests, and change with the queue', async () => {
  const { send, change, read } = await open(() => [{ category: ['billing'], queue: 'night' }]);
  const night = await send({ category: 'billing' });
  expect(hoursUntil(night)).toBeLessThan(4.1);
  const day = await send();
  expect(hoursUntil(day)).toBeGreaterThan(24 * 200);
  expect((await change(day.id, { queue: 'night' })).status).toBe(200);
  expect(hoursUntil(await read(day.id))).toBeLessThan(4.1);
  expect((await change(day.id, { queue: null })).status).toBe(200);
  expect(hoursUntil(await read(day.id))).toBeGreaterThan(24 * 200);
});

test('agents can move and tag requests, to queues of the account only', async () => {
  const { app, marta, send, change, read } = await open(() => []);
  expect((await call(app, marta, listQueues)).queues).toEqual(
    queues.map(({ id, name }) => ({ id, name })),
  );
  const { id } = await send();
  await change(id, { queue: 'billing', tags: ['vip'] });
  expect(await read(id)).toMatchObject({ queue: 'billing', tags: ['vip'] });
  const rejected = await change(id, { queue: 'unknown' });
  expect(await apiErrorOf(rejected)).toMatchObject({ status: 422, details: [{ field: 'queue' }] });
});

test('a request that is escalated later moves by its new priority', async () => {
  const { send, change, read, marta } = await open((assignee) => [
    { priority: ['critical'], queue: 'night', assignee, tags: ['urgent'] },
    { queue: 'billing', tags: ['plain'] },
  ]);
  const { id, escalated_at } = await send();
  expect(escalated_at).toBeNull();
  await change(id, { priority: 'critical' });
  const escalated = await read(id);
  expect(escalated).toMatchObject({
    queue: 'night',
    tags: ['plain', 'urgent'],
    assignee: { id: marta.id },
    escalated_at: expect.any(String),
  });
  expect(hoursUntil(escalated)).toBeLessThan(4.1);
  await change(id, { priority: 'low', queue: 'billing' });
  await change(id, { priority: 'critical' });
  const again = await read(id);
  expect(again).toMatchObject({ queue: 'billing', escalated_at: escalated.escalated_at });
});

test('rules apply to a request by mail too', async () => {
  const { set, list, read } = await open(() => [{ category: ['other'], queue: 'billing' }]);
  await set({ inbound_domain: domain, email_channel: true });
  const mail = { from: draft.email, envelopeFrom: draft.email, headers: {} };
  const message = { ...mail, messageId: `<${newId()}@x.example>`, subject: 'Hi', text: 'Hello' };
  await receiveMail(database.kysely, { ...message, to: [`help@${domain}`] });
  const [id = ''] = await list({ queue: 'billing' });
  expect(await read(id)).toMatchObject({ subject: 'Hi', queue: 'billing' });
});
