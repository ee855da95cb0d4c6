import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cleanAttachments } from '../../server/attachments/cleaning.ts';
import { digest } from '../../server/base/digest.ts';
import { getAgentTicket, writeAgentMessage } from '../../src/contract/agent.ts';
import { recordEvents } from '../../src/contract/event.ts';
import { erasePerson, exportPerson } from '../../src/contract/privacy.ts';
import { getReport } from '../../src/contract/report.ts';
import { call, callFor, openSession } from './support/agent.ts';
import { apiErrorOf, created, createTestApp, draft, post } from './support/api.ts';
import { articleOf, importFiles, rate } from './support/articles.ts';
import { folder, openTestAttachments } from './support/attachments.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { eventOf } from './support/events.ts';
import { plantRows } from './support/plantRows.ts';
import { createTenant, newId } from './support/tenant.ts';
import { plantFiles } from './support/upload.ts';

const database = openForFile();

/** A visitor with rows in every table. */
async function newPerson(app: ReturnType<typeof createTestApp>, tenant: Tenant, name: string) {
  const me = { key: tenant.publishableKey, visitor: newId() };
  const email = `${name}@customer.example`;
  const more = { email, name, description: `${name} wrote this`, userId: `user-${name}` };
  const ticket = await created(post(app, me, { ...draft, ...more }));
  await plantFiles(database.kysely, app, me);
  const agent = await openSession(app, tenant);
  const params = { id: ticket.id };
  const body = { body: `An answer to ${name}`, internal: false };
  await call(app, agent, writeAgentMessage, { params, body });
  await call(app, agent, writeAgentMessage, { params, body: { ...body, internal: true } });
  await rate(app, me, 'spf', { helpful: false, comment: `${name} was not helped` });
  const events = [
    eventOf('support_suggestion_shown', 30),
    eventOf('support_article_view', 29),
    eventOf('support_mailto_fallback', 28),
    eventOf('support_button_click', 1, { properties: { user_id: `user-${name}` } }),
  ];
  await call(app, me, recordEvents, { body: { events, distinct_id: `posthog-${name}` } });
  await plantRows(database.kysely, { tenant, ticketId: ticket.id, visitor: me.visitor, email });
  const names = [email, name, digest(me.visitor)];
  return { ...me, email, userId: `user-${name}`, ticket, names, traces: [...names, ticket.id] };
}
type Tenant = Awaited<ReturnType<typeof createTenant>>;

async function newTenant() {
  const tenant = await createTenant(database.kysely);
  await importFiles(database.kysely, tenant.id, { 'en/spf.md': articleOf('SPF') });
  const app = createTestApp(database);
  const staff = { key: tenant.secretKey };
  const read = (body: object) => call(app, staff, exportPerson, { body });
  const erase = (body: object) => call(app, staff, erasePerson, { body });
  return { tenant, app, staff, read, erase, add: (name: string) => newPerson(app, tenant, name) };
}

/** Returns tables with a row that contains one of the texts. */
async function tablesWith(texts: readonly string[]): Promise<string[]> {
  const tables = await asSuperuser<{ name: string }>(
    database.kysely,
    `select tablename as name from pg_tables where schemaname = 'support' order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const like = texts.map((text) => `row_to_json(t)::text ilike '%${text}%'`).join(' or ');
    const rows = await asSuperuser(
      database.kysely,
      `select 1 from support.${name} t where ${like} limit 1`,
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}

const everywhere = [
  'article_feedback',
  'attachments',
  'audit_log', // an id, which leads nowhere after the request was erased
  'deflections',
  'events',
  'idempotency_keys',
  'jobs',
  'mails',
  'message_terms',
  'messages',
  'oauth_states',
  'received_mails',
  'request_metrics',
  'response_timers',
  'tickets',
  'webhook_deliveries',
];

test.each(['visitor_id', 'user_id', 'email'] as const)(
  'by %s, all data of a person is exported, and no data of others',
  async (by) => {
    const { add, read } = await newTenant();
    const [ada, grace] = [await add(`ada-${newId()}`), await add(`grace-${newId()}`)];
    const key = { visitor_id: ada.visitor, user_id: ada.userId, email: ada.email.toUpperCase() };
    const found = await read({ [by]: key[by] });
    expect(found.tickets).toHaveLength(1);
    expect(found.messages.map(({ body }) => body)).toContain(ada.ticket.description);
    expect(found.messages.filter(({ internal }) => internal)).toHaveLength(1);
    for (const section of Object.values(found).filter(Array.isArray)) {
      expect(section.length).toBeGreaterThan(0);
    }
    const text = JSON.stringify(found);
    for (const trace of grace.traces) expect(text).not.toContain(trace);
    expect(text).not.toMatch(/reply_token|storage_key|tenant_id":"/);
    expect(found.attachments[0]?.url).toMatch(/^support\/attachments\/.*signature=/);
  },
);

test.each(['visitor_id', 'user_id', 'email'] as const)(
  'by %s, a person is erased everywhere, and no one else',
  async (by) => {
    const { add, app, staff, read, erase } = await newTenant();
    const [ada, grace] = [await add(`ada-${newId()}`), await add(`grace-${newId()}`)];
    expect(await tablesWith(ada.traces)).toEqual(
      everywhere.filter((table) => table !== 'response_timers'),
    );
    const before = await read({ visitor_id: grace.visitor });
    const { backlog, ...report } = await call(app, staff, getReport);
    const key = { visitor_id: ada.visitor, user_id: ada.userId, email: ada.email };
    const { deleted, anonymised, distinct_ids } = await erase({ [by]: key[by] });
    expect(deleted.tickets).toBe(1);
    for (const count of Object.values({ ...deleted, ...anonymised })) {
      expect(count).toBeGreaterThan(0);
    }
    expect(distinct_ids).toEqual([`posthog-${ada.email.split('@')[0]}`]);
    expect(await tablesWith(ada.traces)).toEqual(['audit_log']);
    expect(await tablesWith(ada.names)).toEqual([]);

    const after = await read({ visitor_id: grace.visitor });
    for (const name of ['tickets', 'messages', 'events', 'jobs', 'article_feedback'] as const) {
      expect(after[name]).toEqual(before[name]);
    }
    const { backlog: left, ...now } = await call(app, staff, getReport);
    expect(now).toEqual(report);
    expect(left.open).toBe(backlog.open - 1);
    const again = await erase({ [by]: key[by] });
    const counts = Object.values({ ...again.deleted, ...again.anonymised });
    expect(counts.filter((count) => count !== 0)).toEqual([]);
  },
);

test('files are removed from the store', async () => {
  const { add, erase } = await newTenant();
  const ada = await add(`ada-${newId()}`);
  const keys = await asSuperuser<{ storage_key: string }>(
    database.kysely,
    `select storage_key from support.attachments where visitor_hash = '${digest(ada.visitor)}'`,
  );
  const files = keys.map(({ storage_key }) => join(folder, 'files', storage_key));
  expect(files.map(existsSync)).toContain(true);
  await erase({ email: ada.email });
  await cleanAttachments(database.kysely, openTestAttachments());
  expect(files.map(existsSync)).not.toContain(true);
});

test('on a shared device, only the requests of the address are included', async () => {
  const { add, app, read, erase } = await newTenant();
  const ada = await add(`ada-${newId()}`);
  const { key, visitor } = ada;
  const other = await created(
    post(app, { key, visitor }, { ...draft, email: 'bob@customer.example', userId: 'bob' }),
  );
  expect((await read({ email: 'bob@customer.example' })).events.map(({ id }) => id)).toEqual([
    other.id,
  ]);
  const { deleted } = await erase({ email: 'bob@customer.example' });
  expect(deleted).toMatchObject({ tickets: 1, events: 1 });
  expect((await read({ visitor_id: visitor })).tickets).toHaveLength(1);
});

test('exactly one identifier is required, with the secret key of the tenant', async () => {
  const { tenant, app, staff, add } = await newTenant();
  const ada = await add(`ada-${newId()}`);
  for (const endpoint of [exportPerson, erasePerson]) {
    for (const body of [{}, { email: 'x' }, { email: ada.email, user_id: 'x' }, { user_id: ' ' }]) {
      expect((await callFor(app, staff, endpoint, { body })).status).toBe(422);
    }
    const body = { email: ada.email };
    const page = { key: tenant.publishableKey, visitor: ada.visitor };
    for (const caller of [await openSession(app, tenant), page]) {
      const response = await callFor(app, caller, endpoint, { body });
      expect(await apiErrorOf(response)).toMatchObject({ code: 'PERMISSION_DENIED' });
    }
    expect((await (await newTenant()).erase(body)).deleted.tickets).toBe(0);
  }
  await call(app, staff, getAgentTicket, { params: { id: ada.ticket.id } });
});
