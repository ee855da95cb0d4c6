import type { ProfiledText } from '../../../src/relevance/profile.ts';
import { createIndexer } from '../../../src/relevance/searchIndex.ts';

/** Searches articles in memory, like a device. Slugs are the titles. */
export function openDevice(
  articles: readonly (Partial<ProfiledText> & { title: string; category?: string })[],
  { locale = 'en', synonyms = [] }: { locale?: string; synonyms?: string[][] } = {},
) {
  const indexer = createIndexer(locale);
  for (const article of articles) {
    const empty = { headings: [], tags: [], description: '', text: '', category: 'general' };
    indexer.add({ ...empty, ...article, slug: article.title });
  }
  const find = indexer.build(synonyms);
  const search = (text: string): string[] => find(text).map(({ article }) => article.title);
  const score = (text: string, wanted: string, category?: string): number =>
    find(text, { category, limit: 99, threshold: 0 }).find(
      ({ article }) => article.title === wanted,
    )?.score ?? 0;
  return { find, search, score };
}
