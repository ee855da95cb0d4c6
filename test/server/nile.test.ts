import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, inject, test } from 'vitest';
import { proveIsolation } from '../../server/db/canary.ts';
import { dumpTables } from '../../server/db/dump.ts';
import { isolationFor } from '../../server/db/isolation.ts';
import { migrate } from '../../server/db/migrate.ts';
import { openPostgres } from '../../server/db/postgres.ts';
import { inScope, type Scope } from '../../server/db/scope.ts';
import { claimDomain } from '../../server/queries/accountSettings.ts';
import { createBackend } from '../../server/start/backend.ts';
import { checkIsolation } from '../../server/start/doctor/database.ts';
import { demo, seedDemo } from '../../server/start/seed.ts';
import { listAgentTickets, updateTicket, writeAgentMessage } from '../../src/contract/agent.ts';
import { getTicket, rateTicket, replyToTicket } from '../../src/contract/message.ts';
import { getReport } from '../../src/contract/report.ts';
import { call } from './support/agent.ts';
import { created, draft, post, silent } from './support/api.ts';
import { asSuperuser, createOwnPostgres, isNile, openForFile } from './support/database.ts';
import { playNile, userUrl } from './support/playedNile.ts';
import { createTenant, newId } from './support/tenant.ts';

test('an address of NileDB is recognized', () => {
  expect(isolationFor('postgres://a:b@eu-central-1.db.thenile.dev:5432/support')).toBe('nile');
  expect(isolationFor('postgres://a:b@thenile.dev.example/support')).toBe('rls');
  expect(isolationFor('host=/var/run/postgresql')).toBe('rls');
});

describe.runIf(isNile)('on a Postgres that simulates NileDB', () => {
  const database = openForFile();
  const run = (query: string) => asSuperuser(database.kysely, query);

  test.each([
    [`create function x() returns int language sql as 'select 1'`, 'does not support'],
    [`create policy x on support.jobs using (true)`, 'does not support'],
    [`create role x`, 'permission denied'],
    [
      `create table support.x (tenant_id uuid, id uuid primary key)`,
      'tenant_id in every unique key',
    ],
    [
      `create table support.x (tenant_id uuid, id serial, primary key (tenant_id, id))`,
      'sequences',
    ],
    [
      `create table support.x (tenant_id uuid, name text references support.chores)`,
      'foreign keys',
    ],
    [`select pg_notify('x', 'x')`, 'permission denied'],
  ])('the simulation rejects: %s', async (query, reason) => {
    await expect(run(query)).rejects.toThrow(reason);
  });

  test('the simulation shows the rows of one tenant, and a transaction writes rows of one tenant', async () => {
    const [mine, theirs] = [
      await createTenant(database.kysely),
      await createTenant(database.kysely),
    ];
    const seen = (id: string) =>
      database.kysely.transaction().execute(async (trx) => {
        await sql`set local nile.tenant_id = ${sql.lit(id)}`.execute(trx);
        const { rows } = await sql<{ id: string }>`
          select distinct tenant_id as id from support.api_keys`.execute(trx);
        return rows;
      });
    expect(await seen(mine.id)).toEqual([{ id: mine.id }]);
    expect(await seen(randomUUID())).toEqual([]);
    await expect(
      run(
        `update support.api_keys set name = 'x' where tenant_id in ('${mine.id}', '${theirs.id}')`,
      ),
    ).rejects.toThrow('rows of one tenant');
    await expect(
      run(`insert into support.rate_buckets values (gen_random_uuid(), 'x', now(), 1)`),
    ).rejects.toThrow('does not know the tenant');
  });

  test('two servers can start concurrently on an empty database, and serve', async () => {
    const url = await createOwnPostgres({ isEmpty: true });
    await playNile(url);
    const start = () =>
      createBackend({
        databaseUrl: userUrl(url),
        databaseIsolation: 'nile',
        folder: join(inject('folder'), randomUUID()),
        attachmentSecret: 'x'.repeat(32),
        logger: silent,
      });
    const [first, second] = await Promise.all([start(), start()]);
    await seedDemo(first.database.kysely);
    await proveIsolation(second.database.kysely);
    expect(await checkIsolation(first.database)).toEqual([
      true,
      expect.stringContaining('nile.tenant_id'),
    ]);
    const me = { key: demo.publishableKey, visitor: newId() };
    const host = { key: demo.secretKey };
    const { id } = await created(post(first.app, me, draft));
    const params = { id };
    await call(second.app, host, writeAgentMessage, { params, body: { body: 'We look into it.' } });
    await call(first.app, me, replyToTicket, { params, body: { body: 'Thanks.' } });
    await call(first.app, host, updateTicket, { params, body: { status: 'resolved' } });
    await call(second.app, me, rateTicket, { params, body: { score: 5 } });
    const { messages, ticket } = await call(second.app, me, getTicket, { params });
    expect(ticket.status).toBe('resolved');
    expect(messages).toHaveLength(4);
    const { counts } = await call(first.app, host, listAgentTickets);
    expect(counts).toMatchObject({ all: 1, by_status: { resolved: 1 } });
    await call(first.app, host, getReport);
    await first.close();
    await second.close();
  });

  test('a domain belongs to the account that set it first', async () => {
    const domain = `in.${newId().toLowerCase()}.example`;
    const take = async (value: string | null, tenantId: string) => {
      const scope: Scope = { actor: 'operator', tenantId };
      return inScope(database.kysely, scope, (trx) => claimDomain(trx, value));
    };
    const [mine, theirs] = [
      await createTenant(database.kysely),
      await createTenant(database.kysely),
    ];
    expect(await take(domain, mine.id)).toBe(true);
    expect(await take(domain, theirs.id)).toBe(false);
    expect(await take(null, mine.id)).toBe(true);
    expect(await take(domain, theirs.id)).toBe(true);
  });

  test('a Postgres without isolation is not a NileDB, so the server does not start', async () => {
    const url = await createOwnPostgres({ isEmpty: true });
    const { kysely, close } = openPostgres(url, { isolation: 'nile' });
    await asSuperuser(kysely, 'create table public.tenants (id uuid primary key, name text)');
    await migrate(kysely);
    await proveIsolation(kysely);
    await createTenant(kysely);
    await expect(proveIsolation(kysely)).rejects.toThrow(
      'nile.tenant_id does not isolate accounts',
    );
    await close();
  });

  test('tables of another version are not changed, and a backup is named as the solution', async () => {
    const url = await createOwnPostgres();
    const { kysely, close } = openPostgres(userUrl(url), { isolation: 'nile' });
    await expect(dumpTables(kysely, async () => {})).rejects.toThrow('pg_dump');
    await asSuperuser(
      kysely,
      `insert into support_migrations.kysely_migration values ('9999_x', '')`,
    );
    await expect(migrate(kysely)).rejects.toThrow('of another version of the server (9999_x)');
    await close();
  });
});
