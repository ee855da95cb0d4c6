import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { inScope, type Scope } from '../../server/db/scope.ts';
import { openSession } from './support/agent.ts';
import { created, createTestApp, draft, post } from './support/api.ts';
import { ofOneArticle, plantArticle } from './support/articles.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { eventOf, sendEvents } from './support/events.ts';
import { ofOneIntegration, plantIntegration } from './support/integrations.ts';
import { createTenant, newId, plantOfServer, type TestTenant } from './support/tenant.ts';
import { plantFiles } from './support/upload.ts';

const database = openForFile();
const allTables = `select tablename as name from pg_tables where schemaname = 'support' order by 1`;
const tables = () => asSuperuser<{ name: string }>(database.kysely, allTables);

let mine: TestTenant;
let theirs: TestTenant;
const visitor = newId();
const denied = /row-level security|permission denied/;

beforeAll(async () => {
  [mine, theirs] = [await createTenant(database.kysely), await createTenant(database.kysely)];
  const rateLimits = { keyPerHour: 1_000, visitorPerMinute: 0, networkPerMinute: 0 };
  const app = createTestApp(database, { rateLimits });
  for (const tenant of [mine, theirs]) {
    const me = { key: tenant.publishableKey, visitor };
    await created(post(app, me, draft));
    await plantFiles(database.kysely, app, me);
    await openSession(app, tenant);
    await sendEvents(app, me, [eventOf('support_suggestion_shown')]);
    await plantArticle(database, tenant, visitor);
    await plantIntegration(database.kysely, tenant.id);
    await plantOfServer(database.kysely, tenant.id);
  }
});

/** Runs SQL under the low role without any settings. */
function asNoTenant<Row>(query: string): Promise<Row[]> {
  return database.kysely.transaction().execute(async (trx) => {
    await sql`select set_config('role', 'support_app', true)`.execute(trx);
    return (await sql.raw<Row>(query).execute(trx)).rows;
  });
}

test('every table has rows, so that the tests below are meaningful', async () => {
  for (const { name } of await tables()) {
    expect(await asSuperuser(database.kysely, `select 1 from support.${name}`), name).not.toEqual(
      [],
    );
  }
});

test('without settings, the low role sees no row of any table', async () => {
  for (const { name } of await tables()) {
    expect(await asNoTenant(`select 1 from support.${name}`), name).toEqual([]);
  }
});

test('without settings, the low role changes and adds no row of any table', async () => {
  for (const { name } of await tables()) {
    const columns = await asSuperuser<{ name: string }>(
      database.kysely,
      `select column_name as name from information_schema.columns
       where table_schema = 'support' and table_name = '${name}'`,
    );
    const list = columns.map((column) => column.name).join(', ');
    const before = await asSuperuser(database.kysely, `select * from support.${name}`);
    const [row] = await asSuperuser<{ json: string }>(
      database.kysely,
      `select row_to_json(t)::text as json from support.${name} t limit 1`,
    );
    const copy = `select ${list} from json_populate_record(null::support.${name}, $$${row?.json}$$)`;
    const insert = asNoTenant(`insert into support.${name} (${list}) ${copy}`);
    await expect(insert, name).rejects.toThrow(denied);
    for (const write of [
      `update support.${name} set ${columns[0]?.name} = ${columns[0]?.name}`,
      `delete from support.${name}`,
      `truncate support.${name}`,
    ]) {
      await asNoTenant(write).catch((error: unknown) =>
        expect(String(error), write).toMatch(denied),
      );
    }
    expect(await asSuperuser(database.kysely, `select * from support.${name}`)).toEqual(before);
  }
});

async function seen(scope: Scope): Promise<Record<string, number>> {
  const names = await tables();
  return inScope(database.kysely, scope, async (trx) => {
    const counts: Record<string, number> = {};
    for (const { name } of names) {
      const { rows } = await sql.raw(`select 1 from ${name}`).execute(trx);
      if (rows.length > 0) counts[name] = rows.length;
    }
    return counts;
  });
}

test('an unknown tenant or key sees nothing', async () => {
  const tenantId = randomUUID();
  expect(await seen({ actor: 'visitor', tenantId, visitorHash: 'x' })).toEqual({});
  expect(await seen({ actor: 'operator', tenantId })).toEqual({});
  expect(await seen({ actor: 'auth', keyHash: 'x' })).toEqual({});
});

test('an unknown visitor only sees the tenant’s settings, articles and integrations', async () => {
  const scope: Scope = { actor: 'visitor', tenantId: mine.id, visitorHash: 'x' };
  const open = { tenants: 1, ticket_counters: 1, ...ofOneArticle, ...ofOneIntegration };
  expect(await seen(scope)).toEqual(open);
  expect(await seen({ actor: 'visitor', tenantId: mine.id })).toEqual(open);
});

test('internal notes never reach a visitor', async () => {
  const [ticket] = await asSuperuser<{ id: string; hash: string }>(
    database.kysely,
    `select id, visitor_hash as hash from support.tickets where tenant_id = '${mine.id}'`,
  );
  if (ticket === undefined) throw new Error('There is a ticket.');
  await asSuperuser(
    database.kysely,
    `insert into support.messages (tenant_id, ticket_id, position, visitor_hash, author, internal, body, metadata)
     values ('${mine.id}', '${ticket.id}', -1, '${ticket.hash}', 'agent', true, 'Between us', '{}')`,
  );
  const bodies = (scope: Scope) =>
    inScope(database.kysely, scope, (trx) => trx.selectFrom('messages').select('body').execute());
  const visitorScope: Scope = { actor: 'visitor', tenantId: mine.id, visitorHash: ticket.hash };
  expect(await bodies(visitorScope)).toEqual([{ body: draft.description }]);
  expect(await bodies({ actor: 'worker', tenantId: mine.id })).toHaveLength(2);
});

test('a visitor cannot write in another’s name or as an agent, or change settings', async () => {
  const scope: Scope = { actor: 'visitor', tenantId: mine.id, visitorHash: 'x' };
  const [ticket] = await asSuperuser<{ id: string; hash: string }>(
    database.kysely,
    `select id, visitor_hash as hash from support.tickets where tenant_id = '${mine.id}'`,
  );
  const message = (values: string) =>
    `insert into messages (tenant_id, ticket_id, position, visitor_hash, author, internal, body, metadata) values (${values})`;
  const attempts = [
    message(`'${mine.id}', '${ticket?.id}', 3, '${ticket?.hash}', 'visitor', false, 'x', '{}'`),
    message(`'${mine.id}', '${ticket?.id}', 3, 'x', 'agent', false, 'x', '{}'`),
    message(`'${theirs.id}', '${ticket?.id}', 3, 'x', 'visitor', false, 'x', '{}'`),
    `insert into jobs (tenant_id, id, type, payload) values ('${theirs.id}', '${randomUUID()}', 'x', '{}')`,
    `insert into api_keys (hash, tenant_id, kind) values ('x', '${mine.id}', 'secret')`,
  ];
  for (const attempt of attempts) {
    const write = inScope(database.kysely, scope, (trx) => sql.raw(attempt).execute(trx));
    await expect(write, attempt).rejects.toThrow(denied);
  }
  // Invisible rows cannot be changed. A visitor's own rows cannot be given away, nor those of
  // others taken over.
  for (const change of [`update tenants set name = 'x'`, `update tickets set visitor_hash = 'x'`]) {
    await inScope(database.kysely, scope, (trx) => sql.raw(change).execute(trx));
  }
  const own: Scope = { actor: 'visitor', tenantId: mine.id, visitorHash: ticket?.hash };
  const gift = inScope(database.kysely, own, (trx) =>
    sql.raw(`update tickets set visitor_hash = 'x'`).execute(trx),
  );
  await expect(gift).rejects.toThrow(denied);
  expect(
    await asSuperuser(database.kysely, `select 1 from support.tickets where visitor_hash = 'x'`),
  ).toEqual([]);
  const renamed = `select 1 from support.tenants where name = 'x'`;
  expect(await asSuperuser(database.kysely, renamed)).toEqual([]);
});

test('a message in another’s ticket cannot be created, even under one’s own name', async () => {
  const [ticket] = await asSuperuser<{ id: string }>(
    database.kysely,
    `select id from support.tickets where tenant_id = '${mine.id}'`,
  );
  const scope: Scope = { actor: 'visitor', tenantId: mine.id, visitorHash: 'x' };
  const write = inScope(database.kysely, scope, (trx) =>
    sql
      .raw(`insert into messages (ticket_id, position, author, body, metadata)
            values ('${ticket?.id}', 9, 'visitor', 'x', '{}')`)
      .execute(trx),
  );
  await expect(write).rejects.toThrow(/foreign key/);
});
test('the settings of a transaction end with it', async () => {
  await inScope(database.kysely, { actor: 'worker', tenantId: mine.id }, async () => {});
  expect(await asNoTenant('select 1 from support.tickets')).toEqual([]);
});

test('concurrent transactions only see their own rows', async () => {
  const names = await Promise.all(
    Array.from({ length: 40 }, (_, index) => {
      const tenantId = index % 2 === 0 ? mine.id : theirs.id;
      return inScope(database.kysely, { actor: 'operator', tenantId }, async (trx) => {
        const rows = await trx.selectFrom('tenants').select('id').execute();
        return rows.every(({ id }) => id === tenantId) && rows.length === 1;
      });
    }),
  );
  expect(names).not.toContain(false);
});
