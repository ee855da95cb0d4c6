import { rm } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import { pictureBytes, pictureTypes } from '../../src/contract/articlePicture.ts';
import { apiErrors } from '../base/apiErrors.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { markPictureStored, notePicture } from '../queries/articlePictures.ts';
import type { Attachments } from './attachments.ts';
import { type ReceivedFile, receiveContent, receiveFile } from './receive.ts';

interface Place {
  db: Kysely<Schema>;
  tenantId: string;
  files: Pick<Attachments, 'store' | 'incoming'>;
}

const rules = { max_files: 1, max_bytes: pictureBytes, types: [...pictureTypes] };

/**
 * Stores a picture of articles, once for equal content. Resolves to its id.
 * @throws ValidationError
 */
export async function storePicture(
  place: Place,
  picture: { name: string; content: Uint8Array },
): Promise<string> {
  return store(place, await receiveContent(picture, rules, place.files.incoming));
}

/** Like `storePicture`, for the body of a request. */
export async function receivePicture(place: Place, request: Request): Promise<string> {
  return store(place, await receiveFile(request, rules, place.files.incoming));
}

async function store({ db, tenantId, files }: Place, received: ReceivedFile): Promise<string> {
  const scope = { actor: 'operator', tenantId } as const;
  const { digest, type, size } = received;
  try {
    const { id, storage_key, stored_at } = await inScope(db, scope, (trx) =>
      notePicture(trx, { digest, type, size }),
    );
    if (stored_at !== null) return id;
    await files.store.put(storage_key, received).catch((cause: unknown) => {
      throw apiErrors.unavailable(cause);
    });
    await inScope(db, scope, (trx) => markPictureStored(trx, id));
    return id;
  } finally {
    await rm(received.path, { force: true });
  }
}
