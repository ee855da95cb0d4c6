import type { ArticleResult } from '../contract/article.ts';

/**
 * Merges new results into the visible ones. Normally shows the new results in their order. While
 * the pointer is over the list, existing results stay in place, and new ones are appended.
 */
export function mergeResults(
  shown: readonly ArticleResult[],
  fromServer: readonly ArticleResult[],
  isFrozen: boolean,
): readonly ArticleResult[] {
  if (!isFrozen) return isSame(shown, fromServer) ? shown : fromServer;
  const known = new Set(shown.map(({ slug }) => slug));
  const added = fromServer.filter(({ slug }) => !known.has(slug));
  return added.length > 0 ? [...shown, ...added] : shown;
}

function isSame(a: readonly ArticleResult[], b: readonly ArticleResult[]): boolean {
  return a.length === b.length && a.every(({ slug }, at) => slug === b[at]?.slug);
}
