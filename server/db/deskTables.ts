import type { FromScope } from './columns.ts';

/** A word of a message or note, for the search of the desk. */
export interface MessageTermsTable {
  tenant_id: FromScope;
  term: string;
  ticket_id: string;
  position: number;
}

/** Tables that only the desk reads. */
export interface DeskSchema {
  message_terms: MessageTermsTable;
}
