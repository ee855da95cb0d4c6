import type { Transaction } from 'kysely';
import type * as z from 'zod/mini';
import type { ArticleDraft, ImportedArticle } from '../../src/contract/articleAdmin.ts';
import { digest } from '../base/digest.ts';
import type { Schema } from '../db/schema.ts';
import { listStoredArticles, storeArticles } from '../queries/articleImport.ts';
import { listAllRedirects, removeRedirect } from '../queries/articleRedirects.ts';
import { fileOf } from './articleFiles.ts';
import { type ArticleRow, rowOf } from './articleRow.ts';
import type { FileFault } from './articleStore.ts';
import { type FolderArticle, parseFile } from './folder.ts';
import { ArticleFault } from './frontMatter.ts';
import { type LinkReport, namesOf, resolverFrom, resolverOf } from './links.ts';

/** An article in a request to the API. */
export type GivenArticle = z.output<typeof ArticleDraft>;

/**
 * Reads an article of an API request. Its links can use the current or former slugs of articles, or
 * the paths of their files.
 *
 * @throws ArticleFault
 */
export async function readGiven(
  trx: Transaction<Schema>,
  slug: string,
  given: GivenArticle,
): Promise<{ row: ArticleRow; report: LinkReport }> {
  const { markdown, locale, updated, publish_at, base_version: _, ...rest } = given;
  const file = { path: '', locale, folders: [], category: 'general', name: slug };
  const { front, category, ...read } = parseFile(file, markdown);
  const { title, description, tags, related, published } = rest;
  const planned = publish_at === undefined ? undefined : planOf(publish_at);
  const article: FolderArticle = {
    ...read,
    slug,
    category: rest.category ?? category,
    front: {
      ...front,
      title: title ?? front.title,
      description: description ?? front.description,
      tags: tags ?? front.tags,
      related: related ?? front.related,
      published: planned?.published ?? published ?? front.published,
      updated: updated === undefined ? front.updated : new Date(updated),
    },
  };
  const report: LinkReport = { dead: [], lost: [] };
  const links = resolverOf('', { slugs: await namesOfArticles(trx), baseUrl: undefined }, report);
  const hash = digest(JSON.stringify([markdown, locale, updated, rest]));
  const row = await rowOf(article, hash, links);
  return { row: { ...row, publish_at: planned?.publish_at ?? null }, report };
}

/**
 * Returns the state of an article with a publication time. A past time publishes it immediately.
 */
export function planOf(publishAt: string): { published: boolean; publish_at: Date | null } {
  const time = new Date(publishAt);
  const isOver = time.getTime() <= Date.now();
  return { published: isOver, publish_at: isOver ? null : time };
}

/** Returns the slugs of all articles, by every name that a link can use for them. */
async function namesOfArticles(trx: Transaction<Schema>): Promise<Map<string, string>> {
  const stored = await listStoredArticles(trx);
  const redirects = await listAllRedirects(trx);
  const ofPaths = stored.flatMap(({ path, slug }) =>
    path === '' ? [] : namesOf(path).map((name): [string, string] => [name, slug]),
  );
  return new Map([
    ...redirects.map((one): [string, string] => [one.slug, one.slug]),
    ...stored.map((one): [string, string] => [one.slug, one.slug]),
    ...ofPaths,
  ]);
}

/** Stores an article of an API request. @throws ArticleFault */
export async function writeArticle(
  trx: Transaction<Schema>,
  slug: string,
  given: GivenArticle,
  savedBy: string | null,
): Promise<LinkReport> {
  const { row, report } = await readGiven(trx, slug, given);
  await storeArticles(trx, [row], savedBy);
  await removeRedirect(trx, slug);
  return report;
}

/** Stores files that were read elsewhere. Resolves to those that are not articles. */
export async function storeImported(
  trx: Transaction<Schema>,
  given: readonly ImportedArticle[],
  savedBy: string | null,
): Promise<FileFault[]> {
  const rows: ArticleRow[] = [];
  const faults: FileFault[] = [];
  for (const { slug, locale, path, markdown, hash, links, images } of given) {
    try {
      const read = parseFile({ ...fileOf(path), locale }, markdown);
      rows.push(await rowOf({ ...read, slug }, hash, resolverFrom({ links, images })));
    } catch (error) {
      if (!(error instanceof ArticleFault)) throw error;
      faults.push({ path, line: error.line, message: error.message });
    }
  }
  if (rows.length > 0) await storeArticles(trx, rows, savedBy);
  return faults;
}
