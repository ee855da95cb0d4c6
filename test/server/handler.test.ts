import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Schema } from '../../server/db/schema.ts';
import type { BackendOptions } from '../../server/start/backend.ts';
import { createHandler } from '../../server/start/handler.ts';
import { Ticket } from '../../src/contract/ticket.ts';
import { type Caller, dataOf, draft, headersOf, silent } from './support/api.ts';
import { createOwnPostgres, isPostgres } from './support/database.ts';
import { newLog } from './support/log.ts';
import { startS3 } from './support/s3.ts';
import { startSmtp } from './support/smtp.ts';
import { createTenant, newId } from './support/tenant.ts';
import { png } from './support/upload.ts';

const cleanUps: (() => unknown)[] = [];
afterAll(async () => {
  for (const cleanUp of cleanUps.reverse()) await cleanUp();
});

test('without Postgres or a file store, requests get 503 and the log names the variable', async () => {
  const { lines, logger } = newLog();
  const options = { folder: '/nowhere/db', logger };
  for (const missing of [options, { ...options, databaseUrl: 'postgres://x@127.0.0.1:1/x' }]) {
    const response = await createHandler(missing).fetch(new Request('http://localhost/healthz'));
    expect(response.status).toBe(503);
    expect(response.headers.get('Retry-After')).toBe('10');
  }
  expect(lines).toMatchObject([
    { reason: expect.stringContaining('Set DATABASE_URL to a Postgres database.') },
    { reason: expect.stringContaining('Set S3_ENDPOINT') },
  ]);
});

describe.runIf(isPostgres)('on a host that only runs during requests', () => {
  let options: BackendOptions & { databaseUrl: string };
  let smtp: Awaited<ReturnType<typeof startSmtp>>;
  let kysely: Kysely<Schema>;

  beforeAll(async () => {
    const root = mkdtempSync(join(tmpdir(), 'support-handler-'));
    const s3 = await startS3();
    smtp = await startSmtp();
    const databaseUrl = await createOwnPostgres();
    const pool = new pg.Pool({ connectionString: databaseUrl, application_name: 'test' });
    kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
    options = {
      databaseUrl,
      folder: join(root, 'db'),
      attachmentSecret: 'x'.repeat(32),
      s3: s3.options,
      smtpUrl: smtp.url,
      logger: silent,
    };
    cleanUps.push(
      () => rmSync(root, { recursive: true, force: true }),
      () => s3.close(),
      () => smtp.close(),
      () => kysely.destroy(),
    );
  });

  /** A visitor of a new account, and a request of theirs. */
  async function newVisitor() {
    const tenant = await createTenant(kysely);
    return { key: tenant.publishableKey, visitor: newId() };
  }
  const request = (caller: Caller, path: string, init: RequestInit = {}) =>
    new Request(`http://localhost/v1/${path}`, {
      ...init,
      headers: { ...headersOf(caller), 'Idempotency-Key': newId(), ...init.headers },
    });
  const ticketOf = (caller: Caller) =>
    request(caller, 'support/tickets', {
      method: 'POST',
      body: JSON.stringify(draft),
      headers: { 'Content-Type': 'application/json' },
    });
  /** Returns the recipients of the mails since the last call. */
  const recipients = () =>
    smtp.mails
      .splice(0)
      .flatMap(({ to }) => to)
      .toSorted();
  const openConnections = async () => {
    const { rows } = await sql`select 1 from pg_stat_activity
      where datname = current_database() and application_name <> 'test'`.execute(kysely);
    return rows.length;
  };

  test('mails are sent after the request, while the host is kept running', async () => {
    const handler = createHandler(options);
    const later: Promise<unknown>[] = [];
    const response = await handler.fetch(ticketOf(await newVisitor()), {
      waitUntil: (work) => later.push(work),
    });
    await dataOf(response, Ticket);
    expect(later).toHaveLength(1);
    await Promise.all(later);
    expect(recipients()).toEqual(['ada@customer.example', 'team@acme.example']);
  });

  test('if the host cannot be kept running, tick does all due work, including jobs that jobs queue', async () => {
    const handler = createHandler(options);
    const me = await newVisitor();
    await dataOf(await handler.fetch(ticketOf(me)), Ticket);
    expect(recipients()).toEqual([]);
    await handler.tick();
    expect(recipients()).toHaveLength(2);
    const left = await sql`select 1 from support.jobs where failed_at is null`.execute(kysely);
    expect(left.rows).toEqual([]);
    const chores = await sql`select 1 from support.chores where due_at <= now()`.execute(kysely);
    expect(chores.rows).toEqual([]);
  });

  test('reads start no work, and no connection outlives a request or a tick', async () => {
    const handler = createHandler(options);
    const me = await newVisitor();
    const later: Promise<unknown>[] = [];
    const waitUntil = (work: Promise<unknown>) => later.push(work);
    const asked = Array.from({ length: 12 }, () =>
      handler.fetch(request(me, 'support/tickets'), { waitUntil }),
    );
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses).toEqual(Array.from({ length: 12 }, () => 200));
    await handler.tick();
    expect(later).toEqual([]);
    await expect.poll(openConnections).toBe(0);
  });

  test('files are stored, even if the upload folder disappears after each request', async () => {
    const handler = createHandler(options);
    const me = await newVisitor();
    await handler.fetch(new Request('http://localhost/healthz'));
    rmSync(join(options.folder, '../attachments'), { recursive: true });
    const response = await handler.fetch(
      request(me, 'support/attachments', {
        method: 'POST',
        body: new Uint8Array(png),
        headers: { 'X-File-Name': 'picture.png' },
      }),
    );
    expect(response.status).toBe(201);
  });

  test('a handler that could not start retries on the next request', async () => {
    const { lines, logger } = newLog();
    const databaseUrl = await createOwnPostgres({ isEmpty: true });
    const handler = createHandler({ ...options, databaseUrl, logger });
    const health = () => handler.fetch(new Request('http://localhost/healthz'));
    expect((await health()).status).toBe(503);
    expect(lines).toMatchObject([
      { reason: expect.stringContaining('Run "support-server migrate"') },
    ]);
    const { openPostgres } = await import('../../server/db/postgres.ts');
    const { migrate } = await import('../../server/db/migrate.ts');
    const database = openPostgres(databaseUrl);
    await migrate(database.kysely);
    await database.close();
    expect((await health()).status).toBe(200);
  });

  test('the address from the host determines the network that is limited', async () => {
    const rateLimits = { keyPerHour: 0, visitorPerMinute: 0, networkPerMinute: 2 };
    const handler = createHandler({ ...options, rateLimits });
    const me = await newVisitor();
    const from = async (address: string) =>
      (await handler.fetch(request(me, 'support/config'), { address })).status;
    const first = [await from('8.8.4.7'), await from('8.8.4.8'), await from('8.8.4.9')];
    expect(first).toEqual([200, 200, 429]);
    expect(await from('9.9.9.9')).toBe(200);
  });
});
