import { rm } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import type { Attachment } from '../../src/contract/attachment.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { digest } from '../base/digest.ts';
import type { Schema } from '../db/schema.ts';
import { inScope, type Scope } from '../db/scope.ts';
import { insertAttachment, markStored } from '../queries/attachments.ts';
import { runOnce } from '../queries/idempotency.ts';
import { readTenant } from '../queries/tenants.ts';
import type { Attachments } from './attachments.ts';
import { discard } from './cleaning.ts';
import { type ReceivedFile, receiveFile } from './receive.ts';

const Stored = z.object({ id: z.string(), name: z.string(), type: z.string(), size: z.int() });

/**
 * Receives an upload in steps: content to the disk, its row, the file to the store, and then the
 * idempotency key and the release of the row in one transaction. No transaction is open during
 * transfers. A request with the same key gets the same attachment, and its content is discarded.
 */
export async function receiveUpload(
  request: Request,
  {
    db,
    scope,
    key,
    files,
  }: {
    db: Kysely<Schema>;
    scope: Scope;
    /** Idempotency key. */
    key: string | undefined;
    files: Attachments;
  },
): Promise<{ reply: Attachment; replayed: boolean }> {
  if (key === undefined) throw new Error('An upload of an attachment has an Idempotency-Key.');
  const rules = await inScope(db, scope, async (trx) => (await readTenant(trx)).attachments);
  const received = await receiveFile(request, rules, files.incoming);
  try {
    const { id, key: storageKey } = await inScope(db, scope, (trx) =>
      insertAttachment(trx, received),
    );
    let used = false;
    try {
      await files.store.put(storageKey, received).catch((cause: unknown) => {
        throw apiErrors.unavailable(cause);
      });
      const { reply, replayed } = await runOnce(
        db,
        scope,
        { key, requestHash: hashOf(received) },
        (trx) => markStored(trx, id),
      );
      used = !replayed;
      const stored = z.parse(Stored, reply);
      return { reply: { ...stored, url: files.links.to(stored.id) }, replayed };
    } finally {
      if (!used) await discard(db, id, files.store);
    }
  } finally {
    await rm(received.path, { force: true });
  }
}

function hashOf({ name, size, digest: content }: ReceivedFile): string {
  return digest(JSON.stringify(['upload', name, size, content]));
}
