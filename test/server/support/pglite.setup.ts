import './provided.ts';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../../server/db/migrate.ts';
import { overPglite } from '../../../server/db/pglite.ts';

/** Migrates once and stores a dump, because loading it is much faster than a cold start. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'support-pglite-'));
  const pglite = await PGlite.create();
  const database = await overPglite(pglite);
  await migrate(database.kysely);
  const dump = join(folder, 'dump.tar');
  await writeFile(dump, Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer()));
  await database.close();
  project.provide('folder', folder);
  project.provide('source', { kind: 'pglite', dump });
  return () => rm(folder, { recursive: true });
}
