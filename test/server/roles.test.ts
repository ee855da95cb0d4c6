import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { prepareDatabase } from '../../server/db/prepare.ts';
import { inScope } from '../../server/db/scope.ts';
import { type Backend, createBackend } from '../../server/start/backend.ts';
import { demo, seedDemo } from '../../server/start/seed.ts';
import { updateTicket, writeAgentMessage } from '../../src/contract/agent.ts';
import { getTicket } from '../../src/contract/message.ts';
import { call } from './support/agent.ts';
import { created, draft, post, silent } from './support/api.ts';
import { type Cluster, postgresPrograms, startCluster } from './support/cluster.ts';
import { isPostgres } from './support/database.ts';
import { newId } from './support/tenant.ts';

/** Each start has its own database and owner, because roles belong to the cluster. */
describe.runIf(isPostgres).each(postgresPrograms())('Postgres of %s', (programs) => {
  let cluster: Cluster;
  let count = 0;
  const names: string[] = [];
  const running: Backend[] = [];
  beforeAll(async () => {
    cluster = await startCluster(programs);
  });
  afterEach(async () => {
    for (const backend of running.splice(0)) await backend.close();
    for (const name of names.splice(0)) await cluster.admin(`drop database ${name}`);
    await cluster.admin('drop role if exists support_app');
  });
  afterAll(() => cluster.stop());

  async function newOwner(rights: string) {
    const name = `owner_${++count}`;
    names.push(name);
    await cluster.admin(`create role ${name} login ${rights}`);
    await cluster.admin(`create database ${name} owner ${name}`);
    return { name, databaseUrl: cluster.url(name, name) };
  }

  async function start(databaseUrl: string): Promise<Backend> {
    const backend = await createBackend({
      databaseUrl,
      folder: join(inject('folder'), randomUUID()),
      attachmentSecret: 'x'.repeat(32),
      logger: silent,
    });
    running.push(backend);
    return backend;
  }

  /** Runs what visitors and agents do, with a trigger that has the permissions of the owner. */
  async function use({ app, database }: Backend): Promise<void> {
    await seedDemo(database.kysely);
    const me = { key: demo.publishableKey, visitor: newId() };
    const { id } = await created(post(app, me, draft));
    const host = { key: demo.secretKey };
    const params = { id };
    await call(app, host, writeAgentMessage, { params, body: { body: 'We look into it.' } });
    await call(app, host, updateTicket, { params, body: { status: 'resolved' } });
    const { messages, ticket } = await call(app, me, getTicket, { params });
    expect(ticket.status).toBe('resolved');
    const age = Date.now() - Date.parse(ticket.created_at);
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(60_000);
    expect(messages.map(({ author }) => author)).toEqual(['visitor', 'agent', 'system']);
  }

  async function startupError(databaseUrl: string): Promise<string> {
    const error = await start(databaseUrl).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'ConfigurationError' });
    return error instanceof Error ? error.message : '';
  }

  test('can be started by a superuser', async () => {
    const { databaseUrl } = await newOwner('superuser');
    await use(await start(databaseUrl));
  });

  test('can be started twice by an owner who can create roles', async () => {
    const { databaseUrl } = await newOwner('createrole');
    await use(await start(databaseUrl));
    await start(databaseUrl);
  });

  test('works the same with other defaults of the database', async () => {
    const { name, databaseUrl } = await newOwner('createrole');
    const defaults = {
      timezone: 'Asia/Kolkata',
      datestyle: 'German',
      intervalstyle: 'iso_8601',
      bytea_output: 'escape',
      extra_float_digits: '0',
      default_transaction_isolation: 'serializable',
    };
    for (const [parameter, value] of Object.entries(defaults))
      await cluster.admin(`alter database ${name} set ${parameter} to '${value}'`);
    const backend = await start(databaseUrl);
    await use(backend);
    const { rows } = await inScope(backend.database.kysely, { actor: 'server' }, (trx) =>
      sql<Record<string, string>>`select current_setting('TimeZone') as zone,
        current_setting('transaction_isolation') as isolation`.execute(trx),
    );
    expect(rows).toEqual([{ zone: 'UTC', isolation: 'read committed' }]);
  });

  test('can be started by concurrent processes without an existing role', async () => {
    const { databaseUrl } = await newOwner('createrole');
    await Promise.all([1, 2, 3].map(() => start(databaseUrl)));
  });

  /** Runs an administrator's command twice. */
  async function prepareAs(databaseUrl: string): Promise<string[]> {
    const admin = cluster.url('postgres', 'postgres');
    const made = await prepareDatabase(admin, databaseUrl);
    expect(await prepareDatabase(admin, databaseUrl)).toEqual([]);
    return made;
  }

  test('gives an owner who cannot create roles the command that helps', async () => {
    const { databaseUrl } = await newOwner('');
    expect(await startupError(databaseUrl)).toMatch(
      /ADMIN_DATABASE_URL=\S+ support-server prepare$/,
    );
    await prepareAs(databaseUrl);
    await use(await start(databaseUrl));
  });

  test('also requires the command for a second owner in the cluster, who did not create the role', async () => {
    await start((await newOwner('createrole')).databaseUrl);
    const { databaseUrl } = await newOwner('');
    expect(await startupError(databaseUrl)).toContain('support-server prepare');
    expect(await prepareAs(databaseUrl)).toEqual(['the right to use support_app']);
    await use(await start(databaseUrl));
  });

  test('lets an administrator who is not a superuser create a missing database', async () => {
    const admin = await newOwner('createrole createdb');
    const name = `made_${count}`;
    const databaseUrl = cluster.url(name, name);
    names.unshift(name);
    const made = await prepareDatabase(admin.databaseUrl, databaseUrl);
    expect(made).toEqual([
      `the user ${name}`,
      `the database ${name}`,
      'the role support_app',
      'the right to use support_app',
    ]);
    await use(await start(databaseUrl));
  });
});
