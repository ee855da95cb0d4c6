import type { Insertable } from 'kysely';
import { profileVersion } from '../../src/relevance/profile.ts';
import { digest } from '../base/digest.ts';
import type { ArticlesTable } from '../db/articleTables.ts';
import type { FolderArticle } from './folder.ts';
import { type FolderLinks, type LinkResolver, resolverOf } from './links.ts';

export type ArticleRow = Insertable<ArticlesTable>;

/** Raised when the same Markdown becomes another article. */
const readerVersion = 3;

/** Changes with the file, and with where its links lead. */
export function hashOf({ path, slug, source }: FolderArticle, links: FolderLinks): string {
  const resolver = resolverOf(path, links, { dead: [], lost: [] });
  const targets = [...source.matchAll(/\]\(\s*<?([^\s)>]{1,300})|\bhref="([^"]{1,300})"/g)];
  const led = targets.map(([, link, href]) => resolver.link(link ?? href ?? '') ?? '');
  const parts = [profileVersion, readerVersion, path, slug, links.baseUrl ?? '', ...led];
  return digest(`${parts.join(' ')}\n${source}`);
}

/** The row of an article. @throws ArticleFault */
export async function rowOf(
  article: FolderArticle,
  hash: string,
  links: LinkResolver,
): Promise<ArticleRow> {
  // Loaded where something has changed: parsing brings many modules.
  const { readArticle } = await import('./readArticle.ts');
  const read = readArticle(article, links);
  const { locale, slug, path, category, front, source } = article;
  return {
    locale,
    slug,
    path,
    category,
    title: read.title,
    description: read.description,
    tags: front.tags,
    headings: read.headings,
    related: front.related,
    source,
    source_hash: hash,
    blocks: JSON.stringify(read.blocks),
    body: read.body,
    minutes: read.minutes,
    published: front.published,
    updated_at: front.updated ?? new Date(),
    terms: read.terms,
    term_fields: read.termFields,
  };
}
