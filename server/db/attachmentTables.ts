import type { ColumnType, Generated } from 'kysely';
import type { KeyMode } from '../../src/contract/role.ts';
import type { FromScope, Instant } from './columns.ts';

export interface AttachmentsTable {
  tenant_id: FromScope;
  id: string;
  /** The uploader, visitor or agent; `mail` for a file of a mail. */
  visitor_hash: ColumnType<string, string | undefined, never>;
  /** Null until it goes with a message. */
  ticket_id: string | null;
  position: number | null;
  /** Its position among the files of the message. */
  rank: number | null;
  /** That of the key that it was uploaded with. */
  mode: Generated<KeyMode>;
  name: string;
  type: string;
  size: number;
  storage_key: string;
  created_at: Instant;
  /** When its bytes were stored; until then the file cannot be used. */
  stored_at: Date | null;
  linked_at: Date | null;
}

/** Files whose rows are gone. */
export interface AttachmentRemovalsTable {
  tenant_id: FromScope;
  storage_key: string;
  created_at: Instant;
}
