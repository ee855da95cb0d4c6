import type { Kysely } from 'kysely';
import { ConfigurationError } from '../../src/errors.ts';
import type { Schema } from '../db/schema.ts';
import { inScope, type Scope } from '../db/scope.ts';
import {
  indexLocale,
  listArticleLocales,
  listStoredArticles,
  storeArticles,
  unpublishArticle,
} from '../queries/articleImport.ts';
import { type FileChoice, findArticleFiles, readSynonyms } from './articleFiles.ts';
import { type ArticleRow, hashOf, rowOf } from './articleRow.ts';
import { readFolder } from './folder.ts';
import { ArticleFault } from './frontMatter.ts';
import { type FolderLinks, type LinkReport, namesOf } from './links.ts';

export interface ImportResult {
  added: number;
  updated: number;
  unchanged: number;
  /** Their files are gone; the articles stay stored. */
  unpublished: number;
  /** Files that are no articles. What was imported from them before stays as it is. */
  faults: { path: string; line: number; message: string }[];
  /** Links that lead nowhere, and pictures that are not to be had, of articles that were read. */
  dead: { path: string; url: string }[];
  lost: { path: string; url: string }[];
  /** Names in front matter that mean nothing here, and in how many files they are. */
  ignored: Map<string, number>;
}

export interface ImportOptions extends FileChoice {
  folder: string;
  tenantId: string;
  /** Where files of the folder are shown that are not imported, pictures among them. */
  baseUrl?: string | undefined;
  /** Reads everything and stores nothing. */
  isDryRun?: boolean;
}

/** Written in one transaction; others may use an embedded database between two. */
const batchSize = 100;

/**
 * Makes the articles of a tenant those of a folder of Markdown. Files that have not changed since
 * the last import, nor what they link to, cost no more than being read.
 */
export async function importArticles(
  db: Kysely<Schema>,
  { folder, tenantId, baseUrl, isDryRun = false, ...choice }: ImportOptions,
): Promise<ImportResult> {
  if (baseUrl !== undefined && !URL.canParse(baseUrl)) {
    throw new ConfigurationError(`${baseUrl} is no address.`, 'base-url');
  }
  const scope: Scope = { actor: 'operator', tenantId };
  const files = await findArticleFiles(folder, choice);
  const synonyms = await readSynonyms(folder);
  const stored = await inScope(db, scope, listStoredArticles);
  const known = new Map(stored.map((row) => [keyOf(row), row]));
  const byPath = new Map(stored.map((row) => [row.path, row]));
  const { articles, faults } = await readFolder(folder, files, (path) => byPath.get(path)?.slug);
  const links: FolderLinks = {
    slugs: new Map(articles.flatMap(({ path, slug }) => namesOf(path).map((name) => [name, slug]))),
    baseUrl: baseUrl?.endsWith('/') === false ? `${baseUrl}/` : baseUrl,
  };
  const result: ImportResult = {
    added: 0,
    updated: 0,
    unchanged: 0,
    unpublished: 0,
    faults,
    dead: [],
    lost: [],
    ignored: new Map(),
  };
  const kept = new Set<string>();
  const changed = new Set<string>();

  for (let start = 0; start < articles.length; start += batchSize) {
    const rows: ArticleRow[] = [];
    for (const article of articles.slice(start, start + batchSize)) {
      for (const key of article.unknown) {
        result.ignored.set(key, (result.ignored.get(key) ?? 0) + 1);
      }
      const hash = hashOf(article, links);
      if (known.get(keyOf(article))?.hash === hash) {
        kept.add(keyOf(article));
        result.unchanged += 1;
        continue;
      }
      const report: LinkReport = { dead: [], lost: [] };
      try {
        rows.push(await rowOf(article, hash, links, report));
      } catch (error) {
        if (!(error instanceof ArticleFault)) throw error;
        faults.push({ path: article.path, line: error.line, message: error.message });
        continue;
      }
      kept.add(keyOf(article));
      result.dead.push(...report.dead.map((url) => ({ path: article.path, url })));
      result.lost.push(...report.lost.map((url) => ({ path: article.path, url })));
      result[known.has(keyOf(article)) ? 'updated' : 'added'] += 1;
      changed.add(article.locale);
    }
    if (rows.length > 0 && !isDryRun) await inScope(db, scope, (trx) => storeArticles(trx, rows));
  }

  const broken = new Set(faults.map(({ path }) => path));
  const gone = stored.filter(
    (row) => row.published && !kept.has(keyOf(row)) && !broken.has(row.path),
  );
  result.unpublished = gone.length;
  faults.sort((a, b) => (a.path < b.path ? -1 : 1));
  if (isDryRun) return result;
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
