import type { ColumnType, Generated } from 'kysely';
import type { AttachmentRules } from '../../src/contract/attachment.ts';
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
  /** Null: the default rules. */
  attachments: Json<AttachmentRules> | null;
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

export interface AttachmentsTable {
  tenant_id: FromScope;
  id: string;
  /** Who uploaded it; null for an agent. */
  visitor_hash: ColumnType<string | null, never, never>;
  /** Null until it goes with a message. */
  ticket_id: string | null;
  position: number | null;
  /** Its place among the files of the message. */
  rank: number | null;
  name: string;
  type: string;
  size: number;
  storage_key: string;
  created_at: Instant;
  /** When its bytes were in the store; until then nobody can use it. */
  stored_at: Date | null;
  linked_at: Date | null;
}

/** Files whose rows are gone; a trigger writes it. */
export interface AttachmentRemovalsTable {
  tenant_id: FromScope;
  storage_key: string;
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
  attachments: AttachmentsTable;
  attachment_removals: AttachmentRemovalsTable;
}
