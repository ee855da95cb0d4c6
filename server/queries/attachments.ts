import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Attachment } from '../../src/contract/attachment.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { isUuid } from '../base/uuid.ts';
import { isOpenAccount } from '../db/openAccount.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';
import { readTenant } from './tenants.ts';

const gone = 'A file no longer exists, or was already sent. Remove it and add it again.';

/** A file that is about to be stored. */
export interface NewAttachment {
  name: string;
  type: string;
  /** Bytes. */
  size: number;
  /** The owner until the file is part of a message. Default: the visitor of the transaction. */
  owner?: string;
}

/** An attachment without its address, which expires. */
export type StoredAttachment = Omit<Attachment, 'url'>;
const shown = ['id', 'name', 'type', 'size'] as const;

/**
 * Records a file before it is written to the store, so that it can be found even if the upload
 * fails.
 */
export async function insertAttachment(
  trx: Transaction<Schema>,
  { name, type, size, owner }: NewAttachment,
): Promise<{ id: string; key: string }> {
  const [id, random] = [randomUUID(), randomUUID()];
  const { storage_key: key } = await trx
    .insertInto('attachments')
    .values({
      id,
      name,
      type,
      size,
      ...(owner !== undefined && { visitor_hash: owner }),
      storage_key: sql<string>`support.tenant()::text || '/' || ${random}`,
    })
    .returning('storage_key')
    .executeTakeFirstOrThrow();
  return { id, key };
}

/** Marks a file as stored. From now on it can be attached. */
export function markStored(trx: Transaction<Schema>, id: string): Promise<StoredAttachment> {
  return trx
    .updateTable('attachments')
    .set({ stored_at: sql<Date>`now()` })
    .where('tenant_id', '=', ofTenant)
    .where('id', '=', id)
    .returning(shown)
    .executeTakeFirstOrThrow();
}

/**
 * Attaches uploaded files to a message, in their order. It must run in the transaction that writes
 * the message. @throws ValidationError `attachments` for too many files, and for a file that does
 * not belong to the author, is already part of a message, or does not exist
 */
export async function linkAttachments(
  trx: Transaction<Schema>,
  { ids, ticketId, position }: { ids: readonly string[]; ticketId: string; position: number },
): Promise<StoredAttachment[]> {
  if (ids.length === 0) return [];
  const { attachments: rules } = await readTenant(trx);
  if (ids.length > rules.max_files) throw invalidFiles(`Must be at most ${rules.max_files} files.`);
  const requestedIds = [...new Set(ids)].filter(isUuid);
  if (requestedIds.length !== ids.length) throw invalidFiles(gone);
  const linked = await trx
    .updateTable('attachments')
    .set({
      ticket_id: ticketId,
      position,
      linked_at: sql<Date>`now()`,
      rank: sql<number>`array_position(${requestedIds}::uuid[], id)`,
    })
    .where('tenant_id', '=', ofTenant)
    .where('id', 'in', requestedIds)
    .where('ticket_id', 'is', null)
    .where('stored_at', 'is not', null)
    .returning([...shown, 'rank'])
    .execute();
  if (linked.length !== ids.length) throw invalidFiles(gone);
  return linked.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0)).map(({ rank: _, ...file }) => file);
}

function invalidFiles(message: string): Error {
  return apiErrors.invalid([{ field: 'attachments', message }]);
}

/**
 * Returns the files of those messages of a ticket that the transaction can read, by the position of
 * the message.
 */
export async function readAttachments(
  trx: Transaction<Schema>,
  { ticketId, positions }: { ticketId: string; positions: readonly number[] },
): Promise<ReadonlyMap<number, readonly StoredAttachment[]>> {
  const found = new Map<number, StoredAttachment[]>();
  if (positions.length === 0) return found;
  const rows = await trx
    .selectFrom('attachments')
    .select([...shown, 'position'])
    .where('tenant_id', '=', ofTenant)
    .where('ticket_id', '=', ticketId)
    .where('position', 'in', positions)
    .orderBy('position')
    .orderBy('rank')
    .execute();
  for (const { position, ...file } of rows) {
    if (position !== null) found.set(position, [...(found.get(position) ?? []), file]);
  }
  return found;
}

/**
 * Returns a stored file for a signed address. It reads in the scope `worker`, because the address
 * is the permission.
 */
export function findFile(trx: Transaction<Schema>, id: string) {
  return trx
    .selectFrom('attachments')
    .select(['name', 'type', 'size', 'storage_key'])
    .where('id', '=', id)
    .where('stored_at', 'is not', null)
    .where(isOpenAccount('attachments.tenant_id'))
    .executeTakeFirst();
}
