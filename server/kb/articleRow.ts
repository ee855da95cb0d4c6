import type { Insertable } from 'kysely';
import { profileVersion } from '../../src/relevance/profile.ts';
import { digest } from '../base/digest.ts';
import type { ArticlesTable } from '../db/articleTables.ts';
import { storedAudience } from './audience.ts';
import type { FolderArticle } from './folder.ts';
import { addressesIn, type FolderLinks, resolverOf } from './links.ts';
import type { ReadText } from './openArticle.ts';

export type ArticleRow = Insertable<ArticlesTable>;

/**
 * Increase this number when the same Markdown is read differently. Then all articles are imported
 * again.
 */
const readerVersion = 10;

/** Returns a hash that changes with the file, and with the targets of its links. */
export function hashOf(
  { path, slug, source, navTitle }: FolderArticle,
  links: FolderLinks,
): string {
  const resolver = resolverOf(path, links, { dead: [], lost: [] });
  const led = addressesIn(source).map((address) => {
    const picture = links.findPicture?.(path, address);
    return (picture && 'digest' in picture ? picture.digest : resolver.link(address)) ?? '';
  });
  const parts = [profileVersion, readerVersion, path, slug, links.baseUrl ?? '', ...led];
  if (navTitle !== undefined) parts.push(navTitle);
  return digest(`${parts.join(' ')}\n${source}`);
}

/**
 * Returns the row of an article. An entry of What's new has no search terms, because it does not
 * answer a question.
 */
export function rowOf(
  {
    locale,
    slug,
    path,
    category,
    front,
    source,
  }: Omit<FolderArticle, 'addresses' | 'content' | 'substitutions' | 'unknown'>,
  hash: string,
  text: ReadText,
): ArticleRow {
  return {
    ...text,
    ...(front.news && { terms: [], term_fields: [] }),
    locale,
    slug,
    path,
    category,
    tags: front.tags,
    related: front.related,
    source,
    source_hash: hash,
    published: front.published,
    updated_at: front.updated ?? front.news ?? new Date(),
    news_at: front.news ?? null,
    audience: storedAudience(front.audience),
  };
}
