import * as z from 'zod/mini';
import { Blocks } from './articleBody.ts';
import type { Endpoint } from './endpoint.ts';
import { limits } from './limits.ts';
import { between, text, timestamp } from './text.ts';

/** Ranges of characters to highlight. The end is not included. */
const ranges = z.array(z.tuple([z.int(), z.int()]));

/** `relevance_score`: 0 to 1. From 0.7 on, a support agent would send this link. */
export const ArticleResult = z.object({
  title: z.string(),
  url: z.string(),
  snippet: z.string(),
  relevance_score: z.number().check(...between(0, 1)),
  auto_suggested: z.literal(true),
  slug: z.string(),
  category: z.string(),
  /** Reading time in minutes. */
  minutes: z.int(),
  matches: z.object({ title: ranges, snippet: ranges }),
});
export type ArticleResult = z.infer<typeof ArticleResult>;

/** Best result first. `locale`: their language, which can be the fallback. */
export const ArticleResults = z.object({ results: z.array(ArticleResult), locale: z.string() });
export type ArticleResults = z.infer<typeof ArticleResults>;

export const RelatedArticle = z.object({
  slug: z.string(),
  title: z.string(),
  url: z.string(),
  category: z.string(),
  minutes: z.int(),
});
export type RelatedArticle = z.infer<typeof RelatedArticle>;

export const Article = z.extend(RelatedArticle, {
  /** Language of the text. It can be a fallback of the requested language. */
  locale: z.string(),
  description: z.string(),
  tags: z.array(z.string()),
  updated: timestamp,
  blocks: Blocks,
  related: z.array(RelatedArticle),
});
export type Article = z.infer<typeof Article>;

/** The data that the device needs to search an article and to score it like the server. */
export const IndexedArticle = z.extend(RelatedArticle, {
  description: z.string(),
  tags: z.array(z.string()),
  headings: z.array(z.string()),
  /** Plain text, truncated to 20,000 characters. */
  text: z.string(),
});
export type IndexedArticle = z.infer<typeof IndexedArticle>;

/**
 * `synonyms`: groups of words with the same meaning. `version` changes with every change of an
 * article.
 */
export const ArticleIndex = z.object({
  version: z.string(),
  locale: z.string(),
  limit: z.int(),
  synonyms: z.array(z.array(z.string())),
  articles: z.array(IndexedArticle),
  /** It has articles that only visitors like this one can read, so a device must not store it. */
  restricted: z.optional(z.boolean()),
});
export type ArticleIndex = z.infer<typeof ArticleIndex>;

export const locale = z.optional(text(35));
export const category = z.optional(text(limits.category));

/**
 * Searches articles. `limit`: 1 to 20, default 10. `q` can be an unfinished text. Without it, the
 * most viewed articles of the last 30 days are returned, with a score of 0.
 */
export const searchArticles = {
  method: 'GET',
  path: 'support/kb/search',
  access: 'guest',
  query: z.object({
    q: z.optional(text(limits.query)),
    locale,
    category,
    limit: z.optional(z.string().check(z.regex(/^([1-9]|1\d|20)$/, { error: 'Must be 1 to 20.' }))),
  }),
  reply: ArticleResults,
} as const satisfies Endpoint;

export const getArticle = {
  method: 'GET',
  path: 'support/kb/articles/{slug}',
  access: 'guest',
  cacheFor: 300,
  query: z.object({ locale }),
  reply: Article,
} as const satisfies Endpoint;

/** Rates an article. Each visitor has one rating per article; a new rating replaces it. */
export const rateArticle = {
  method: 'POST',
  path: 'support/kb/articles/{slug}/feedback',
  access: 'visitor',
  idempotent: true,
  body: z.object({ helpful: z.boolean(), comment: z.optional(text(limits.comment)) }),
  reply: z.object({ helpful: z.boolean() }),
} as const satisfies Endpoint;

/** Returns all data for search on the device. `too_many`: the server should search instead. */
export const getArticleIndex = {
  method: 'GET',
  path: 'support/kb/index',
  access: 'guest',
  etag: true,
  query: z.object({ locale }),
  reply: z.union([ArticleIndex, z.object({ too_many: z.literal(true), limit: z.int() })]),
} as const satisfies Endpoint;
