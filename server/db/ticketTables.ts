import type { ColumnType, Generated } from 'kysely';
import type { Message } from '../../src/contract/message.ts';
import type { SignedValue } from '../../src/contract/organization.ts';
import type { KeyMode } from '../../src/contract/role.ts';
import type {
  CustomValue,
  MessageAuthor,
  Priority,
  Rating,
  TicketContext,
  TicketStatus,
} from '../../src/contract/ticket.ts';
import type { FromScope, Instant, Json } from './columns.ts';
import type { MailState } from './outcome.ts';

export interface TicketCountersTable {
  tenant_id: string;
  next: Generated<number>;
}

/** Differences whose sums are the counts of the inbox. */
export interface TicketCountsTable {
  tenant_id: string;
  status: TicketStatus;
  assignee_id: string | null;
  mode: Generated<KeyMode>;
  snoozed: Generated<boolean>;
  tickets: number;
}

export interface TicketMetadata {
  source: string;
  user_id: string | null;
  tenant_id: string | null;
  original_mailto_attempt: boolean;
}

/** A column that only queries/ticketChange.ts changes, together with all effects of the change. */
type Followed<Value, Given = Value | undefined> = ColumnType<Value, Given, never>;

export interface TicketsTable {
  tenant_id: FromScope;
  id: string;
  visitor_hash: FromScope;
  number: number;
  ticket_number: string;
  /** Mode of the key that created it. */
  mode: Generated<KeyMode>;
  status: Followed<TicketStatus>;
  subject: string;
  customer_email: string;
  customer_name: string | null;
  customer_tier: Followed<string | null>;
  priority: Followed<Priority, Priority>;
  category: Followed<string, string>;
  custom_fields: Json<Record<string, CustomValue>>;
  context: Json<TicketContext>;
  metadata: Json<TicketMetadata>;
  created_at: Instant;
  updated_at: Instant;
  estimated_first_response: Date | null;
  /** The host's backend verified the author. */
  verified: Generated<boolean>;
  /** The visitor's organization, as the host's backend signed it. */
  organization_id: string | null;
  /** The other values that the host's backend signed. */
  signed: Generated<SignedValue[]>;
  assignee_id: Followed<string | null>;
  /** End of the snooze. Null: not snoozed. */
  snoozed_until: Followed<Date | null>;
  /** The request to which its messages were moved. It is then in no list. */
  merged_into: string | null;
  /** The id of a queue in the setting `routing`. */
  queue: string | null;
  tags: Generated<string[]>;
  /** Time of the first escalation; never reset. */
  escalated_at: Followed<Date | null>;
  /** Position of the newest entry that the visitor can see. */
  last_position: Generated<number>;
  /** Position of the newest internal note, counting down from -1. 0 before the first note. */
  last_note: Generated<number>;
  /** The visitor has read the entries up to this position. */
  read_position: Generated<number>;
  /** Number of later entries that are not the visitor's own. */
  unread: Generated<number>;
  last_author: Generated<MessageAuthor>;
  last_author_name: string | null;
  excerpt: Generated<string>;
  rating: Followed<Rating | null, string | null | undefined>;
  /** Time of the rating with a comment. */
  rating_comment_at: Followed<Date | null>;
  first_response_at: Followed<Date | null>;
  /** Its author; null for a secret key. */
  first_reply_by: Followed<string | null>;
  /** The agent who resolved it last; null while it is not resolved, and for a secret key. */
  resolved_by: Followed<string | null>;
  /** Replies of the team, without internal notes. */
  team_replies: Followed<number>;
  resolved_at: Followed<Date | null>;
  reopened: Followed<number>;
  /** Due time of the first response. Null while its clock is paused. */
  response_due_at: Followed<Date | null>;
  /** Target in seconds, and the seconds that were left when the clock was paused. */
  response_target: number | null;
  response_left: number | null;
  /** Time at which the late response was detected. */
  response_breached_at: Followed<Date | null>;
  /**
   * Part of the reply address of the conversation. Whoever knows it can write into the
   * conversation.
   */
  reply_token: string | null;
}

/** A mail about test data, which is not sent. */
export interface SandboxMailsTable {
  tenant_id: FromScope;
  id: Generated<string>;
  ticket_id: string;
  recipient: string;
  subject: string;
  body: string;
  created_at: Instant;
}

/** A mail to a customer. */
export interface MailsTable {
  tenant_id: FromScope;
  message_id: string;
  ticket_id: string;
  state: Generated<MailState>;
  created_at: Instant;
  updated_at: Instant;
}

/** An incoming mail, unchanged. */
export interface ReceivedMailsTable {
  tenant_id: FromScope;
  id: Generated<string>;
  message_id: string;
  /** Null if it belongs to no conversation. */
  ticket_id: string | null;
  /** Position of the message that was created from it. Null for a rejected mail. */
  position: number | null;
  from_address: string;
  from_name: string;
  recipients: string[];
  subject: string;
  /** The complete text, including quotes. */
  content: string;
  /** Headers that identify its conversation and its sender. */
  headers: Json<Record<string, string>>;
  /** Reason for the rejection; null if it was accepted. */
  rejection: string | null;
  created_at: Instant;
}

export interface MessagesTable {
  tenant_id: FromScope;
  ticket_id: string;
  /**
   * 1 is the description of the ticket. Internal notes count down from -1, so that no gap reveals
   * them.
   */
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
  /** Message-ID of the mail that became this message, or that carried it. */
  mail_id: string | null;
  /** The job that mails it. Only this job does, also after a crash. */
  mail_job: string | null;
  /** Its words are in `message_terms`. */
  indexed: Generated<boolean>;
}
