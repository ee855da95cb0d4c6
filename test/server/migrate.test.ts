import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { proveIsolation } from '../../server/db/canary.ts';
import { migrate } from '../../server/db/migrate.ts';
import { down, up } from '../../server/db/migrations/0053_chats.ts';
import { openPostgres } from '../../server/db/postgres.ts';
import { demo, seedDemo } from '../../server/start/seed.ts';
import { createTestApp, get } from './support/api.ts';
import { asSuperuser, createOwnPostgres, isPostgres, openForFile } from './support/database.ts';

const database = openForFile();

test('a second migration and a second seed change nothing', async () => {
  await migrate(database.kysely);
  for (let count = 0; count < 2; count++) await seedDemo(database.kysely);
  const app = createTestApp(database);
  for (const key of [demo.publishableKey, demo.secretKey]) {
    expect((await get(app, { key }, 'support/config')).status).toBe(200);
  }
});

test('an older demo gets what its pages need, and keeps its changes', async () => {
  await seedDemo(database.kysely);
  const of = `where id = '${demo.tenantId}'`;
  await asSuperuser(
    database.kysely,
    `update support.tenants set connect_by = 'verified', identity_secrets = '{}', name = 'Mine' ${of}`,
  );
  await seedDemo(database.kysely);
  expect(
    await asSuperuser(
      database.kysely,
      `select connect_by, name, cardinality(identity_secrets) as secrets from support.tenants ${of}`,
    ),
  ).toEqual([{ connect_by: 'visitor', name: 'Mine', secrets: 1 }]);
});

describe.runIf(isPostgres)('on a real Postgres', () => {
  test('concurrent migrations run one after the other', async () => {
    const url = await createOwnPostgres({ isEmpty: true });
    const processes = Array.from({ length: 4 }, () => openPostgres(url));
    await Promise.all(processes.map(({ kysely }) => migrate(kysely)));
    for (const { kysely } of processes) await proveIsolation(kysely);
    await Promise.all(processes.map(({ close }) => close()));
  });

  test('a login without rights over other roles can migrate and serve', async () => {
    const url = new URL(await createOwnPostgres({ isEmpty: true }));
    const name = url.pathname.slice(1);
    const admin = openPostgres(url.href);
    await asSuperuser(
      admin.kysely,
      `create role owner_${name} login password 'x' in role support_app`,
    );
    await asSuperuser(admin.kysely, `grant create on database ${name} to owner_${name}`);
    url.username = `owner_${name}`;
    url.password = 'x';
    const { kysely, close } = openPostgres(url.href);
    await migrate(kysely);
    await proveIsolation(kysely);
    await seedDemo(kysely);
    // Even the owner of the tables sees no row outside of a tenant's transaction.
    expect(await kysely.withSchema('support').selectFrom('tenants').selectAll().execute()).toEqual(
      [],
    );
    // The RLS policies also hold for the owner, but a migration has to find older data.
    const pool = new pg.Pool({ connectionString: url.href });
    const owner = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
    await down(owner);
    await asSuperuser(
      admin.kysely,
      `insert into support.integrations (tenant_id, provider, name, category)
       values ('${demo.tenantId}', 'slack', 'Team', 'communication')`,
    );
    await up(owner);
    await owner.destroy();
    const chats = 'select name from support.chats join support.integrations on id = integration_id';
    expect(await asSuperuser(admin.kysely, chats)).toContainEqual({ name: 'Team' });
    await proveIsolation(kysely);
    await close();
    await admin.close();
  });
});
