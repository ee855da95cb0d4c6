import { expect, test } from 'vitest';
import { Conversation } from '../../src/contract/message.ts';
import { TicketPage } from '../../src/contract/ticket.ts';
import { apiErrorOf, created, createTestApp, dataOf, draft, get, post } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { identitySecret, signedHeaders } from './support/identity.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();

async function newCaller(settings?: Parameters<typeof createTenant>[1]) {
  const tenant = await createTenant(database.kysely, settings);
  return { app: createTestApp(database), me: { key: tenant.publishableKey, visitor: newId() } };
}

test('a request is stored and returned as it was written', async () => {
  const { app, me } = await newCaller();
  const ticket = await created(post(app, me, { ...draft, userId: 'u1', mailtoAttempted: true }));
  expect(ticket).toMatchObject({
    ticket_number: 'PM-1001',
    status: 'new',
    subject: draft.subject,
    description: draft.description,
    customerEmail: draft.email,
    customerName: draft.name,
    priority: 'medium',
    category: 'technical',
    metadata: {
      source: 'website_form',
      user_id: 'u1',
      tenant_id: null,
      original_mailto_attempt: true,
    },
  });
  const read = await dataOf(await get(app, me, `support/tickets/${ticket.id}`), Conversation);
  expect(read.ticket).toEqual(ticket);
});

test('the incident that was shown before stays with the request', async () => {
  const { app, me } = await newCaller();
  const incident_id = '0b8f2a52-6d0e-4a39-9a52-3f8c1e1c0a11';
  const ticket = await created(post(app, me, { ...draft, incident_id }));
  expect(ticket.metadata.incident_id).toBe(incident_id);
});

test('a response is due after the tenant’s target, or earlier by a rule', async () => {
  const rules = [
    { priority: 'critical', minutes: 30 },
    { tier: 'enterprise', minutes: 60 },
  ];
  const { app, me } = await newCaller({
    first_response: JSON.stringify({ minutes: 240, rules }),
    identity_secrets: [identitySecret],
  });
  const minutes = async (more: object, headers = {}) => {
    const ticket = await created(post(app, me, { ...draft, ...more }, headers));
    return (
      (Date.parse(ticket.estimated_first_response ?? '') - Date.parse(ticket.created_at)) / 60_000
    );
  };
  expect(await minutes({})).toBe(240);
  expect(await minutes({ priority: 'critical' })).toBe(30);
  expect(await minutes({}, await signedHeaders({ tier: 'Enterprise' }))).toBe(60);
  // Unsigned values of a page have no effect.
  expect(await minutes({ customerTier: 'enterprise' })).toBe(240);
});

test('fifty concurrent requests get a number each, and a failed one leaves a gap', async () => {
  const { app, me } = await newCaller();
  const responses = await Promise.all(
    Array.from({ length: 60 }, (_, index) => {
      const category = index % 6 === 0 ? 'no such category' : 'technical';
      return post(app, me, { ...draft, category });
    }),
  );
  const numbers = await Promise.all(
    responses
      .filter(({ status }) => status === 201)
      .map(async (response) => (await created(response)).ticket_number),
  );
  expect(new Set(numbers).size).toBe(50);
  expect((await created(post(app, me, draft))).ticket_number).toBe('PM-1061');
});

test('two tenants have separate numbers, with their own prefix', async () => {
  const [a, b] = [await newCaller(), await newCaller({ ticket_prefix: 'ACME' })];
  expect((await created(post(a.app, a.me, draft))).ticket_number).toBe('PM-1001');
  expect((await created(post(b.app, b.me, draft))).ticket_number).toBe('ACME-1001');
});

test('the list shows one’s own requests, newest first, page by page', async () => {
  const { app, me } = await newCaller();
  for (let count = 1; count <= 5; count++)
    await post(app, me, { ...draft, subject: `No. ${count}` });
  await post(app, { ...me, visitor: newId() }, { ...draft, subject: 'Another visitor' });
  const first = await dataOf(await get(app, me, 'support/tickets?limit=3'), TicketPage);
  const second = await dataOf(
    await get(app, me, `support/tickets?limit=3&cursor=${first.next_cursor}`),
    TicketPage,
  );
  const subjects = [...first.tickets, ...second.tickets].map(({ subject }) => subject);
  expect(subjects).toEqual(['No. 5', 'No. 4', 'No. 3', 'No. 2', 'No. 1']);
  expect(second.next_cursor).toBeNull();
  expect(first.tickets[0]?.excerpt).toBe(draft.description);
});

test('an excerpt has 140 characters and splits none', async () => {
  const { app, me } = await newCaller();
  await post(app, me, { ...draft, description: '🐧'.repeat(200) });
  const { tickets } = await dataOf(await get(app, me, 'support/tickets'), TicketPage);
  expect(tickets[0]?.excerpt).toBe('🐧'.repeat(140));
});

test('requests that are not one’s own do not exist: unknown, malformed, another visitor’s, another tenant’s', async () => {
  const { app, me } = await newCaller();
  const stranger = await newCaller();
  const { id } = await created(post(app, me, draft));
  const wrong = [
    get(app, me, 'support/tickets/00000000-0000-4000-8000-000000000000'),
    get(app, me, 'support/tickets/PM-1001'),
    get(app, me, 'support/tickets/%00'),
    get(app, me, `support/tickets/${'x'.repeat(3_000)}`),
    get(app, { ...me, visitor: newId() }, `support/tickets/${id}`),
    get(app, stranger.me, `support/tickets/${id}`),
    get(app, { ...stranger.me, visitor: me.visitor }, `support/tickets/${id}`),
  ];
  for (const response of await Promise.all(wrong)) {
    expect(await apiErrorOf(response)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  }
  const list = await get(app, { ...stranger.me, visitor: me.visitor }, 'support/tickets');
  expect((await dataOf(list, TicketPage)).tickets).toEqual([]);
});

test.each([
  ['subject', { subject: ' ' }],
  ['subject', { subject: 'x'.repeat(201) }],
  ['description', { description: 'x'.repeat(20_001) }],
  ['description', { description: 'a\0b' }],
  ['description', { description: 'a\ud800b' }],
  ['name', { name: '\udfff' }],
  ['email', { email: 'nobody' }],
  ['email', { email: 'a@b.example\r\nBcc: c@d.example' }],
  ['priority', { priority: 'urgent' }],
  ['category', { category: 'no such category' }],
  ['subject', { subject: 7 }],
  ['mailtoAttempted', { mailtoAttempted: 'yes' }],
  ['context.url', { context: { url: 1 } }],
])('a wrong value is rejected with its field: %s %j', async (field, wrong) => {
  const { app, me } = await newCaller();
  const apiError = await apiErrorOf(await post(app, me, { ...draft, ...wrong }));
  expect(apiError).toMatchObject({ status: 422, code: 'VALIDATION_ERROR' });
  expect(apiError.details.map((detail) => detail.field)).toEqual([field]);
  expect((await dataOf(await get(app, me, 'support/tickets'), TicketPage)).tickets).toEqual([]);
});

test('fields that the contract does not know are ignored', async () => {
  const { app, me } = await newCaller();
  const more = { ...draft, status: 'resolved', ticket_number: 'PM-1', visitor_hash: 'x' };
  expect(await created(post(app, me, more))).toMatchObject({
    status: 'new',
    ticket_number: 'PM-1001',
  });
});

test.each(['limit=0', 'limit=101', 'limit=x', 'cursor=x', 'cursor=-1', 'cursor=99999999999'])(
  'a wrong query is rejected: %s',
  async (query) => {
    const { app, me } = await newCaller();
    const response = await get(app, me, `support/tickets?${query}`);
    expect(await apiErrorOf(response)).toMatchObject({ status: 422 });
  },
);
