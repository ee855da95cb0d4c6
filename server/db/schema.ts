import type { ColumnType, Generated } from 'kysely';
import type { Plan } from '../../src/contract/adminAccount.ts';
import type { AttachmentRules } from '../../src/contract/attachment.ts';
import type { CustomField, HelpLink, TicketCategory } from '../../src/contract/config.ts';
import type { Proactive } from '../../src/contract/proactiveRule.ts';
import type { Routing } from '../../src/contract/routing.ts';
import type { BusinessHours } from '../base/businessHours.ts';
import type { FirstResponse } from '../base/firstResponse.ts';
import type {
  AgentSessionsTable,
  AgentsTable,
  AllowancesTable,
  ApiKeysTable,
  AuditLogTable,
  ClosedAccountsTable,
  OperatorLogTable,
  RateBucketsTable,
  RetiredIdentitySecretsTable,
} from './accountTables.ts';
import type { ArticleSchema } from './articleTables.ts';
import type { AttachmentRemovalsTable, AttachmentsTable } from './attachmentTables.ts';
import type { FromScope, Instant, Json } from './columns.ts';
import type { DeskSchema } from './deskTables.ts';
import type { HelpDeskSchema } from './helpDeskTables.ts';
import type { IntegrationSchema } from './integrationTables.ts';
import type {
  DailySummariesTable,
  DeflectionsTable,
  EventsTable,
  RequestMetricsTable,
  ResponseTimersTable,
} from './metricsTables.ts';
import type {
  MailsTable,
  MessagesTable,
  ReceivedMailsTable,
  SandboxMailsTable,
  TicketCountersTable,
  TicketCountsTable,
  TicketsTable,
} from './ticketTables.ts';
import type { WebhookSchema } from './webhookTables.ts';

export interface TenantsTable {
  id: string;
  name: string;
  /** Visitors see this address and send replies to it. */
  email: string;
  mail_from: string;
  team_email: string;
  ticket_prefix: Generated<string>;
  allowed_origins: string[];
  links: Json<HelpLink[]>;
  /** Null: the default categories apply. */
  categories: Json<TicketCategory[]> | null;
  fields: Json<CustomField[]>;
  first_response: Json<FirstResponse>;
  /** Null: open around the clock. */
  business_hours: Json<BusinessHours> | null;
  /** Queues, and rules for new requests. */
  routing: ColumnType<Routing, string | undefined, string>;
  /** Null: the default rules apply. */
  attachments: Json<AttachmentRules> | null;
  /** HS256 secrets of identity tokens. Each is accepted, so that they can be rotated. */
  identity_secrets: Generated<string[]>;
  /** Ed25519 public keys of identity tokens, as JWK. */
  identity_keys: ColumnType<Record<string, unknown>[], string | undefined, string>;
  require_identity: Generated<boolean>;
  /** Disabled agents, whom rules do not assign. */
  disabled_agents: Generated<string[]>;
  /** Domain for replies by mail. Null: replies by mail are not received. */
  inbound_domain: string | null;
  /** A mail from an unknown address opens a request. */
  email_channel: Generated<boolean>;
  /** Seconds during which a reply can be read in the widget before it is mailed. */
  reply_mail_delay: Generated<number>;
  /** Address pattern of articles, with `{slug}`. */
  kb_url: Generated<string>;
  /** Its articles are public pages. */
  help_center: Generated<boolean>;
  /** AI assistants can read its articles. */
  mcp: Generated<boolean>;
  /** A model writes answers from articles. */
  written_answers: Generated<boolean>;
  /** Maximum number of written answers in 30 days. */
  written_answers_limit: Generated<number>;
  /** Maximum number of articles of a language that the device downloads. */
  kb_index_limit: Generated<number>;
  /** Rules for proactive messages. */
  proactive: ColumnType<Proactive, string | undefined, string>;
  /** Who can connect accounts: verified visitors, or all visitors. */
  connect_by: Generated<'verified' | 'visitor'>;
  /** The signed role that is required to connect an integration. Null: no role. */
  connect_role: string | null;
  /** Whether a request from an unverified address is confirmed by mail. */
  confirm_unverified: Generated<boolean>;
  proof_of_work: Generated<boolean>;
  /** Whether signed members of an organization can read each other's requests. */
  share_requests: Generated<'visitor' | 'organization'>;
  /** The part of the team's figures that visitors see before they write. */
  /** Language of the articles that translations follow. */
  source_locale: Generated<string>;
  show_team: Generated<'nothing' | 'times' | 'people'>;
  /** Null: the default limits of the server apply. */
  plan: Plan | null;
  /** Null for an account that is older than this column. */
  created_at: Generated<Date | null>;
}

/** The one account that receives mails to a domain. */
export interface InboundDomainsTable {
  domain: string;
  account_id: string;
}

/** A customer of the account, as named by signed tokens and the host's backend. */
export interface OrganizationsTable {
  tenant_id: FromScope;
  id: string;
  name: string | null;
  plan: string | null;
  created_at: Instant;
  updated_at: Instant;
}

export interface JobsTable {
  tenant_id: FromScope;
  id: string;
  type: string;
  payload: Json<Record<string, string>>;
  attempts: Generated<number>;
  /** Earliest time at which it can be claimed. While it runs, the end of its lease. */
  run_at: Generated<Date>;
  /** Time at which a process claimed it. */
  claimed_at: Date | null;
  /** Number of processes that ended while they ran it. */
  losses: Generated<number>;
  failed_at: Date | null;
  last_error: string | null;
}

/** Recurring work of the whole server. */
export interface ChoresTable {
  name: string;
  due_at: Generated<Date>;
}

export interface IdempotencyKeysTable {
  tenant_id: FromScope;
  visitor_hash: FromScope;
  key: string;
  request_hash: string;
  /** Set before its transaction ends. Other transactions never see null. */
  reply: Json<unknown> | null;
  created_at: Instant;
}

export interface Schema
  extends ArticleSchema,
    IntegrationSchema,
    WebhookSchema,
    DeskSchema,
    HelpDeskSchema {
  tenants: TenantsTable;
  inbound_domains: InboundDomainsTable;
  organizations: OrganizationsTable;
  api_keys: ApiKeysTable;
  ticket_counters: TicketCountersTable;
  ticket_counts: TicketCountsTable;
  tickets: TicketsTable;
  messages: MessagesTable;
  mails: MailsTable;
  sandbox_mails: SandboxMailsTable;
  received_mails: ReceivedMailsTable;
  jobs: JobsTable;
  chores: ChoresTable;
  idempotency_keys: IdempotencyKeysTable;
  agents: AgentsTable;
  agent_sessions: AgentSessionsTable;
  retired_identity_secrets: RetiredIdentitySecretsTable;
  audit_log: AuditLogTable;
  closed_accounts: ClosedAccountsTable;
  operator_log: OperatorLogTable;
  allowances: AllowancesTable;
  rate_buckets: RateBucketsTable;
  attachments: AttachmentsTable;
  attachment_removals: AttachmentRemovalsTable;
  events: EventsTable;
  deflections: DeflectionsTable;
  request_metrics: RequestMetricsTable;
  response_timers: ResponseTimersTable;
  daily_summaries: DailySummariesTable;
}
