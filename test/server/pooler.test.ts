import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { migrate } from '../../server/db/migrate.ts';
import { openPostgres } from '../../server/db/postgres.ts';
import { createLiveHub } from '../../server/live/hub.ts';
import { listenForLive } from '../../server/live/listener.ts';
import { createBackend } from '../../server/start/backend.ts';
import { demo, seedDemo } from '../../server/start/seed.ts';
import type { AgentLiveEvent } from '../../src/contract/presence.ts';
import { listTickets } from '../../src/contract/ticket.ts';
import { call } from './support/agent.ts';
import { created, draft, post, silent } from './support/api.ts';
import { type Cluster, postgresPrograms, startCluster } from './support/cluster.ts';
import { isPostgres } from './support/database.ts';
import { newLog } from './support/log.ts';
import { missingPgbouncer, startPgbouncer } from './support/pgbouncer.ts';
import { newId } from './support/tenant.ts';
import { until } from './support/until.ts';

describe.runIf(isPostgres)('behind PgBouncer in transaction mode', () => {
  let cluster: Cluster;
  let bouncer: Awaited<ReturnType<typeof startPgbouncer>>;
  const cleanUps: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    if (missingPgbouncer !== undefined) return;
    const [programs = ''] = postgresPrograms();
    cluster = await startCluster(programs);
    await cluster.admin('create database support');
    bouncer = await startPgbouncer(cluster);
    const direct = openPostgres(cluster.url('postgres', 'support'));
    await migrate(direct.kysely);
    await seedDemo(direct.kysely);
    await direct.close();
  });
  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0)) await cleanUp();
  });
  afterAll(async () => {
    await bouncer?.stop();
    await cluster?.stop();
  });

  /** Streams of one visitor through these addresses. */
  async function listen(directUrl?: string) {
    const database = openPostgres(bouncer.url('support'), { directUrl });
    const hub = createLiveHub();
    const heard: AgentLiveEvent['type'][] = [];
    hub.listen({ tenantId: demo.tenantId }, ({ type }) => heard.push(type));
    const { lines, logger } = newLog();
    // Without LISTEN there are no notifications to wait for.
    const times = { everyMs: 200, ...(directUrl === undefined && { probeMs: 100 }) };
    const listening = await listenForLive(database, hub, logger, times);
    cleanUps.push(
      () => listening.stop(),
      () => database.close(),
    );
    return { heard, lines };
  }

  async function start() {
    const backend = await createBackend({
      databaseUrl: bouncer.url('support'),
      folder: join(inject('folder'), randomUUID()),
      attachmentSecret: 'x'.repeat(32),
      logger: silent,
    });
    cleanUps.push(() => backend.close());
    const me = { key: demo.publishableKey, visitor: newId() };
    return { app: backend.app, me, write: () => created(post(backend.app, me, draft)) };
  }

  test('many concurrent requests are served', async ({ skip }) => {
    skip(missingPgbouncer !== undefined, missingPgbouncer);
    const { app, me, write } = await start();
    await Promise.all(Array.from({ length: 20 }, write));
    expect((await call(app, me, listTickets)).tickets).toHaveLength(20);
  });

  test('a server without LISTEN logs it, and makes its streams resync', async ({ skip }) => {
    skip(missingPgbouncer !== undefined, missingPgbouncer);
    const { heard, lines } = await listen();
    await until(() => heard.filter((type) => type === 'resync').length > 2);
    expect(lines).toMatchObject([{ msg: expect.stringContaining('DATABASE_URL_DIRECT') }]);
  });

  test('with a direct address every change arrives', async ({ skip }) => {
    skip(missingPgbouncer !== undefined, missingPgbouncer);
    const { heard, lines } = await listen(cluster.url('postgres', 'support'));
    const { write } = await start();
    for (let count = 0; count < 5; count++) await write();
    await until(() => heard.filter((type) => type === 'ticket').length === 5);
    expect(lines).toEqual([]);
  });
});
