import * as z from 'zod/mini';
import type { ArticleAudience } from '../../../src/contract/articleAudience.ts';
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
  /** The readers. Empty: unchanged, which for a new translation is as in the other languages. */
  readers: z._default(z.enum(['', 'everyone', 'signed-in']), ''),
  plans: z._default(z.string(), ''),
  roles: z._default(z.string(), ''),
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
  readers: '',
  plans: '',
  roles: '',
  version: 0,
};

type Text = Pick<
  EditedArticle,
  'title' | 'description' | 'category' | 'tags' | 'related' | 'markdown'
>;

/** The fields that versions of a text do not have. */
type Unversioned = Pick<Draft, 'version' | 'news' | 'readers' | 'plans' | 'roles'>;

/** Returns the fields of a stored article that its versions do not have. */
export function unversionedOf({
  version,
  news_at,
  audience,
}: Pick<EditedArticle, 'version' | 'news_at' | 'audience'>): Unversioned {
  return {
    version,
    news: news_at?.slice(0, 10) ?? '',
    readers: audience === null ? 'everyone' : 'signed-in',
    plans: audience?.plans?.join(', ') ?? '',
    roles: audience?.roles?.join(', ') ?? '',
  };
}

/** Returns the draft of a text. */
export function draftOf(
  { title, description, category, tags, related, markdown }: Text,
  { version, news, readers, plans, roles }: Unversioned,
): Draft {
  const joined = { tags: tags.join(', '), related: related.join(', ') };
  const text = { title, description, category, ...joined, markdown };
  return { ...text, news, readers, plans, roles, version };
}

/** Returns the text of a draft in the form of the API. */
export function textOf(draft: Draft) {
  const { title, description, category, tags, related, markdown, news, readers } = draft;
  const lists = { tags: wordsOf(tags), related: wordsOf(related) };
  return {
    ...{ title: title.trim(), description, category: category.trim(), ...lists, markdown },
    news_at: news === '' ? null : `${news}T00:00:00.000Z`,
    ...(readers !== '' && { audience: readers === 'everyone' ? null : audienceOf(draft) }),
  };
}

function audienceOf(draft: Draft): ArticleAudience {
  const [plans, roles] = [wordsOf(draft.plans), wordsOf(draft.roles)];
  return { ...(plans.length > 0 && { plans }), ...(roles.length > 0 && { roles }) };
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
