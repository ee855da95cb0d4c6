import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { codeOf } from '../base/errorCode.ts';
import { makeFolder } from '../base/makeFolder.ts';
import type { Schema } from '../db/schema.ts';
import { inScope, type Scope } from '../db/scope.ts';
import { workerScopes } from '../db/workerScopes.ts';
import { deleteRows } from '../queries/deleteRows.ts';
import { deleteInBatches } from '../queries/retention.ts';
import type { Attachments } from './attachments.ts';
import type { AttachmentStore } from './store.ts';

/** Files that are not part of a message after this time are deleted. */
const unusedFileHours = 24;
const filesPerBatch = 100;
const worker = { actor: 'worker' } as const;

/**
 * Deletes orphaned files: unsent files, files of deleted messages, and leftovers of failed uploads.
 */
export async function cleanAttachments(db: Kysely<Schema>, files: Attachments): Promise<void> {
  const isUnsent = sql<boolean>`ticket_id is null
    and created_at < now() - ${unusedFileHours} * interval '1 hour'`;
  await deleteInBatches(db, 'attachments', isUnsent);
  await removeNoted(db, files.store);
  await removeOldIncoming(files.incoming);
}

/** Undoes an unused upload. Deletes its row now, and its file now or in the next cleanup. */
export async function discard(db: Kysely<Schema>, id: string, store: AttachmentStore) {
  await inScope(db, worker, (trx) => deleteRows(trx, 'attachments', sql`id = ${id}`));
  await removeNoted(db, store);
}

/** Removes recorded files from the store. A file that cannot be removed stays recorded. */
async function removeNoted(db: Kysely<Schema>, store: AttachmentStore): Promise<void> {
  const busy = sql`select tenant_id from attachment_removals`;
  for (const scope of await workerScopes(db, busy)) await removeNotedIn(db, store, scope);
}

async function removeNotedIn(
  db: Kysely<Schema>,
  store: AttachmentStore,
  scope: Scope,
): Promise<void> {
  for (;;) {
    const noted = await inScope(db, scope, (trx) =>
      trx
        .selectFrom('attachment_removals')
        .select('storage_key')
        .orderBy('created_at')
        .limit(filesPerBatch)
        .execute(),
    );
    const keys = noted.map(({ storage_key }) => storage_key);
    for (const key of keys) await store.remove(key);
    if (keys.length > 0) {
      await inScope(db, scope, (trx) =>
        trx.deleteFrom('attachment_removals').where('storage_key', 'in', keys).execute(),
      );
    }
    if (keys.length < filesPerBatch) return;
  }
}

/** A process that was killed during an upload left a partial file. */
async function removeOldIncoming(folder: string): Promise<void> {
  const oldest = Date.now() - unusedFileHours * 3_600_000;
  makeFolder(folder);
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    try {
      if ((await stat(file)).mtimeMs < oldest) await rm(file, { force: true });
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error; // its upload has finished in the meantime
    }
  }
}
