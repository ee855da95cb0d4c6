import type { ColumnType, Generated } from 'kysely';
import type { KeyMode } from '../../src/contract/role.ts';
import type { FromScope, Instant } from './columns.ts';

export interface AttachmentsTable {
  tenant_id: FromScope;
  id: string;
  /** Hash of the uploader, who is a visitor or an agent; `mail` for a file of a mail. */
  visitor_hash: ColumnType<string, string | undefined, never>;
  /** Null until it is part of a message. */
  ticket_id: string | null;
  position: number | null;
  /** Its position among the files of the message. */
  rank: number | null;
  /** Mode of the key that uploaded it. */
  mode: Generated<KeyMode>;
  name: string;
  type: string;
  size: number;
  storage_key: string;
  created_at: Instant;
  /** Time at which its content was stored. It cannot be used before. */
  stored_at: Date | null;
  linked_at: Date | null;
}

/** Files whose rows were deleted. */
export interface AttachmentRemovalsTable {
  tenant_id: FromScope;
  storage_key: string;
  created_at: Instant;
}
