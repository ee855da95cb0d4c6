import type { Kysely } from 'kysely';
import type { Attachments } from '../attachments/attachments.ts';
import { cleanAttachments } from '../attachments/cleaning.ts';
import type { Schema } from '../db/schema.ts';
import { deleteStoredAccount, listOverdueAccounts } from '../queries/closedAccounts.ts';

/** Deletes closed accounts whose retention period is over. */
export async function deleteOverdueAccounts(
  db: Kysely<Schema>,
  files: Attachments,
  signal?: AbortSignal,
): Promise<void> {
  const entry = { action: 'DELETE admin/accounts/{id}', after: { is_overdue: true } };
  let count = 0;
  for (const id of await listOverdueAccounts(db)) {
    if (signal?.aborted) break;
    if (await deleteStoredAccount(db, id, { ...entry, requestId: null })) count++;
  }
  if (count > 0) await cleanAttachments(db, files);
}
