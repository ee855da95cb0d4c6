import * as z from 'zod/mini';
import type { EditedArticle } from '../../../src/contract/articleEditing.ts';

/** An article while it is edited. Lists are comma-separated text. */
export const Draft = z.object({
  title: z.string(),
  description: z.string(),
  category: z.string(),
  tags: z.string(),
  related: z.string(),
  markdown: z.string(),
  /** Its date in What's new, such as `2026-11-20`. Empty if it is not listed there. */
  news: z._default(z.string(), ''),
  /** The version that is edited. 0 for a new article. */
  version: z.number(),
});
export type Draft = z.infer<typeof Draft>;

export const emptyDraft: Draft = {
  title: '',
  description: '',
  category: 'general',
  tags: '',
  related: '',
  markdown: '',
  news: '',
  version: 0,
};

type Text = Pick<
  EditedArticle,
  'title' | 'description' | 'category' | 'tags' | 'related' | 'markdown'
>;

/** Returns the draft of a text. Versions of a text do not have its date in What's new. */
export function draftOf(
  { title, description, category, tags, related, markdown }: Text,
  { version, news }: Pick<Draft, 'version' | 'news'>,
): Draft {
  const joined = { tags: tags.join(', '), related: related.join(', ') };
  return { title, description, category, ...joined, markdown, news, version };
}

/** Returns the text of a draft in the form of the API. */
export function textOf({ title, description, category, tags, related, markdown, news }: Draft) {
  const lists = { tags: wordsOf(tags), related: wordsOf(related) };
  return {
    ...{ title: title.trim(), description, category: category.trim(), ...lists, markdown },
    news_at: news === '' ? null : `${news}T00:00:00.000Z`,
  };
}

function wordsOf(text: string): string[] {
  const words = text.split(',').map((word) => word.trim());
  return [...new Set(words)].filter(Boolean);
}

/** True if the two drafts have no differences to save. */
export function isSame(a: Draft, b: Draft): boolean {
  return JSON.stringify(textOf(a)) === JSON.stringify(textOf(b));
}

/**
 * Returns a slug for a title: lowercase Latin letters, numbers and hyphens. Empty if the title has
 * none of them.
 */
export function slugFor(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 100)
    .replace(/-+$/, '');
}
