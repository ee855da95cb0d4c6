import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { ConfigurationError } from '../../../src/errors.ts';
import { codeOf } from '../../base/errorCode.ts';

/**
 * The manifest of a backup. It is written last: a folder without a manifest is an incomplete
 * backup.
 */
export const Manifest = z.object({
  format: z.literal(1),
  created_at: z.string(),
  /** Name of the last migration of the tables. */
  migration: z.string(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number() })),
  /** The number of files in the backup, and the number of files that were missing in the store. */
  files: z.number(),
  missing_files: z.number(),
  /** A test value that is sealed with the current key. Null if no key was set. */
  sealed: z.nullable(z.string()),
});
export type Manifest = z.infer<typeof Manifest>;

const fileIn = (folder: string) => join(folder, 'manifest.json');

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const part = `${fileIn(folder)}.part`;
  await writeFile(part, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  await rename(part, fileIn(folder));
}

/** @throws ConfigurationError if the folder does not contain a complete backup */
export async function readManifest(folder: string): Promise<Manifest> {
  try {
    return z.parse(Manifest, JSON.parse(await readFile(fileIn(folder), 'utf8')));
  } catch (error) {
    const isAbsent = ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(String(codeOf(error)));
    if (!isAbsent && !(error instanceof SyntaxError || error instanceof z.core.$ZodError)) {
      throw error;
    }
    throw new ConfigurationError(
      `${folder} is not a complete backup. Name a folder that support-server backup has written.`,
      'folder',
    );
  }
}
