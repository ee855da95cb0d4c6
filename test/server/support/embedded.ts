import './provided.ts';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { openDatabase } from '../../../server/db/db.ts';
import { migrate } from '../../../server/db/migrate.ts';

/**
 * Makes `folder` the folder of an embedded database with tables, as an earlier start leaves it. It
 * is a copy, because creating a database takes more than ten times as long.
 */
export async function copyEmbedded(folder: string): Promise<void> {
  const template = join(inject('folder'), 'embedded');
  if (!existsSync(template)) await createTemplate(template);
  await cp(template, folder, { recursive: true });
}

/**
 * Two workers can do this at the same time. One of them renames its folder, and the other deletes
 * its own.
 */
async function createTemplate(template: string): Promise<void> {
  const own = await mkdtemp(`${template}-`);
  const database = await openDatabase({ folder: own });
  await migrate(database.kysely);
  await database.close();
  await rename(own, template).catch(() => rm(own, { recursive: true }));
}
