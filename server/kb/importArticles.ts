import type { Kysely } from 'kysely';
import type { Attachments } from '../attachments/attachments.ts';
import type { Schema } from '../db/schema.ts';
import { databaseStore } from './databaseStore.ts';
import { type FolderOptions, type ImportResult, importFolder } from './importFolder.ts';

export type { ImportResult } from './importFolder.ts';

export interface ImportOptions extends FolderOptions {
  tenantId: string;
  /** Where pictures of articles are kept. Without it, none is taken. */
  files?: Pick<Attachments, 'store' | 'incoming'> | undefined;
}

/** Makes the articles of an account in the database those of a folder, as `importFolder` does. */
export function importArticles(
  db: Kysely<Schema>,
  { tenantId, files, ...options }: ImportOptions,
): Promise<ImportResult> {
  return importFolder(databaseStore(db, tenantId, files), options);
}
