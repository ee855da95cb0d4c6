import { ConfigurationError } from '../../../src/errors.ts';
import type { Attachments } from '../../attachments/attachments.ts';
import { proveIsolation } from '../../db/canary.ts';
import type { Database } from '../../db/db.ts';
import { loadTables } from '../../db/load.ts';
import { migrate, migrateEmpty } from '../../db/migrate.ts';
import { isDatabaseEmpty } from '../../db/tableColumns.ts';
import { noteOnServer } from '../operatorAudit.ts';
import { copyIn } from './files.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { readRows } from './rows.ts';
import { restoreSecrets, type SecretPlaces } from './secrets.ts';

export interface RestoreTarget extends SecretPlaces {
  database: Database;
  files: Attachments;
}

/**
 * Restores a backup into an empty database and its file store. The rows are restored last, in one
 * transaction, so that a failed restore can be retried.
 *
 * @throws ConfigurationError if the database has accounts, or the environment lacks a key
 */
export async function restoreBackup(folder: string, target: RestoreTarget): Promise<Manifest> {
  const { kysely } = target.database;
  const manifest = await readManifest(folder);
  if (!(await isDatabaseEmpty(kysely))) {
    throw new ConfigurationError(
      'The database has accounts already. Restore into an empty one.',
      'DATABASE_URL',
    );
  }
  await migrateEmpty(kysely, manifest.migration);
  await restoreSecrets(folder, manifest.sealed, target);
  if (manifest.files > 0) await copyIn(folder, target.files);
  await loadTables(kysely, manifest.tables, (table) => readRows(folder, table));
  await migrate(kysely);
  await proveIsolation(kysely);
  await noteOnServer(kysely, { action: 'restore', after: { created_at: manifest.created_at } });
  return manifest;
}
