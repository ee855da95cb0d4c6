import * as z from 'zod/mini';
import { StoredArticle } from './articleAdmin.ts';
import { ArticleAudience } from './articleAudience.ts';
import { Blocks } from './articleBody.ts';
import { locale as language, savedVersion, slug } from './articleKey.ts';
import type { Endpoint } from './endpoint.ts';
import { limits } from './limits.ts';
import { text, timestamp } from './text.ts';

/** `scheduled`: it will be published at `publish_at`. */
export const ArticleState = z.enum(['published', 'scheduled', 'draft']);
export type ArticleState = z.infer<typeof ArticleState>;

/** An article in one language, as in the team's list. */
export const ListedArticle = z.extend(z.omit(StoredArticle, { hash: true, published: true }), {
  state: ArticleState,
  saved_at: timestamp,
  /** Name of the agent or key that saved it. Null for an import on the server. */
  saved_by: z.nullable(z.string()),
  /** It is a translation that was saved before the last change of its source. */
  outdated: z.boolean(),
  /** Views in the last 30 days, in all languages. */
  views: z.int(),
  helpful: z.int(),
  not_helpful: z.int(),
});
export type ListedArticle = z.infer<typeof ListedArticle>;

export const ArticleOrder = z.enum(['title', 'updated', 'views', 'votes']);
export type ArticleOrder = z.infer<typeof ArticleOrder>;

/** Lists 50 articles per page. `locales` and `categories`: those of all articles. */
export const browseArticles = {
  method: 'GET',
  path: 'agent/kb/articles',
  access: 'agent',
  query: z.object({
    /** Words in the title, slug or description. */
    search: z.optional(text(limits.query)),
    locale: z.optional(text(35)),
    category: z.optional(text(limits.category)),
    state: z.optional(ArticleState),
    /** Default `title`. The other orders are descending. */
    sort: z.optional(ArticleOrder),
    cursor: z.optional(
      text(9).check(z.regex(/^\d+$/, { error: 'Must be a cursor of this list.' })),
    ),
  }),
  reply: z.object({
    articles: z.array(ListedArticle),
    total: z.int(),
    next_cursor: z.nullable(z.string()),
    locales: z.array(z.string()),
    categories: z.array(z.string()),
  }),
} as const satisfies Endpoint;

const Translation = z.pick(ListedArticle, {
  locale: true,
  title: true,
  state: true,
  outdated: true,
  saved_at: true,
});

/** An article for editing: its Markdown without front matter. */
export const EditedArticle = z.extend(
  z.omit(ListedArticle, { views: true, helpful: true, not_helpful: true }),
  {
    description: z.string(),
    tags: z.array(z.string()),
    related: z.array(z.string()),
    markdown: z.string(),
    /** The article in all languages, including this one. */
    translations: z.array(Translation),
    /**
     * Language of the source of translations: `source_locale` of the account, or else the language that
     * was created first.
     */
    source_locale: z.string(),
    /** Former slugs that redirect to it. */
    redirects: z.array(z.string()),
  },
);
export type EditedArticle = z.infer<typeof EditedArticle>;

const ofLanguage = z.object({ locale: language });

export const getEditedArticle = {
  method: 'GET',
  path: 'agent/articles/{slug}',
  access: 'agent',
  query: ofLanguage,
  reply: EditedArticle,
} as const satisfies Endpoint;

/** Changes the state of an article, but not its text. */
export const updateArticle = {
  method: 'PATCH',
  path: 'agent/articles/{slug}',
  access: 'agent',
  role: 'admin',
  query: ofLanguage,
  body: z.object({
    published: z.optional(z.boolean()),
    /**
     * Publishes it at this time. Null cancels the schedule. A past time publishes it immediately.
     */
    publish_at: z.optional(z.nullable(timestamp)),
    /** The visitors who can read it, in all of its languages. Null: everyone. */
    audience: z.optional(z.nullable(ArticleAudience)),
    /** Confirms that a translation still matches its source. */
    reviewed: z.optional(z.literal(true)),
    base_version: savedVersion,
  }),
  reply: StoredArticle,
} as const satisfies Endpoint;

/**
 * Returns the blocks of a Markdown text, as readers see them. `problem`: why it is not a valid
 * article.
 */
export const previewArticle = {
  method: 'POST',
  path: 'agent/kb/preview',
  access: 'agent',
  readOnly: true,
  bodyBytes: 16 * 1024 * 1024,
  body: z.object({
    markdown: text(limits.article),
    locale: language,
    title: z.optional(text(limits.subject)),
  }),
  reply: z.object({
    title: z.string(),
    blocks: Blocks,
    minutes: z.int(),
    /** Broken links and missing pictures. */
    dead: z.array(z.string()),
    lost: z.array(z.string()),
    problem: z.nullable(z.object({ line: z.int(), message: z.string() })),
  }),
} as const satisfies Endpoint;

export const ArticleVersion = z.object({
  version: z.int(),
  title: z.string(),
  saved_at: timestamp,
  saved_by: z.nullable(z.string()),
});
export type ArticleVersion = z.infer<typeof ArticleVersion>;

/** Lists the last 50 versions, newest first. The first is the current article. */
export const listArticleVersions = {
  method: 'GET',
  path: 'agent/articles/{slug}/versions',
  access: 'agent',
  query: ofLanguage,
  reply: z.object({ versions: z.array(ArticleVersion) }),
} as const satisfies Endpoint;

export const getArticleVersion = {
  method: 'GET',
  path: 'agent/articles/{slug}/versions/{version}',
  access: 'agent',
  query: ofLanguage,
  reply: z.extend(ArticleVersion, {
    description: z.string(),
    category: z.string(),
    tags: z.array(z.string()),
    related: z.array(z.string()),
    markdown: z.string(),
    blocks: Blocks,
  }),
} as const satisfies Endpoint;

/**
 * Saves the text of an earlier version as a new version. The state of the article does not change.
 */
export const restoreArticleVersion = {
  method: 'POST',
  path: 'agent/articles/{slug}/versions/{version}/restore',
  access: 'agent',
  role: 'admin',
  query: ofLanguage,
  body: z.object({ base_version: savedVersion }),
  reply: StoredArticle,
} as const satisfies Endpoint;

/** Changes the slug of an article in all its languages. The old slug redirects to the new one. */
export const moveArticle = {
  method: 'POST',
  path: 'agent/articles/{slug}/move',
  access: 'agent',
  role: 'admin',
  body: z.object({ slug }),
  reply: z.object({ slug: z.string(), redirects: z.array(z.string()) }),
} as const satisfies Endpoint;
