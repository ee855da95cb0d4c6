import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { deleteOldRows } from '../../server/queries/retention.ts';
import { recordEvents, TrackedName } from '../../src/contract/event.ts';
import { callFor } from './support/agent.ts';
import { apiErrorOf, created, createTestApp, dataOf, draft, post } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { eventOf, sendEvents } from './support/events.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();

interface EventRow {
  id: string;
  name: string;
  visitor_hash: string;
  timestamp: Date;
  properties: Record<string, unknown>;
}

async function newPage() {
  const tenant = await createTenant(database.kysely);
  const app = createTestApp(database);
  const caller = { key: tenant.publishableKey, visitor: newId() };
  const stored = () =>
    asSuperuser<EventRow>(
      database.kysely,
      `select * from support.events where tenant_id = '${tenant.id}' order by timestamp`,
    );
  const beacon = (body: unknown, headers: Record<string, string> = {}) =>
    app.request('/v1/support/events', {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain;charset=UTF-8', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { tenant, app, caller, stored, beacon };
}

test('events are stored once, however often they are sent', async () => {
  const { app, caller, stored } = await newPage();
  const events = TrackedName.options.map((name) => eventOf(name, 1, { properties: { n: 1 } }));
  expect(await sendEvents(app, caller, events)).toBe(events.length);
  expect(await sendEvents(app, caller, [...events, eventOf('support_search')])).toBe(1);
  const twins = [eventOf('support_search'), eventOf('support_search')].map((event) => ({
    ...event,
    id: '0A0A0A0A-0000-4000-8000-00000000000A',
  }));
  expect(await sendEvents(app, caller, twins)).toBe(1);
  expect(await stored()).toHaveLength(events.length + 2);
});

test('a batch that is sent many times concurrently is stored once', async () => {
  const { app, caller, stored } = await newPage();
  const events = [eventOf('support_suggestion_shown', 2), eventOf('support_article_view', 1)];
  const counts = await Promise.all(
    Array.from({ length: 8 }, () => sendEvents(app, caller, events)),
  );
  expect(counts.reduce((sum, count) => sum + count)).toBe(2);
  expect(await stored()).toHaveLength(2);
});

test('a beacon has key and visitor in a text body, and works like a request', async () => {
  const { app, caller, stored, beacon } = await newPage();
  const event = eventOf('support_panel_close', 1);
  const body = { ...caller, events: [event] };
  const reply = z.object({ stored: z.int() });
  expect(await dataOf(await beacon(body), reply)).toEqual({ stored: 1 });
  expect(await sendEvents(app, caller, [event, eventOf('support_panel_open')])).toBe(1);
  expect(new Set((await stored()).map(({ visitor_hash }) => visitor_hash)).size).toBe(1);
  const home = { Origin: 'https://app.acme.example' };
  expect((await beacon({ ...body, events: [] }, home)).status).toBe(200);
});

test('only pages of its key can send a beacon, and never with a secret key', async () => {
  const { tenant, caller, stored, beacon } = await newPage();
  const body = { ...caller, events: [eventOf('support_search')] };
  const elsewhere = await beacon(body, { Origin: 'https://evil.example' });
  expect(await apiErrorOf(elsewhere)).toMatchObject({ code: 'ORIGIN_NOT_ALLOWED' });
  const secret = await beacon({ ...body, key: tenant.secretKey });
  expect(await apiErrorOf(secret)).toMatchObject({ code: 'PERMISSION_DENIED' });
  const unknown = await beacon({ ...body, key: 'pk_unknown' });
  expect(await apiErrorOf(unknown)).toMatchObject({ code: 'INVALID_KEY' });
  const spaced = await beacon({ ...body, key: `${caller.key} x` });
  expect(await apiErrorOf(spaced)).toMatchObject({ code: 'INVALID_KEY' });
  for (const nothing of [{}, [], null, 7, { key: 7 }, { events: [] }]) {
    expect(await apiErrorOf(await beacon(nothing))).toMatchObject({
      code: 'AUTHENTICATION_REQUIRED',
    });
  }
  expect(await apiErrorOf(await beacon('{'))).toMatchObject({ code: 'MALFORMED_REQUEST' });
  const form = await beacon(body, { 'Content-Type': 'application/x-www-form-urlencoded' });
  expect(await apiErrorOf(form)).toMatchObject({ code: 'AUTHENTICATION_REQUIRED' });
  const large = await beacon({ ...body, more: 'x'.repeat(65_536) });
  expect(await apiErrorOf(large)).toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
  expect(await stored()).toEqual([]);
});

test('an event without a visitor is anonymous', async () => {
  const { app, caller, stored } = await newPage();
  const { key } = caller;
  expect(await sendEvents(app, { key }, [eventOf('support_menu_open')])).toBe(1);
  expect(await sendEvents(app, { key }, [eventOf('support_menu_open')])).toBe(1);
  expect(new Set((await stored()).map(({ visitor_hash }) => visitor_hash)).size).toBe(2);
  const wrong = await callFor(app, { key, visitor: 'short' }, recordEvents, {
    body: { events: [] },
  });
  expect(wrong.status).toBe(401);
});

test.each([
  ['a name out of the plan', { name: 'support_other' }],
  ['no id', { id: 'x' }],
  ['a time that is none', { timestamp: 'yesterday' }],
  ['a time that Postgres does not know', { timestamp: '0000-01-01T00:00:00Z' }],
  ['what a person wrote', { properties: { text: 'x'.repeat(201) } }],
  ['a list', { properties: { text: ['x'] } }],
  ['an object', { properties: { text: { a: 1 } } }],
  ['a name that is none', { properties: { 'Not so': 1 } }],
  ['text that cannot be stored', { properties: { text: '\ud800' } }],
  [
    'too many properties',
    { properties: Object.fromEntries(Array.from({ length: 33 }, (_, n) => [`p${n}`, n])) },
  ],
])('%s is rejected', async (_what, wrong) => {
  const { app, caller, stored } = await newPage();
  const body = { events: [{ ...eventOf('support_search'), ...wrong }] };
  const apiError = await apiErrorOf(await callFor(app, caller, recordEvents, { body }));
  expect(apiError).toMatchObject({ status: 422, code: 'VALIDATION_ERROR' });
  expect(await stored()).toEqual([]);
});

test('more than a hundred events are rejected', async () => {
  const { app, caller } = await newPage();
  const events = Array.from({ length: 101 }, () => eventOf('support_search'));
  expect((await callFor(app, caller, recordEvents, { body: { events } })).status).toBe(422);
  expect(await sendEvents(app, caller, events.slice(1))).toBe(100);
});

test('addresses and their queries are removed', async () => {
  const { app, caller, stored } = await newPage();
  const properties = {
    user_id: 'ada@customer.example',
    page: 'https://a.example/x?token=1',
    source: 'what? yes = no',
    score: 5,
  };
  await sendEvents(app, caller, [eventOf('support_csat_submit', 0, { properties })]);
  expect((await stored())[0]?.properties).toEqual({ source: 'what? yes = no', score: 5 });
});

test('a device clock that is ahead creates no future event', async () => {
  const { app, caller, stored } = await newPage();
  await sendEvents(app, caller, [eventOf('support_search', -48)]);
  expect((await stored())[0]?.timestamp.getTime()).toBeLessThanOrEqual(Date.now() + 1_000);
});

test('a request is an event, which the page can send too', async () => {
  const { app, caller, stored } = await newPage();
  const ticket = await created(post(app, caller, { ...draft, customerTier: 'starter' }));
  expect(await stored()).toMatchObject([
    {
      id: ticket.id,
      name: 'support_ticket_created',
      properties: {
        ticket_number: ticket.ticket_number,
        category: 'technical',
        priority: 'medium',
        customer_tier: 'starter',
        original_mailto_attempt: false,
      },
    },
  ]);
  const same = eventOf('support_ticket_created', 0, { id: ticket.id });
  expect(await sendEvents(app, caller, [same])).toBe(0);
});

test('events are deleted after 400 days', async () => {
  const { tenant, app, caller, stored } = await newPage();
  const names = ['support_suggestion_shown', 'support_search'] as const;
  await sendEvents(
    app,
    caller,
    names.map((name) => eventOf(name)),
  );
  await asSuperuser(
    database.kysely,
    `update support.events set received_at = now() - interval '401 days'
     where tenant_id = '${tenant.id}' and name = 'support_search'`,
  );
  await deleteOldRows(database.kysely);
  expect((await stored()).map(({ name }) => name)).toEqual(['support_suggestion_shown']);
});
