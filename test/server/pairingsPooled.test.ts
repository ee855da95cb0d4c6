import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../server/db/db.ts';
import { openPostgres } from '../../server/db/postgres.ts';
import { createOwnPostgres, isPostgres } from './support/database.ts';
import { openOrganizations } from './support/pairedOrganizations.ts';
import { openAccount } from './support/pairings.ts';
import { missingPgbouncer, startPgbouncer } from './support/pgbouncer.ts';
import { tryBothWays } from './support/tryPairings.ts';

/**
 * Four connections serve all requests, so each has been in many scopes after a few of them. A share
 * of the combinations is enough.
 */
describe.runIf(isPostgres)('behind PgBouncer in transaction mode', () => {
  let bouncer: Awaited<ReturnType<typeof startPgbouncer>> | undefined;
  let database: Database | undefined;
  beforeAll(async () => {
    if (missingPgbouncer !== undefined) return;
    const { port, password, pathname } = new URL(await createOwnPostgres());
    bouncer = await startPgbouncer({ port: Number(port), password });
    database = openPostgres(bouncer.url(pathname.slice(1)));
  });
  afterAll(async () => {
    await database?.close();
    await bouncer?.stop();
  });

  test('no combination of accounts or organizations gives access to data of others', async ({
    annotate,
    skip,
  }) => {
    if (database === undefined) return skip(missingPgbouncer);
    const sides = [
      await openAccount(database, 'narwhal'),
      await openAccount(database, 'pangolin'),
    ] as const;
    const ofAccounts = await tryBothWays(sides, 24);
    const { app, mine, theirs } = await openOrganizations(database);
    const ofOrganizations = await tryBothWays(
      [
        { app, ...mine },
        { app, ...theirs },
      ],
      12,
    );
    await annotate(`${ofAccounts} and ${ofOrganizations} attempts, 0 leaks`);
    expect(ofAccounts + ofOrganizations).toBeGreaterThan(1_300);
  }, 600_000);
});
