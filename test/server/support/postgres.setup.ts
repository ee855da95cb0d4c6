import './provided.ts';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../../server/db/migrate.ts';
import { openPostgres } from '../../../server/db/postgres.ts';
import { startTestPostgres } from './testPostgres.ts';

const template = 'support_template';

/** Starts a real Postgres. Each test file copies its migrated database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { folder, url, stop } = await startTestPostgres(template);
  const database = openPostgres(url + template);
  await migrate(database.kysely);
  await database.close();
  project.provide('folder', folder);
  project.provide('source', { kind: 'postgres', url, template });
  return stop;
}
