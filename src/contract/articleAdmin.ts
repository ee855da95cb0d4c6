import * as z from 'zod/mini';
import { ArticleAudience } from './articleAudience.ts';
import { locale, savedVersion, slug } from './articleKey.ts';
import type { Endpoint } from './endpoint.ts';
import { limits } from './limits.ts';
import { requiredText, text, timestamp } from './text.ts';

const words = z.array(requiredText(limits.category));
/** Maximum bytes of a JSON body with the source of articles. */
const articleBodyBytes = 16 * 1024 * 1024;

/** An article in one language, with the fields for the team. */
export const StoredArticle = z.object({
  slug: z.string(),
  locale: z.string(),
  title: z.string(),
  category: z.string(),
  published: z.boolean(),
  updated: timestamp,
  /** The imported file. Empty for an article that was written through the API. */
  path: z.string(),
  /** Hash of the source. An import can skip an article with the same hash. */
  hash: z.string(),
  /** Increases with each save. */
  version: z.int(),
  /** Scheduled time of publication. Null if it is not scheduled. */
  publish_at: z.nullable(timestamp),
  /** Its date in What's new. Null if it is not listed there. */
  news_at: z.nullable(timestamp),
  /** The visitors who can read it. Null: everyone. */
  audience: z.nullable(ArticleAudience),
});
export type StoredArticle = z.infer<typeof StoredArticle>;

const Synonyms = z.record(
  z.string(),
  z.array(z.array(text(80)).check(z.maxLength(20))).check(z.maxLength(500)),
);

/** Lists all articles of all languages by path. `synonyms`: by language. */
export const listStoredArticles = {
  method: 'GET',
  path: 'agent/articles',
  access: 'agent',
  reply: z.object({ articles: z.array(StoredArticle), synonyms: Synonyms }),
} as const satisfies Endpoint;

/**
 * Markdown, with or without front matter. The other fields override the front matter. Without a
 * title, the first heading becomes the title.
 */
export const ArticleDraft = z.object({
  markdown: text(limits.article),
  locale,
  title: z.optional(requiredText(limits.subject)),
  description: z.optional(text(limits.contextLine)),
  category: z.optional(requiredText(limits.category)),
  tags: z.optional(words.check(z.maxLength(30))),
  /** Slugs of related articles. */
  related: z.optional(z.array(slug).check(z.maxLength(20))),
  /** `false` leaves it unpublished. */
  published: z.optional(z.boolean()),
  /** Publishes it at this time. */
  publish_at: z.optional(timestamp),
  /**
   * Its date in What's new, where a future date is listed when it comes. Search and suggestions omit
   * the article. Null: an article like others.
   */
  news_at: z.optional(z.nullable(timestamp)),
  /**
   * The visitors who can read it, in all of its languages. Null: everyone. Default: that of the front
   * matter, or else as before.
   */
  audience: z.optional(z.nullable(ArticleAudience)),
  /** Default: now. */
  updated: z.optional(timestamp),
  /**
   * The version that was edited, or 0 for a new article. If the current version is another one, the
   * request fails with a conflict.
   */
  base_version: savedVersion,
});
export type ArticleDraft = z.input<typeof ArticleDraft>;

/** Creates or replaces the article with this slug and language. It can be found immediately. */
export const putArticle = {
  method: 'PUT',
  path: 'agent/articles/{slug}',
  access: 'agent',
  role: 'admin',
  bodyBytes: articleBodyBytes,
  body: ArticleDraft,
  reply: z.object({
    article: StoredArticle,
    /** Broken links and missing pictures. Their text is kept. */
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

/**
 * Uploads a picture for imported articles: PNG, JPEG, GIF, WebP or AVIF of at most 10 MB. Equal
 * content is stored once.
 */
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

/**
 * A file of a folder that the importer has read. `links` and `images`: the targets of the addresses
 * in its text.
 */
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
 * One part of an import. Stores `articles`, then unpublishes `gone` articles, then updates the
 * search index of the languages in `index` with their synonyms. Articles of earlier parts can be
 * found after the part with `index`.
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
    /** Files that cannot be read as articles. */
    faults: z.array(z.object({ path: z.string(), line: z.int(), message: z.string() })),
  }),
} as const satisfies Endpoint;
