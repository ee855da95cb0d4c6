import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { explainDatabaseFailure } from '../../server/db/explainFailure.ts';
import { createBackend } from '../../server/start/backend.ts';
import { explainStartFailure } from '../../server/start/startup.ts';
import { silent } from './support/api.ts';
import { type Cluster, freePort, postgresPrograms, startCluster } from './support/cluster.ts';
import { isPostgres } from './support/database.ts';
import { newLog } from './support/log.ts';
import { until } from './support/until.ts';

const [programs = ''] = postgresPrograms();

function start(databaseUrl: string, more: { databaseWaitSeconds: number; logger?: typeof silent }) {
  return createBackend({
    databaseUrl,
    folder: join(inject('folder'), randomUUID()),
    attachmentSecret: 'x'.repeat(32),
    logger: silent,
    ...more,
  });
}

async function sentenceOf(databaseUrl: string): Promise<string | undefined> {
  const error = await start(databaseUrl, { databaseWaitSeconds: 0 }).catch(
    (reason: unknown) => reason,
  );
  return explainStartFailure(error);
}

describe.runIf(isPostgres)('a start on Postgres', () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster(programs);
    await cluster.admin('create role guest login');
    await cluster.admin('create role support_app');
    await cluster.admin('grant support_app to guest');
    await cluster.admin(`create role closed login connection limit 0`);
  });
  afterAll(() => cluster.stop());

  test('explains in one sentence what to do if it fails', async () => {
    const { port } = cluster;
    const cases = [
      [cluster.url('postgres', 'nowhere'), 'names does not exist'],
      [cluster.url('nobody', 'postgres'), 'Correct the user in DATABASE_URL'],
      [cluster.url('guest', 'postgres'), 'may not create tables'],
      [cluster.url('closed', 'postgres'), 'lower DATABASE_POOL_SIZE'],
      [`postgres://postgres@127.0.0.1:${await freePort()}/x`, 'does not respond (ECONNREFUSED)'],
      [`postgres://postgres@nowhere.invalid:${port}/x`, 'host name in DATABASE_URL is not known'],
      [`${cluster.url('postgres', 'postgres')}?sslmode=require`, 'Remove sslmode'],
    ] as const;
    for (const [url, words] of cases) expect(await sentenceOf(url), url).toContain(words);
  });

  test('waits for a database that is still starting', async () => {
    const port = await freePort();
    const { lines, logger } = newLog();
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
    const starting = start(url, { databaseWaitSeconds: 60, logger });
    await until(() => lines.some(({ msg }) => msg === 'Waiting for the database'));
    const late = await startCluster(programs, { port });
    const backend = await starting;
    await backend.close();
    await late.stop();
  });
});

test.each([
  ['28P01', 'rejects the password'],
  ['25006', 'a read-only replica'],
  ['57P03', 'still starting'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'sslrootcert'],
])('explains what to do for %s', (code, words) => {
  expect(explainDatabaseFailure(Object.assign(new Error('x'), { code }))).toContain(words);
});

test('names the migration if a newer version has changed the database', () => {
  const error = new Error(
    'corrupted migrations: previously executed migration 9999_later is missing',
  );
  expect(explainDatabaseFailure(error)).toContain('(9999_later)');
});
