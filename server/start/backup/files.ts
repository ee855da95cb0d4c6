import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, readdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Attachments } from '../../attachments/attachments.ts';
import { makeFolder } from '../../base/makeFolder.ts';

const folderOf = (backup: string) => join(backup, 'files');
/** The format of generated keys: `<account>/<random>`. */
const isKey = (key: string) => /^[\w-]+\/[\w-]+$/.test(key);

/**
 * Copies files out of the store. Returns how many were copied, and how many the store does not
 * have.
 */
export async function copyOut(
  backup: string,
  { store }: Pick<Attachments, 'store'>,
  keys: readonly string[],
): Promise<{ files: number; missing: number }> {
  let files = 0;
  for (const key of keys) {
    const content = isKey(key) ? await store.open(key) : undefined;
    if (content === undefined) continue;
    const file = join(folderOf(backup), key);
    makeFolder(dirname(file));
    await pipeline(content, createWriteStream(file, { mode: 0o600 }));
    files++;
  }
  return { files, missing: keys.length - files };
}

/** Puts the files of a backup into the store, and replaces existing ones. */
export async function copyIn(backup: string, { store, incoming }: Attachments): Promise<void> {
  for (const key of await listKeys(folderOf(backup))) {
    const path = join(incoming, randomUUID());
    await copyFile(join(folderOf(backup), key), path);
    await store.put(key, { path, digest: await digestOf(path) });
  }
}

async function listKeys(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .filter(isKey);
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}
