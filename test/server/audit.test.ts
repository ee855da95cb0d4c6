import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { entryOf, isAudited } from '../../server/http/audited.ts';
import { disconnectIntegration, finishConnect } from '../../src/contract/connect.ts';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import { checkIntegration } from '../../src/contract/integration.ts';
import { upsertIntegration } from '../../src/contract/integrationAdmin.ts';
import { syncIntegration } from '../../src/contract/sync.ts';
import { openAdministration, operator } from './support/administration.ts';
import { call, callFor, openSession } from './support/agent.ts';
import { created, draft, post } from './support/api.ts';
import { auditedUses } from './support/auditedUses.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { openOAuth } from './support/oauth.ts';
import { newId } from './support/tenant.ts';
import { table } from './support/tryPairings.ts';

const database = openForFile();
const oauth = openOAuth(database);

interface Entry {
  actor: string;
  action: string;
  text: string;
  facts: unknown;
}

/** Returns the entries of an account's log after the known ones. */
const entriesOf = (tenantId: string, known: number) =>
  asSuperuser<Entry>(
    database.kysely,
    `select actor, action, to_jsonb(entry)::text as text, coalesce(before, after) as facts
     from support.audit_log as entry
     where tenant_id = '${tenantId}' order by id offset ${known}`,
  );

/** Returns entries of the operator's log, which includes deleted accounts. */
const ofOperator = (id: string) =>
  asSuperuser<{ action: string }>(
    database.kysely,
    `select action from support.operator_log where target = '${id}' order by id desc limit 1`,
  );

const reply = z.object({
  data: z.looseObject({
    id: z.optional(z.string()),
    agent: z.optional(z.looseObject({ id: z.string() })),
  }),
});

const actionOf = (endpoint: Endpoint) =>
  entryOf(
    endpoint,
    { by: { actor: 'key', actor_id: null, actor_name: null }, params: {}, requestId: '' },
    {},
  ).action;

/** Actions that their name and target fully describe. */
const saysAll = [
  'POST agent/sessions',
  'GET agent/tickets/{id}',
  'POST agent/tickets/{id}/messages',
  'POST agent/attachments',
  'POST agent/articles/pictures',
  'POST agent/webhooks/{id}/test',
  'POST agent/deliveries/{id}/retry',
  'POST agent/jobs/dead/{id}/retry',
  'GET agent/mails/rejected',
];

/** Actions in the tests of connecting, which need a provider. */
const ofVisitors = [checkIntegration, syncIntegration, finishConnect, disconnectIntegration];

test('every change and recorded read of the team adds one entry, without secrets and texts of visitors', async () => {
  const { app, tenant, of } = await openAdministration(database);
  const host = { key: tenant.secretKey };
  const words = { subject: 'walrus', description: 'walrus', name: 'walrus' };
  const sender = { key: tenant.publishableKey, visitor: newId() };
  const ticket = await created(post(app, sender, { ...draft, ...words }));
  const { id: second } = await created(post(app, sender, { ...draft, ...words }));
  await asSuperuser(
    database.kysely,
    `insert into support.jobs (tenant_id, id, type, payload, failed_at, last_error)
     values ('${tenant.id}', gen_random_uuid(), 'ping', '{}', now(), 'x')`,
  );
  await asSuperuser(
    database.kysely,
    `insert into support.missed_searches (tenant_id, locale, query)
     values ('${tenant.id}', 'en', 'gone')`,
  );
  const [job] = await asSuperuser<{ id: string }>(
    database.kysely,
    `select id from support.jobs where tenant_id = '${tenant.id}' and failed_at is not null`,
  );
  const ids: Record<string, string> = {
    second,
    ticket: ticket.id,
    job: job?.id ?? '',
    tenant: tenant.id,
  };
  const secrets = ['walrus', 'hunter22', tenant.secretKey];
  const used: string[] = [];
  const session = await openSession(app, tenant);
  for (const { endpoint, input, remember, isOfAgent } of auditedUses) {
    const known = (await entriesOf(tenant.id, 0)).length;
    const isManaged = endpoint.access === 'admin' || endpoint.access === 'operator';
    const caller = isOfAgent ? session : isManaged ? operator : host;
    const response = await callFor(app, caller, endpoint, { ...of, ...input(ids) });
    const text = await response.text();
    expect([endpoint.path, response.status, text]).toEqual([
      endpoint.path,
      expect.toBeOneOf([200, 201]),
      text,
    ]);
    const { data } = z.parse(reply, JSON.parse(text));
    if (remember !== undefined) ids[remember] = data.id ?? data.agent?.id ?? '';
    for (const name of ['key', 'token', 'secret', 'secret_key', 'publishable_key']) {
      if (typeof data[name] === 'string') secrets.push(data[name]);
    }
    const account = endpoint.path === 'admin/accounts' ? String(data.id) : tenant.id;
    used.push(actionOf(endpoint));
    if (endpoint.access === 'operator') {
      expect(await ofOperator(String(data.id))).toEqual([{ action: actionOf(endpoint) }]);
    }
    if (endpoint.method === 'DELETE' && endpoint.access === 'operator') continue;
    const entries = await entriesOf(account, account === tenant.id ? known : 0);
    expect(entries.map(({ actor, action }) => [actor, action])).toEqual([
      [isOfAgent ? 'agent' : isManaged ? 'operator' : 'key', actionOf(endpoint)],
    ]);
    for (const secret of secrets) expect(entries[0]?.text).not.toContain(secret);
    if (!saysAll.includes(actionOf(endpoint))) expect(entries[0]?.facts).toEqual(expect.anything());
  }
  const wanted = table
    .filter(isAudited)
    .filter((one) => !ofVisitors.some((by) => by.path === one.path));
  expect(used.toSorted()).toEqual(wanted.map(actionOf).toSorted());
});

test('visitors’ actions on connections add one entry each, which does not identify the visitor', async () => {
  const { app, tenant, page, id, connect } = await oauth.open();
  const known = (await entriesOf(tenant.id, 0)).length;
  const host = { key: tenant.secretKey };
  await connect();
  const params = { id };
  await call(app, page, checkIntegration, { params });
  await call(app, page, syncIntegration, { params });
  await call(app, page, disconnectIntegration, { params });
  await call(app, host, upsertIntegration, {
    body: { provider: 'google', credentials: { access_token: 'hunter22' } },
  });
  const entries = await entriesOf(tenant.id, known);
  expect(entries.map(({ actor, action }) => [actor, action])).toEqual([
    ['visitor', actionOf(finishConnect)],
    ['visitor', actionOf(checkIntegration)],
    ['visitor', actionOf(syncIntegration)],
    ['visitor', actionOf(disconnectIntegration)],
    ['key', actionOf(upsertIntegration)],
  ]);
  for (const { text } of entries) {
    expect(text).not.toContain(page.visitor);
    expect(text).not.toContain('hunter22');
  }
});

test('a rejected or repeated change adds no entry', async () => {
  const { app, tenant } = await openAdministration(database);
  const host = { key: tenant.secretKey };
  const reply = table.find(
    ({ path, method }) => path === 'agent/tickets/{id}/messages' && method === 'POST',
  );
  const ticket = await created(post(app, { key: tenant.publishableKey, visitor: newId() }, draft));
  if (reply === undefined) throw new Error('The contract has an endpoint for replies.');
  const send = (body: string, idempotencyKey: string) =>
    callFor(app, host, reply, { params: { id: ticket.id }, body: { body }, idempotencyKey });
  const key = newId();
  expect((await send('', newId())).status).toBe(422);
  expect([(await send('Hello', key)).status, (await send('Hello', key)).status]).toEqual([
    201, 201,
  ]);
  expect(await entriesOf(tenant.id, 0)).toHaveLength(1);
});
