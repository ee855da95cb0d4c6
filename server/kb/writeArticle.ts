import type { Transaction } from 'kysely';
import type * as z from 'zod/mini';
import type { ArticleDraft, ImportedArticle } from '../../src/contract/articleAdmin.ts';
import { digest } from '../base/digest.ts';
import type { Schema } from '../db/schema.ts';
import { listAllRedirects } from '../queries/articleRedirects.ts';
import { listStoredArticles } from '../queries/storedArticles.ts';
import { ArticleFault } from './articleFault.ts';
import { fileOf } from './articleFiles.ts';
import type { ArticleReader } from './articleReader.ts';
import { type ArticleRow, rowOf } from './articleRow.ts';
import type { FileFault } from './articleStore.ts';
import { type LinkReport, namesOf, resolverFrom, resolverOf } from './links.ts';
import { resolveReferences } from './openArticle.ts';

/** An article in a request to the API. */
export type ArticleInput = z.output<typeof ArticleDraft>;

/** An article as it will be stored, and its links that lead nowhere. */
export interface ArticleInputResult {
  row: ArticleRow;
  report: LinkReport;
}

/** The reader of articles. It runs outside of transactions, because it can take seconds. */
export interface Reading {
  articles: ArticleReader;
  tenantId: string;
  /** Runs in a transaction of the account. */
  inAccount<T>(work: (trx: Transaction<Schema>) => Promise<T>): Promise<T>;
}

/**
 * Parses an article from an API request. A link in it names another article by its current or
 * former slug, or by the path of its file.
 *
 * @throws ArticleFault
 */
export async function readArticleInput(
  { articles, inAccount, tenantId }: Reading,
  slug: string,
  input: ArticleInput,
): Promise<ArticleInputResult> {
  const { markdown, locale, updated, publish_at, base_version: _, ...rest } = input;
  const file = { path: '', locale, folders: [], category: 'general', name: slug, source: markdown };
  const { title, description, tags, related, published, news_at, audience } = rest;
  const planned = publish_at === undefined ? undefined : planOf(publish_at);
  const slugs = await inAccount(namesOfArticles);
  const report: LinkReport = { dead: [], lost: [] };
  const links = resolverOf('', { slugs, baseUrl: undefined }, report);
  const { text, front, category } = await articles.read(
    tenantId,
    file,
    ({ front, references }) => ({
      ...resolveReferences(references, links),
      front: {
        ...front,
        title: title ?? front.title,
        description: description ?? front.description,
        tags: tags ?? front.tags,
        related: related ?? front.related,
        published: planned?.published ?? published ?? front.published,
        updated: updated === undefined ? front.updated : new Date(updated),
        news: news_at === undefined ? front.news : dateOrNone(news_at),
        audience: audience === undefined ? front.audience : audience,
      },
    }),
  );
  const hash = digest(JSON.stringify([markdown, locale, updated, rest]));
  const row = rowOf({ ...file, front, slug, category: rest.category ?? category }, hash, text);
  return { row: { ...row, publish_at: planned?.publish_at ?? null }, report };
}

const dateOrNone = (at: string | null) => (at === null ? undefined : new Date(at));

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

/** Reads files of a folder. `faults` has those that are not articles. */
export async function readImported(
  { articles, tenantId }: Pick<Reading, 'articles' | 'tenantId'>,
  input: readonly ImportedArticle[],
): Promise<{ rows: ArticleRow[]; faults: FileFault[] }> {
  const rows: ArticleRow[] = [];
  const faults: FileFault[] = [];
  for (const { slug, locale, path, markdown, hash, links, images } of input) {
    const file = { ...fileOf(path), locale, source: markdown };
    const resolver = resolverFrom({ links, images });
    try {
      const { text, front, category } = await articles.read(
        tenantId,
        file,
        ({ front, references }) => ({
          ...resolveReferences(references, resolver),
          front,
        }),
      );
      rows.push(rowOf({ ...file, front, category, slug }, hash, text));
    } catch (error) {
      if (!(error instanceof ArticleFault)) throw error;
      faults.push({ path, line: error.line, message: error.message });
    }
  }
  return { rows, faults };
}
