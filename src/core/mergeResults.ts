import type { ArticleResult } from '../contract/article.ts';

/**
 * What to show when a better answer comes: the answer, in its order. While the person points at the
 * list nothing moves: what is there stays where it is, and what is new comes behind it.
 */
export function mergeResults(
  shown: readonly ArticleResult[],
  answer: readonly ArticleResult[],
  isHeld: boolean,
): readonly ArticleResult[] {
  if (!isHeld) return isSame(shown, answer) ? shown : answer;
  const known = new Set(shown.map(({ slug }) => slug));
  const added = answer.filter(({ slug }) => !known.has(slug));
  return added.length > 0 ? [...shown, ...added] : shown;
}

function isSame(a: readonly ArticleResult[], b: readonly ArticleResult[]): boolean {
  return a.length === b.length && a.every(({ slug }, at) => slug === b[at]?.slug);
}
