import type { Generated } from 'kysely';
import type { KeyMode } from '../../src/contract/role.ts';
import type { TicketStatus } from '../../src/contract/ticket.ts';
import type { FromScope, Instant } from './columns.ts';

/** The help desk for requests of a mode. Without a row, they only live in the built-in desk. */
export interface HelpDesksTable {
  tenant_id: FromScope;
  mode: KeyMode;
  integration_id: string;
  /** Interval between two requests for changes. It is long if the help desk reports them. */
  every_seconds: Generated<number>;
  /** Due time of the next request for changes. */
  due_at: Instant;
  /** Changes in the help desk before this time are known. */
  checked_at: Instant;
}

/** A request that also lives in a help desk. */
export interface ExternalTicketsTable {
  tenant_id: FromScope;
  ticket_id: string;
  integration_id: string;
  /** The id in the help desk. Null until it is created there. */
  external_id: string | null;
  /** The number that agents see there, and its address. */
  number: string | null;
  url: string | null;
  /** The id of the customer there. */
  customer_id: string | null;
  /** The status that both sides had last. */
  status: TicketStatus | null;
  /** Start of the last attempt to create it. The attempt may have succeeded without a response. */
  tried_at: Date | null;
  /** The reason why it could not be sent, with the next step. Null while everything works. */
  problem: string | null;
  /** The job that sends or receives, and the end of its lease. */
  busy_job: string | null;
  busy_until: Date | null;
}

/** An entry of a conversation that a help desk has, or that came from it. */
export interface ExternalMessagesTable {
  tenant_id: FromScope;
  message_id: string;
  /** The request that lives in the help desk. Its entries can be merged into another one. */
  ticket_id: string;
  external_id: string | null;
  /** Start of the last attempt to send it. */
  tried_at: Date | null;
  sent_at: Date | null;
  /** Time at which the help desk rejected it. */
  rejected_at: Date | null;
}

/** An integration that posts to a chat of the team. */
export interface ChatsTable {
  tenant_id: FromScope;
  integration_id: string;
}

export interface HelpDeskSchema {
  chats: ChatsTable;
  help_desks: HelpDesksTable;
  external_tickets: ExternalTicketsTable;
  external_messages: ExternalMessagesTable;
}
