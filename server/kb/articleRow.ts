import type { Insertable } from 'kysely';
import { loadLanguage } from '../../src/relevance/language.ts';
import { profileVersion } from '../../src/relevance/profile.ts';
import { digest } from '../base/digest.ts';
import type { ArticlesTable } from '../db/articleTables.ts';
import type { FolderArticle } from './folder.ts';
import { addressesIn, type FolderLinks, type LinkResolver, resolverOf } from './links.ts';

export type ArticleRow = Insertable<ArticlesTable>;

/**
 * Increase this number when the same Markdown is read differently. Then all articles are imported
 * again.
 */
const readerVersion = 5;

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

/** Returns the row of an article. @throws ArticleFault */
export async function rowOf(
  article: FolderArticle,
  hash: string,
  links: LinkResolver,
): Promise<ArticleRow> {
  // Loaded only if a file has changed, because the parser consists of many modules.
  const { readArticle } = await import('./readArticle.ts');
  await loadLanguage(article.locale);
  const read = readArticle(article, links);
  const { locale, slug, path, category, front, source } = article;
  const blocks = JSON.stringify(read.blocks);
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
    blocks,
    body: read.body,
    minutes: read.minutes,
    published: front.published,
    updated_at: front.updated ?? new Date(),
    terms: read.terms,
    term_fields: read.termFields,
    pictures: picturesIn(blocks),
  };
}

/** Returns the ids of stored pictures in the blocks. */
function picturesIn(blocks: string): string[] {
  const shown = blocks.matchAll(/"url":"support\/kb\/pictures\/([\da-f-]{36})"/g);
  return [...new Set([...shown].map(([, id = '']) => id))];
}
