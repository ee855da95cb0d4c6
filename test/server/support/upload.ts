import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from '../../../server/db/schema.ts';
import { inScope } from '../../../server/db/scope.ts';
import { deleteRows } from '../../../server/queries/deleteRows.ts';
import { headers } from '../../../src/contract/endpoint.ts';
import { type App, type Caller, headersOf } from './api.ts';
import { newId } from './tenant.ts';

/** A picture of one pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface Sent {
  name?: string;
  bytes?: Uint8Array | string | ReadableStream<Uint8Array>;
  idempotencyKey?: string;
}

export function upload(
  app: App,
  caller: Caller,
  { name = 'picture.png', bytes = png, idempotencyKey = newId() }: Sent = {},
  more: Record<string, string> = {},
): Promise<Response> | Response {
  const init = {
    method: 'POST',
    body: bytes instanceof Uint8Array ? new Uint8Array(bytes) : bytes,
    duplex: 'half',
    headers: {
      ...headersOf(caller),
      'Idempotency-Key': idempotencyKey,
      [headers.fileName]: encodeURIComponent(name),
      ...more,
    },
  };
  return app.request('/v1/support/attachments', init);
}

/** Adds a file, and a record of a file to remove. */
export async function plantFiles(db: Kysely<Schema>, app: App, caller: Caller): Promise<void> {
  for (const name of ['stays.png', 'goes.png']) await upload(app, caller, { name });
  await deleteFiles(db, sql`name = 'goes.png'`);
}

/** Deletes files like retention and erasure do. */
export async function deleteFiles(db: Kysely<Schema>, which: RawBuilder<unknown>): Promise<void> {
  await inScope(db, { actor: 'worker' }, (trx) => deleteRows(trx, 'attachments', which));
}
