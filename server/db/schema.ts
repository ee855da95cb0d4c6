import type { ColumnType, Generated } from 'kysely';
import type { Block } from '../../src/contract/articleBody.ts';
import type { CustomField, HelpLink, TicketCategory } from '../../src/contract/config.ts';
import type {
  CustomValue,
  Priority,
  TicketContext,
  TicketStatus,
} from '../../src/contract/ticket.ts';
import type { FirstResponse } from '../firstResponse.ts';

/** Read as parsed JSON, written as its text. */
type Json<T> = ColumnType<T, string, string>;
/** Filled by the database from the settings of the transaction; code cannot name another. */
type FromScope = ColumnType<string, never, never>;
type Instant = ColumnType<Date, Date | undefined, Date>;

export interface TenantsTable {
  id: string;
  name: string;
  /** Shown to visitors, and where their answers go. */
  email: string;
  mail_from: string;
  team_email: string;
  ticket_prefix: Generated<string>;
  allowed_origins: string[];
  links: Json<HelpLink[]>;
  /** Null: the default categories. */
  categories: Json<TicketCategory[]> | null;
  fields: Json<CustomField[]>;
  first_response: Json<FirstResponse>;
  /** Address of an article, with `{slug}`. */
  kb_url: Generated<string>;
  /** Up to so many articles of a language are given to the device. */
  kb_index_limit: Generated<number>;
}

export interface ApiKeysTable {
  hash: string;
  tenant_id: string;
  kind: 'publishable' | 'secret';
  revoked_at: Date | null;
}

export interface TicketCountersTable {
  tenant_id: string;
  next: Generated<number>;
}

export interface TicketMetadata {
  source: string;
  user_id: string | null;
  tenant_id: string | null;
  original_mailto_attempt: boolean;
}

export interface TicketsTable {
  tenant_id: FromScope;
  id: string;
  visitor_hash: FromScope;
  number: number;
  ticket_number: string;
  status: Generated<TicketStatus>;
  subject: string;
  customer_email: string;
  customer_name: string | null;
  customer_tier: string | null;
  priority: Priority;
  category: string;
  custom_fields: Json<Record<string, CustomValue>>;
  context: Json<TicketContext>;
  metadata: Json<TicketMetadata>;
  created_at: Instant;
  updated_at: Instant;
  estimated_first_response: Date | null;
}

export interface MessagesTable {
  tenant_id: FromScope;
  ticket_id: string;
  /** 1 is the description of the ticket. */
  position: number;
  visitor_hash: FromScope;
  author: 'visitor' | 'agent' | 'system';
  message_type: Generated<string>;
  internal: Generated<boolean>;
  body: string;
  metadata: Json<Record<string, unknown>>;
  created_at: Instant;
}

export interface JobsTable {
  tenant_id: FromScope;
  id: string;
  type: string;
  payload: Json<Record<string, string>>;
  attempts: Generated<number>;
  /** When it may be taken; while it is being worked on, the end of its lease. */
  run_at: Generated<Date>;
  failed_at: Date | null;
  last_error: string | null;
}

export interface IdempotencyKeysTable {
  tenant_id: FromScope;
  visitor_hash: FromScope;
  key: string;
  request_hash: string;
  /** Set before its transaction ends; other transactions never see it null. */
  reply: Json<unknown> | null;
  created_at: Instant;
}

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
  /** Markdown with its front matter, and the hash by which a change of it is told. */
  source: string;
  source_hash: string;
  blocks: Json<Block[]>;
  /** Plain text. */
  body: string;
  minutes: number;
  published: boolean;
  updated_at: Date;
  /** Each term once, and in which fields it is: see src/relevance. */
  terms: string[];
  term_fields: number[];
}

export interface ArticleTermsTable {
  tenant_id: FromScope;
  locale: string;
  term: string;
  /** How many published articles have it. */
  articles: number;
  /** `id * 16 + fields` of articles that have it, joined by commas, strongest fields first. */
  postings: string;
}

/** One language of a tenant's articles. */
export interface ArticleLocalesTable {
  tenant_id: FromScope;
  locale: string;
  version: string;
  /** Published ones. */
  articles: number;
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
  helpful: boolean;
  comment: string | null;
  created_at: Instant;
}

export interface Schema {
  tenants: TenantsTable;
  api_keys: ApiKeysTable;
  ticket_counters: TicketCountersTable;
  tickets: TicketsTable;
  messages: MessagesTable;
  jobs: JobsTable;
  idempotency_keys: IdempotencyKeysTable;
  articles: ArticlesTable;
  article_terms: ArticleTermsTable;
  article_locales: ArticleLocalesTable;
  article_views: ArticleViewsTable;
  article_feedback: ArticleFeedbackTable;
}
