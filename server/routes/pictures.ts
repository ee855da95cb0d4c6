import type { Hono } from 'hono';
import { picturePath } from '../../src/contract/articleBody.ts';
import type { Attachments } from '../attachments/attachments.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { isUuid } from '../base/uuid.ts';
import type { Database } from '../db/db.ts';
import { inScope } from '../db/scope.ts';
import type { Environment } from '../http/envelope.ts';
import { findPicture } from '../queries/articlePictures.ts';

export const pictureEndpoint = { method: 'GET', path: picturePath } as const;

/** The content of an address never changes, so public caches can keep it for a year. */
const cacheControl = 'public, max-age=31536000, immutable';

/**
 * Serves the pictures of articles. They are not in the contract's table of endpoints, because an
 * `img` sends no key.
 */
export function addPictures(
  app: Hono<Environment>,
  basePath: string,
  { kysely }: Pick<Database, 'kysely'>,
  { store }: Attachments,
): void {
  app.get(basePath + picturePath.replace('{id}', ':id'), async (c) => {
    const id = c.req.param('id') ?? '';
    const picture = isUuid(id)
      ? await inScope(kysely, { actor: 'worker' }, (trx) => findPicture(trx, id))
      : undefined;
    if (picture === undefined)
      throw apiErrors.notFound('There is no such picture. Check its address.');
    const tag = `"${picture.digest}"`;
    const headers = {
      'Content-Type': picture.type,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': cacheControl,
      ETag: tag,
    };
    if (c.req.header('If-None-Match')?.includes(tag)) {
      return new Response(null, { status: 304, headers });
    }
    const read = () =>
      store.open(picture.storage_key).catch((cause: unknown) => {
        throw apiErrors.unavailable(cause);
      });
    const body = c.req.method === 'HEAD' ? null : await read();
    if (body === undefined)
      throw apiErrors.notFound('There is no such picture. Check its address.');
    return new Response(body, { headers: { ...headers, 'Content-Length': String(picture.size) } });
  });
}
