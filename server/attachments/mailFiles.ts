import { rm } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import type { AttachmentRules } from '../../src/contract/attachment.ts';
import { ValidationError } from '../../src/errors.ts';
import type { MailFile } from '../ask/inboundMail.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { insertAttachment, markStored } from '../queries/attachments.ts';
import { readTenant } from '../queries/tenants.ts';
import type { Attachments } from './attachments.ts';
import { receiveContent } from './receive.ts';

/** The result for the files of a mail. */
export const StoredMailFiles = z.object({
  /** Ids of uploaded files that are not part of a message yet. */
  ids: z.array(z.string()),
  /** Files that the account does not accept, with the reason. */
  rejected: z.array(z.object({ name: z.string(), reason: z.string() })),
});
export type StoredMailFiles = z.infer<typeof StoredMailFiles>;

interface Place {
  db: Kysely<Schema>;
  files: Attachments;
  tenantId: string;
}

/**
 * Stores the files of a mail by the rules for uploads; files come before inline pictures. Files
 * that do not become part of a message are deleted after a day, like uploads.
 */
export async function storeMailFiles(
  place: Place,
  files: readonly MailFile[],
): Promise<StoredMailFiles> {
  const stored: StoredMailFiles = { ids: [], rejected: [] };
  if (files.length === 0) return stored;
  const scope = { actor: 'worker', tenantId: place.tenantId } as const;
  const { attachments: rules } = await inScope(place.db, scope, readTenant);
  const inOrder = [...files].sort((a, b) => Number(a.isInline) - Number(b.isInline));
  for (const file of inOrder) {
    if (stored.ids.length === rules.max_files) {
      const reason = `A message has at most ${rules.max_files} files.`;
      stored.rejected.push({ name: file.name, reason });
      continue;
    }
    try {
      stored.ids.push(await storeFile(place, file, rules));
    } catch (error) {
      if (!(error instanceof ValidationError)) throw error;
      stored.rejected.push({ name: file.name, reason: error.details[0]?.message ?? error.message });
    }
  }
  return stored;
}

async function storeFile(
  { db, files, tenantId }: Place,
  file: MailFile,
  rules: AttachmentRules,
): Promise<string> {
  const scope = { actor: 'worker', tenantId } as const;
  const received = await receiveContent(file, rules, files.incoming);
  try {
    const { id, key } = await inScope(db, scope, (trx) =>
      insertAttachment(trx, { ...received, owner: 'mail' }),
    );
    await files.store.put(key, received);
    await inScope(db, scope, (trx) => markStored(trx, id));
    return id;
  } finally {
    await rm(received.path, { force: true });
  }
}
