import type { Kysely } from 'kysely';
import type { Attachments } from '../attachments/attachments.ts';
import type { Schema } from '../db/schema.ts';
import { databaseStore } from './databaseStore.ts';
import { type FolderOptions, type ImportResult, importFolder } from './importFolder.ts';

export type { ImportResult } from './importFolder.ts';

export interface ImportOptions extends FolderOptions {
  tenantId: string;
  /** Stores the pictures of articles. Without it, no pictures are imported. */
  files?: Pick<Attachments, 'store' | 'incoming'> | undefined;
}

/** Imports a folder into the database of an account, like `importFolder`. */
export function importArticles(
  db: Kysely<Schema>,
  { tenantId, files, ...options }: ImportOptions,
): Promise<ImportResult> {
  return importFolder(databaseStore(db, tenantId, files), options);
}
