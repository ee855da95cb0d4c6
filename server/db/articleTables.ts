import type { ColumnType, Generated } from 'kysely';
import type { ArticleAudience } from '../../src/contract/articleAudience.ts';
import type { Block } from '../../src/contract/articleBody.ts';
import type { KeyMode } from '../../src/contract/role.ts';
import type { FromScope, Instant, Json } from './columns.ts';

export interface ArticlesTable {
  tenant_id: FromScope;
  locale: string;
  slug: string;
  id: Generated<number>;
  category: string;
  title: string;
  description: string;
  tags: string[];
  headings: string[];
  related: string[];
  /** The imported file. */
  path: string;
  /** Markdown with its front matter, and its hash, by which changes are detected. */
  source: string;
  source_hash: string;
  blocks: Json<Block[]>;
  /** Plain text. */
  body: string;
  minutes: number;
  published: boolean;
  updated_at: Date;
  /** Each term once, with its mark: see src/relevance/profile.ts. */
  terms: string[];
  term_fields: number[];
  /** Ids of the stored pictures that the article shows. */
  pictures: string[];
  /** Increases with each save. */
  version: Generated<number>;
  saved_at: Generated<Date>;
  /** Name of the agent or key that saved the article. */
  saved_by: string | null;
  /** Time of the last confirmation, without a save, that it matches its source. */
  reviewed_at: Date | null;
  /** Scheduled time of publication. Null: not scheduled. */
  publish_at: Date | null;
  /** Its date in What's new. Null: it is not listed there. */
  news_at: Date | null;
  /** The visitors who can read it. Null: everyone. */
  audience: ColumnType<ArticleAudience | null, string | null | undefined, string | null>;
}

/** An article as it was before a later save. */
interface ArticleVersionsTable
  extends Pick<
    ArticlesTable,
    | 'tenant_id'
    | 'locale'
    | 'slug'
    | 'title'
    | 'description'
    | 'category'
    | 'tags'
    | 'related'
    | 'path'
    | 'source'
    | 'blocks'
    | 'saved_by'
  > {
  version: number;
  saved_at: Date;
}

/** A former slug of an article. */
interface ArticleRedirectsTable {
  tenant_id: FromScope;
  slug: string;
  target: string;
}

/** A visitor search that found no article. */
interface MissedSearchesTable {
  tenant_id: FromScope;
  locale: string;
  /** In lower case. */
  query: string;
  searches: Generated<number>;
  last_at: Generated<Date>;
}

/** A picture of articles, stored once for equal content. */
interface ArticlePicturesTable {
  tenant_id: FromScope;
  id: string;
  /** SHA-256 of its content, in hex. */
  digest: string;
  type: string;
  size: number;
  storage_key: string;
  created_at: Instant;
  /** Time at which its content was stored. */
  stored_at: Date | null;
}

interface ArticleTermsTable {
  tenant_id: FromScope;
  locale: string;
  term: string;
  /** Number of published articles that contain it. */
  articles: number;
  /**
   * `id * 32 + mark` of the articles that contain it, separated by commas, strongest marks first.
   */
  postings: string;
}

/** The articles of a tenant in one language. */
export interface ArticleLocalesTable {
  tenant_id: FromScope;
  locale: string;
  version: string;
  /** Number of published articles. */
  articles: number;
  /** Length of their plain texts in UTF-8. */
  text_bytes: number;
  /** Groups of synonyms. */
  synonyms: Json<string[][]>;
}

interface ArticleViewsTable {
  tenant_id: FromScope;
  slug: string;
  day: Generated<Date>;
  views: Generated<number>;
}

interface ArticleFeedbackTable {
  tenant_id: FromScope;
  slug: string;
  visitor_hash: FromScope;
  mode: Generated<KeyMode>;
  helpful: boolean;
  comment: string | null;
  created_at: Instant;
}

/** The tables of articles. */
export interface ArticleSchema {
  articles: ArticlesTable;
  article_pictures: ArticlePicturesTable;
  article_terms: ArticleTermsTable;
  article_locales: ArticleLocalesTable;
  article_views: ArticleViewsTable;
  article_feedback: ArticleFeedbackTable;
  article_versions: ArticleVersionsTable;
  article_redirects: ArticleRedirectsTable;
  missed_searches: MissedSearchesTable;
}
