import * as z from 'zod/mini';
import { locale, savedVersion, slug } from './articleKey.ts';
import type { Endpoint } from './endpoint.ts';
import { limits } from './limits.ts';
import { requiredText, text, timestamp } from './text.ts';

const words = z.array(requiredText(limits.category));
/** Bytes of a JSON body with the source of articles. */
const articleBodyBytes = 16 * 1024 * 1024;

/** An article in one language, as the team manages it. */
export const StoredArticle = z.object({
  slug: z.string(),
  locale: z.string(),
  title: z.string(),
  category: z.string(),
  published: z.boolean(),
  updated: timestamp,
  /** The file that it was imported from; empty for one that was written by the API. */
  path: z.string(),
  /** Names its source, for who imports: what has the same hash need not be sent again. */
  hash: z.string(),
  /** Grows with each save. */
  version: z.int(),
  /** When it will be published; null if no time was set. */
  publish_at: z.nullable(timestamp),
});
export type StoredArticle = z.infer<typeof StoredArticle>;

const Synonyms = z.record(
  z.string(),
  z.array(z.array(text(80)).check(z.maxLength(20))).check(z.maxLength(500)),
);

/** All of them, in every language, by their paths; `synonyms` by language. */
export const listStoredArticles = {
  method: 'GET',
  path: 'agent/articles',
  access: 'agent',
  reply: z.object({ articles: z.array(StoredArticle), synonyms: Synonyms }),
} as const satisfies Endpoint;

/**
 * Markdown, with front matter or without. What is given beside it goes before front matter; without a title
 * the first heading is the title.
 */
export const ArticleDraft = z.object({
  markdown: text(limits.article),
  locale,
  title: z.optional(requiredText(limits.subject)),
  description: z.optional(text(limits.contextLine)),
  category: z.optional(requiredText(limits.category)),
  tags: z.optional(words.check(z.maxLength(30))),
  /** Slugs of articles to read next. */
  related: z.optional(z.array(slug).check(z.maxLength(20))),
  /** `false` keeps it back. */
  published: z.optional(z.boolean()),
  /** Keeps it back until this time. */
  publish_at: z.optional(timestamp),
  /** Default: now. */
  updated: z.optional(timestamp),
  /** The version that was edited, 0 for a new article: another one since then is a conflict. */
  base_version: savedVersion,
});
export type ArticleDraft = z.input<typeof ArticleDraft>;

/** Creates or replaces the article of this slug and language. It can be found at once. */
export const putArticle = {
  method: 'PUT',
  path: 'agent/articles/{slug}',
  access: 'agent',
  role: 'admin',
  bodyBytes: articleBodyBytes,
  body: ArticleDraft,
  reply: z.object({
    article: StoredArticle,
    /** Links that lead nowhere, and pictures that are not to be had; their text stays. */
    dead: z.array(z.string()),
    lost: z.array(z.string()),
  }),
} as const satisfies Endpoint;

/** Removes the article in one language. */
export const deleteArticle = {
  method: 'DELETE',
  path: 'agent/articles/{slug}',
  access: 'agent',
  role: 'admin',
  query: z.object({ locale }),
  reply: z.object({ slug: z.string(), locale: z.string() }),
} as const satisfies Endpoint;

/** A picture for articles of an import, each content once: PNG, JPEG, GIF, WebP or AVIF of at most 10 MB. */
export const uploadArticlePicture = {
  method: 'POST',
  path: 'agent/articles/pictures',
  access: 'agent',
  role: 'admin',
  upload: true,
  reply: z.object({
    id: z.string(),
    /** The address for `images` of an imported article. */
    url: z.string(),
  }),
} as const satisfies Endpoint;

const targets = z.record(z.string(), z.string());

/** A file of a folder, which who imports has read: `links` and `images` say where those of its text lead. */
export const ImportedArticle = z.object({
  slug,
  locale,
  path: requiredText(limits.url),
  markdown: text(limits.article),
  hash: requiredText(limits.id),
  links: targets,
  images: targets,
});
export type ImportedArticle = z.infer<typeof ImportedArticle>;

/**
 * A part of an import: stores `articles`, then keeps `gone` ones back, then makes the languages of `index`
 * searchable with their synonyms. What is stored in a part before is found with the part that indexes.
 */
export const importArticles = {
  method: 'POST',
  path: 'agent/articles/import',
  access: 'agent',
  role: 'admin',
  bodyBytes: articleBodyBytes,
  body: z.object({
    articles: z._default(z.array(ImportedArticle).check(z.maxLength(100)), []),
    gone: z._default(z.array(z.object({ slug, locale })).check(z.maxLength(100_000)), []),
    index: z._default(Synonyms, {}),
  }),
  reply: z.object({
    stored: z.int(),
    /** Files that are not articles. */
    faults: z.array(z.object({ path: z.string(), line: z.int(), message: z.string() })),
  }),
} as const satisfies Endpoint;
