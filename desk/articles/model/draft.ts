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
  version: 0,
};

type Text = Pick<
  EditedArticle,
  'title' | 'description' | 'category' | 'tags' | 'related' | 'markdown'
>;

export function draftOf(
  { title, description, category, tags, related, markdown }: Text,
  version: number,
): Draft {
  const joined = { tags: tags.join(', '), related: related.join(', ') };
  return { title, description, category, ...joined, markdown, version };
}

/** Returns the text of a draft in the form of the API. */
export function textOf({ title, description, category, tags, related, markdown }: Draft) {
  const lists = { tags: wordsOf(tags), related: wordsOf(related) };
  return { title: title.trim(), description, category: category.trim(), ...lists, markdown };
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
