import { Kysely } from 'kysely';
import { ConfigurationError } from '../../src/errors.ts';
import { proveIsolation } from './canary.ts';
import type { DatabaseAccess } from './db.ts';
import { type Isolation, isolationFor, setIsolation } from './isolation.ts';
import { listPending } from './migrate.ts';
import { createPipelinedDialect } from './pipeline.ts';
import { createRequestConnections } from './requestConnections.ts';
import type { Schema } from './schema.ts';
import { never } from './statementNames.ts';

export interface RequestDatabase extends DatabaseAccess {
  /** Runs `work` with its own connections, which are closed after it. */
  within<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * Opens a Postgres for a host where no connection outlives its request.
 *
 * @throws ConfigurationError if the tables are not up to date, or row level security does not work
 */
export async function openRequestDatabase(
  databaseUrl: string,
  isolation: Isolation = isolationFor(databaseUrl),
): Promise<RequestDatabase> {
  const connections = createRequestConnections(databaseUrl);
  const dialect = createPipelinedDialect(connections, async () => never);
  const kysely = setIsolation(new Kysely<Schema>({ dialect }), isolation);
  await connections.within(async () => {
    await expectMigrated(kysely);
    await proveIsolation(kysely);
  });
  return {
    kysely,
    isEmbedded: false,
    within: connections.within,
    close: () => kysely.destroy(),
  };
}

async function expectMigrated(kysely: Kysely<Schema>): Promise<void> {
  const pending = await listPending(kysely);
  if (pending.length === 0) return;
  throw new ConfigurationError(
    `The tables are not up to date (pending migrations: ${pending.length}). Run "support-server migrate" with the same DATABASE_URL.`,
    'DATABASE_URL',
  );
}
