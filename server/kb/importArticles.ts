import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Insertable, Kysely } from 'kysely';
import { profileVersion } from '../../src/relevance/profile.ts';
import { digest } from '../base/digest.ts';
import type { ArticlesTable } from '../db/articleTables.ts';
import type { Schema } from '../db/schema.ts';
import { inScope, type Scope } from '../db/scope.ts';
import {
  indexLocale,
  listArticleLocales,
  listStoredArticles,
  storeArticles,
  unpublishArticle,
} from '../queries/articleImport.ts';
import { type ArticleFile, findArticleFiles, readSynonyms } from './articleFiles.ts';
import { ArticleFault } from './frontMatter.ts';

export interface ImportResult {
  added: number;
  updated: number;
  unchanged: number;
  /** Their files are gone; the articles stay stored. */
  unpublished: number;
  /** Files that are no articles. What was imported from them before stays as it is. */
  faults: { path: string; line: number; message: string }[];
}

type Stored = Awaited<ReturnType<typeof listStoredArticles>>[number];
type Row = Insertable<ArticlesTable>;

/** Written in one transaction; others may use an embedded database between two. */
const batchSize = 100;

/**
 * Makes the articles of a tenant those of a folder of Markdown. Files that have not changed since
 * the last import cost no more than being read.
 */
export async function importArticles(
  db: Kysely<Schema>,
  { folder, tenantId }: { folder: string; tenantId: string },
): Promise<ImportResult> {
  const scope: Scope = { actor: 'operator', tenantId };
  const [files, synonyms] = [await findArticleFiles(folder), await readSynonyms(folder)];
  const stored = await inScope(db, scope, listStoredArticles);
  const result: ImportResult = { added: 0, updated: 0, unchanged: 0, unpublished: 0, faults: [] };
  const known = new Map(stored.map((row) => [keyOf(row), row]));
  const byPath = new Map(stored.map((row) => [row.path, row]));
  const kept = new Map<string, string>();
  const changed = new Set<string>();

  for (let start = 0; start < files.length; start += batchSize) {
    const rows: Row[] = [];
    for (const file of files.slice(start, start + batchSize)) {
      const before = byPath.get(file.path);
      const row = await readFileAs(file, folder, before).catch(asFault);
      if (row instanceof ArticleFault) {
        result.faults.push({ path: file.path, line: row.line, message: row.message });
        if (before !== undefined) kept.set(keyOf(before), file.path);
        continue;
      }
      const twin = kept.get(keyOf(row));
      if (twin !== undefined) {
        result.faults.push({ path: file.path, line: 1, message: `${twin} has the same slug.` });
        continue;
      }
      kept.set(keyOf(row), file.path);
      if (row === before) {
        result.unchanged += 1;
        continue;
      }
      if ('blocks' in row) rows.push(row);
      result[known.has(keyOf(row)) ? 'updated' : 'added'] += 1;
      changed.add(row.locale);
    }
    if (rows.length > 0) await inScope(db, scope, (trx) => storeArticles(trx, rows));
  }

  const gone = stored.filter((row) => row.published && !kept.has(keyOf(row)));
  result.unpublished = gone.length;
  for (const { locale } of gone) changed.add(locale);
  await inScope(db, scope, async (trx) => {
    for (const row of gone) await unpublishArticle(trx, row);
    for (const { locale, synonyms: before } of await listArticleLocales(trx)) {
      if (JSON.stringify(before) !== JSON.stringify(synonyms[locale] ?? [])) changed.add(locale);
    }
    for (const locale of changed) await indexLocale(trx, locale, synonyms[locale] ?? []);
  });
  return result;
}

const keyOf = ({ locale, slug }: { locale: string; slug: string }) => `${locale}/${slug}`;

function asFault(error: unknown): ArticleFault {
  if (error instanceof ArticleFault) return error;
  throw error;
}

/** The row to store, or the stored one where the file is as it was. @throws ArticleFault */
async function readFileAs(
  file: ArticleFile,
  folder: string,
  before: Stored | undefined,
): Promise<Row | Stored> {
  const source = decode(await readFile(join(folder, file.path)));
  const hash = digest(`${profileVersion} ${file.path}\n${source}`);
  if (before?.hash === hash) return before;
  // Loaded where something has changed: parsing brings many modules.
  const { readArticle } = await import('./readArticle.ts');
  const article = readArticle(source, file.name, file.locale);
  return {
    locale: file.locale,
    slug: article.slug,
    path: file.path,
    category: article.category,
    title: article.title,
    description: article.description,
    tags: article.tags,
    headings: article.headings,
    related: article.related,
    source,
    source_hash: hash,
    blocks: JSON.stringify(article.blocks),
    body: article.body,
    minutes: article.minutes,
    published: article.published,
    updated_at: article.updated ?? new Date(),
    terms: article.terms,
    term_fields: article.termFields,
  };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ArticleFault('It is not text in UTF-8.', 1);
  }
}
