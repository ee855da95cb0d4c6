import type { ColumnType, Generated } from 'kysely';
import type { AttachmentRules } from '../../src/contract/attachment.ts';
import type { CustomField, HelpLink, TicketCategory } from '../../src/contract/config.ts';
import type { Message } from '../../src/contract/message.ts';
import type {
  CustomValue,
  MessageAuthor,
  Priority,
  Rating,
  TicketContext,
  TicketStatus,
} from '../../src/contract/ticket.ts';
import type { FirstResponse } from '../firstResponse.ts';
import type {
  ArticleFeedbackTable,
  ArticleLocalesTable,
  ArticlesTable,
  ArticleTermsTable,
  ArticleViewsTable,
} from './articleTables.ts';
import type { AttachmentRemovalsTable, AttachmentsTable } from './attachmentTables.ts';
import type { FromScope, Instant, Json } from './columns.ts';
import type { IntegrationSchema } from './integrationTables.ts';
import type { WebhookSchema } from './webhookTables.ts';

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
  /** Null: the default rules. */
  attachments: Json<AttachmentRules> | null;
  /** HS256 secrets of identity tokens, any of which is good: they may rotate. */
  identity_secrets: Generated<string[]>;
  /** Ed25519 public keys of identity tokens, as JWK. */
  identity_keys: ColumnType<Record<string, unknown>[], string | undefined, string>;
  require_identity: Generated<boolean>;
  /** Where answers by mail arrive; null: nowhere. */
  inbound_domain: string | null;
  /** Seconds that a reply may be read in the widget before it is mailed. */
  reply_mail_delay: Generated<number>;
  /** Address of an article, with `{slug}`. */
  kb_url: Generated<string>;
  /** Up to so many articles of a language are given to the device. */
  kb_index_limit: Generated<number>;
  /** Who may connect accounts: visitors that the host vouches for, or any. */
  connect_by: Generated<'verified' | 'visitor'>;
}

export interface AgentsTable {
  tenant_id: FromScope;
  id: string;
  name: string;
  email: string;
}

export interface AgentSessionsTable {
  hash: string;
  tenant_id: FromScope;
  agent_id: string;
  expires_at: Date;
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
  /** The host vouched for who wrote it. */
  verified: Generated<boolean>;
  assignee_id: string | null;
  /** Position of the newest entry that the visitor may see. */
  last_position: Generated<number>;
  /** Position of the newest internal note, counting down from -1; 0 before the first. */
  last_note: Generated<number>;
  /** Up to here the visitor has read. */
  read_position: Generated<number>;
  /** Entries after it that are not the visitor's own. */
  unread: Generated<number>;
  last_author: Generated<MessageAuthor>;
  last_author_name: string | null;
  excerpt: Generated<string>;
  rating: ColumnType<Rating | null, string | null | undefined, string | null>;
  first_response_at: Date | null;
  resolved_at: Date | null;
  reopened: Generated<number>;
  /** Part of the address that answers by mail go to; who knows it may write into the conversation. */
  reply_token: string | null;
}

export interface MessagesTable {
  tenant_id: FromScope;
  ticket_id: string;
  /** 1 is the description of the ticket; internal notes count down from -1, so that no gap shows them. */
  position: number;
  visitor_hash: FromScope;
  author: 'visitor' | 'agent' | 'system';
  message_type: Generated<string>;
  internal: Generated<boolean>;
  body: string;
  metadata: Json<Record<string, unknown>>;
  created_at: Instant;
  id: Generated<string>;
  author_name: string | null;
  channel: Generated<'widget' | 'email' | 'agent' | 'system'>;
  change: ColumnType<Message['change'], string | null | undefined, string | null>;
  /** Message-ID of the mail that brought or carried it. */
  mail_id: string | null;
  /** The job that mails it: one alone, and the same again after a crash. */
  mail_job: string | null;
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

export interface Schema extends IntegrationSchema, WebhookSchema {
  tenants: TenantsTable;
  api_keys: ApiKeysTable;
  ticket_counters: TicketCountersTable;
  tickets: TicketsTable;
  messages: MessagesTable;
  jobs: JobsTable;
  idempotency_keys: IdempotencyKeysTable;
  agents: AgentsTable;
  agent_sessions: AgentSessionsTable;
  attachments: AttachmentsTable;
  attachment_removals: AttachmentRemovalsTable;
  articles: ArticlesTable;
  article_terms: ArticleTermsTable;
  article_locales: ArticleLocalesTable;
  article_views: ArticleViewsTable;
  article_feedback: ArticleFeedbackTable;
}
