import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { findArticleFiles } from '../../../server/kb/articleFiles.ts';
import { readFolder } from '../../../server/kb/folder.ts';

/** Creates a folder with files, by path, for one test. */
export function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'articles-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Reads the articles of a folder, as an import does. */
export async function readAll(folder: string) {
  const { files, parts } = await findArticleFiles(folder);
  const read = await readFolder(folder, files, () => undefined);
  return { ...read, parts, slugs: read.articles.map(({ locale, slug }) => `${locale}/${slug}`) };
}
