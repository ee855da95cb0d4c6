import type { Generated } from 'kysely';
import type { InboxSort, SavedFilter } from '../../src/contract/inboxFilter.ts';
import type { FromScope, Instant, Json } from './columns.ts';

/** A word of a message or note, for search in the desk. */
export interface MessageTermsTable {
  tenant_id: FromScope;
  term: string;
  ticket_id: string;
  position: number;
}

/** A text that agents can insert into their replies. */
export interface CannedRepliesTable {
  tenant_id: FromScope;
  id: Generated<string>;
  name: string;
  shortcut: string;
  text: string;
  updated_at: Instant;
  /** Grows with each change. */
  version: Generated<number>;
  /** Name of the agent or the key that saved it; null if unknown. */
  saved_by: string | null;
}

/** A named list of requests of an agent. */
export interface SavedFiltersTable {
  tenant_id: FromScope;
  id: Generated<string>;
  agent_id: string;
  name: string;
  conditions: Json<SavedFilter['conditions']>;
  sort: InboxSort;
}

/** An agent who is mentioned in an internal note. */
export interface MentionsTable {
  tenant_id: FromScope;
  agent_id: string;
  ticket_id: string;
  position: number;
}

/** Tables that only the desk reads. */
export interface DeskSchema {
  message_terms: MessageTermsTable;
  canned_replies: CannedRepliesTable;
  saved_filters: SavedFiltersTable;
  mentions: MentionsTable;
}
