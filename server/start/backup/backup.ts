import { readdir } from 'node:fs/promises';
import { ConfigurationError } from '../../../src/errors.ts';
import type { Attachments } from '../../attachments/attachments.ts';
import { makeFolder } from '../../base/makeFolder.ts';
import type { Database } from '../../db/db.ts';
import { dumpTables } from '../../db/dump.ts';
import { lastMigration } from '../../db/migrate.ts';
import type { TableColumns } from '../../db/tableColumns.ts';
import { noteOnServer } from '../operatorAudit.ts';
import { copyOut } from './files.ts';
import { type Manifest, writeManifest } from './manifest.ts';
import { writeRows } from './rows.ts';
import { type SecretPlaces, saveSecrets, sealProof, vaultOf } from './secrets.ts';

/** The sources of a backup. */
export interface BackupSource extends SecretPlaces {
  database: Database;
  files: Pick<Attachments, 'store'>;
}

/**
 * Writes a backup into a new or empty folder: a consistent snapshot of all rows, the files, and the
 * secrets that only exist in the server's data folder. Servers can keep running.
 *
 * @throws ConfigurationError if the folder is not empty
 */
export async function writeBackup(folder: string, source: BackupSource): Promise<Manifest> {
  const { kysely } = source.database;
  makeFolder(folder, 0o700);
  if ((await readdir(folder)).length > 0) {
    throw new ConfigurationError(`${folder} is not empty. Name a new folder.`, 'folder');
  }
  const created_at = new Date().toISOString();
  const migration = await lastMigration(kysely);
  await saveSecrets(folder, source);
  const tables: Manifest['tables'] = [];
  const keys: string[] = [];
  await dumpTables(kysely, async (table, rows) => {
    const count = await writeRows(folder, table.name, noteFiles(table, rows, keys));
    tables.push({ ...namesOf(table), rows: count });
  });
  // Copies files after rows, so that every file that a row names is in the backup.
  const { files, missing } = await copyOut(folder, source.files, keys);
  const sealed = sealProof(vaultOf(source));
  const manifest: Manifest = {
    format: 1,
    created_at,
    migration,
    tables,
    files,
    missing_files: missing,
    sealed,
  };
  await writeManifest(folder, manifest);
  await noteOnServer(kysely, { action: 'backup', after: { folder } });
  return manifest;
}

const namesOf = ({ name, columns }: TableColumns) => ({
  name,
  columns: columns.map((column) => column.name),
});

/**
 * Yields rows unchanged. For a table with files, it also collects the keys of files that are in the
 * store.
 */
async function* noteFiles(
  table: TableColumns,
  rows: AsyncIterable<string>,
  keys: string[],
): AsyncGenerator<string> {
  const { columns } = namesOf(table);
  const [key, stored] = [columns.indexOf('storage_key'), columns.indexOf('stored_at')];
  for await (const row of rows) {
    yield row;
    if (key < 0 || stored < 0) continue;
    const values: unknown = JSON.parse(row);
    if (!Array.isArray(values) || typeof values[stored] !== 'string') continue;
    keys.push(String(values[key]));
  }
}
