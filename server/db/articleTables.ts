import type { Generated } from 'kysely';
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
  /** File that it was imported from. */
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
  /** Each term once, and its mark: see src/relevance/profile.ts. */
  terms: string[];
  term_fields: number[];
  /** Ids of the stored pictures that it shows. */
  pictures: string[];
  /** Grows with each save. */
  version: Generated<number>;
  saved_at: Generated<Date>;
  /** Name of the agent or key that saved it. */
  saved_by: string | null;
  /** When it was last found to fit its source, though nothing was saved. */
  reviewed_at: Date | null;
  /** When it is published; null if no time was set. */
  publish_at: Date | null;
}

/** An article as it was before a later save. */
export interface ArticleVersionsTable
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

/** A slug that an article had. */
export interface ArticleRedirectsTable {
  tenant_id: FromScope;
  slug: string;
  target: string;
}

/** A search of visitors that found no article. */
export interface MissedSearchesTable {
  tenant_id: FromScope;
  locale: string;
  /** In small letters. */
  query: string;
  searches: Generated<number>;
  last_at: Generated<Date>;
}

/** A picture of articles, each content once. */
export interface ArticlePicturesTable {
  tenant_id: FromScope;
  id: string;
  /** SHA-256 of its content, in hex. */
  digest: string;
  type: string;
  size: number;
  storage_key: string;
  created_at: Instant;
  /** When its bytes were stored. */
  stored_at: Date | null;
}

export interface ArticleTermsTable {
  tenant_id: FromScope;
  locale: string;
  term: string;
  /** The number of published articles that have it. */
  articles: number;
  /** `id * 32 + mark` of articles that have it, joined by commas, strongest marks first. */
  postings: string;
}

/** A language of a tenant's articles. */
export interface ArticleLocalesTable {
  tenant_id: FromScope;
  locale: string;
  version: string;
  /** Published ones. */
  articles: number;
  /** Length of their plain texts in UTF-8. */
  text_bytes: number;
  /** Groups of words that mean the same. */
  synonyms: Json<string[][]>;
}

export interface ArticleViewsTable {
  tenant_id: FromScope;
  slug: string;
  day: Generated<Date>;
  views: Generated<number>;
}

export interface ArticleFeedbackTable {
  tenant_id: FromScope;
  slug: string;
  visitor_hash: FromScope;
  mode: Generated<KeyMode>;
  helpful: boolean;
  comment: string | null;
  created_at: Instant;
}
