import './provided.ts';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../../server/db/migrate.ts';
import { openPostgres } from '../../../server/db/postgres.ts';
import { playNile, userUrl } from './playedNile.ts';
import { startTestPostgres } from './testPostgres.ts';

const template = 'nile_template';

/** Starts a real Postgres that simulates NileDB. Each test file copies its migrated database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { folder, url, stop } = await startTestPostgres(template);
  await playNile(url + template);
  const database = openPostgres(userUrl(url + template), { isolation: 'nile' });
  await migrate(database.kysely);
  await database.close();
  project.provide('folder', folder);
  project.provide('source', { kind: 'nile', url, template });
  return stop;
}
