import type { Transaction } from 'kysely';
import type * as z from 'zod/mini';
import type { ArticleDraft, ImportedArticle } from '../../src/contract/articleAdmin.ts';
import { digest } from '../base/digest.ts';
import type { Schema } from '../db/schema.ts';
import { listStoredArticles, storeArticles } from '../queries/articleImport.ts';
import { fileOf } from './articleFiles.ts';
import { type ArticleRow, rowOf } from './articleRow.ts';
import type { FileFault } from './articleStore.ts';
import { type FolderArticle, parseFile } from './folder.ts';
import { ArticleFault } from './frontMatter.ts';
import { type LinkReport, namesOf, resolverFrom, resolverOf } from './links.ts';

/**
 * Stores an article that came from no file. Its links lead to articles by their slugs, or by the paths of
 * their files.
 *
 * @throws ArticleFault
 */
export async function writeArticle(
  trx: Transaction<Schema>,
  slug: string,
  { markdown, locale, updated, ...given }: z.output<typeof ArticleDraft>,
): Promise<LinkReport> {
  const file = { path: '', locale, folders: [], category: 'general', name: slug };
  const { front, category, ...read } = parseFile(file, markdown);
  const { title, description, tags, related, published } = given;
  const article: FolderArticle = {
    ...read,
    slug,
    category: given.category ?? category,
    front: {
      ...front,
      title: title ?? front.title,
      description: description ?? front.description,
      tags: tags ?? front.tags,
      related: related ?? front.related,
      published: published ?? front.published,
      updated: updated === undefined ? front.updated : new Date(updated),
    },
  };
  const stored = await listStoredArticles(trx);
  const names = (path: string) => (path === '' ? [] : namesOf(path));
  const report: LinkReport = { dead: [], lost: [] };
  const links = resolverOf(
    '',
    {
      slugs: new Map([
        ...stored.map((one): [string, string] => [one.slug, one.slug]),
        ...stored.flatMap((one) =>
          names(one.path).map((name): [string, string] => [name, one.slug]),
        ),
      ]),
      baseUrl: undefined,
    },
    report,
  );
  const hash = digest(JSON.stringify([markdown, locale, updated, given]));
  await storeArticles(trx, [await rowOf(article, hash, links)]);
  return report;
}

/** Stores files of a folder that were read elsewhere; resolves with those that are no articles. */
export async function storeImported(
  trx: Transaction<Schema>,
  given: readonly ImportedArticle[],
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
  if (rows.length > 0) await storeArticles(trx, rows);
  return faults;
}
